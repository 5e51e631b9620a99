package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Arm;
import dev.borderline.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --set} of a command with several scenarios. It is for all of them, or for the one whose name stands before a colon. */
public final class ArmSettings {
    /** Name of the arm that settings change where one scenario is compared with itself. */
    public static final String CHANGED = "changed";

    /** A name for the arm before the scenario. */
    private static final Pattern ARM = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]*)=(.+)");

    @Option(
            names = "--set",
            paramLabel = "[ARM:]PATH=VALUE",
            description = {
                "Set an input in every arm, or in the one named before a colon. May be repeated; 'scenarios show' lists"
                        + " the paths."
            })
    private List<Setting> settings = new ArrayList<>();

    @Mixin
    private PolicyOptions policies = new PolicyOptions();

    private final Function<String, Scenario> named;
    private boolean againstItself;

    /** Settings of shipped scenarios, of files and of result folders. */
    public ArmSettings() {
        this(FolderScenario::named);
    }

    /** Settings of scenarios of these names. */
    public ArmSettings(Function<String, Scenario> named) {
        this.named = named;
    }

    /** Takes all settings for a second arm of the one scenario that is named: it is compared with itself changed. */
    public void compareWithItself() {
        againstItself = true;
    }

    /** The scenario of a reference, without the name of its arm. */
    public static String reference(String word) {
        Matcher parts = ARM.matcher(word);
        return parts.matches() ? parts.group(2) : word;
    }

    /** The base: the first scenario, changed. */
    public Scenario base(List<String> references) {
        return scenarios(references).values().iterator().next();
    }

    /** The scenarios of all arms, changed. */
    public Collection<Scenario> all(List<String> references) {
        return scenarios(references).values();
    }

    /** An arm for each scenario; throws {@link Refusal} or the scenario's own refusal. */
    public List<Arm> arms(List<String> references) {
        return arms(references, UnaryOperator.identity());
    }

    /** An arm for each scenario, changed besides; throws {@link Refusal} or the scenario's own refusal. */
    public List<Arm> arms(List<String> references, UnaryOperator<Scenario> change) {
        List<Arm> arms = new ArrayList<>();
        scenarios(references).forEach((name, scenario) -> arms.add(Arm.of(name, change.apply(scenario))));
        return arms;
    }

    /** The scenarios by name, changed. One without a name of its own that is named like another before it gets a number. */
    private Map<String, Scenario> scenarios(List<String> references) {
        if (againstItself) {
            return changedAndNot(references.get(0));
        }
        Map<String, Scenario> plain = new LinkedHashMap<>();
        for (String reference : references) {
            Scenario scenario = named.apply(reference(reference));
            Matcher parts = ARM.matcher(reference);
            plain.put(parts.matches() ? own(parts.group(1), plain) : free(scenario.name(), plain), scenario);
        }
        refuseUnknown(plain.keySet().stream().toList());
        policies.refuseUnknown(List.copyOf(plain.keySet()));
        Map<String, Scenario> changed = new LinkedHashMap<>();
        plain.forEach((name, scenario) -> changed.put(
                name, policies.moved(SetOption.changed(policies.switchedOff(scenario, name), of(name)), name)));
        return changed;
    }

    /** One scenario as it is, and as the settings change it. */
    private Map<String, Scenario> changedAndNot(String reference) {
        Scenario plain = named.apply(reference(reference));
        refuseUnknown(List.of(CHANGED));
        policies.refuseUnknown(List.of(CHANGED));
        Map<String, Scenario> both = new LinkedHashMap<>();
        both.put(plain.name(), plain);
        both.put(
                CHANGED, policies.moved(SetOption.changed(policies.switchedOff(plain, CHANGED), of(CHANGED)), CHANGED));
        return both;
    }

    private static String own(String name, Map<String, Scenario> taken) {
        if (taken.containsKey(name)) {
            throw new Refusal("two arms are called " + name);
        }
        return name;
    }

    private static String free(String name, Map<String, Scenario> taken) {
        String free = name;
        for (int number = 2; taken.containsKey(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    private void refuseUnknown(List<String> names) {
        for (String key : values().keySet()) {
            int colon = key.indexOf(':');
            if (colon >= 0 && !names.contains(key.substring(0, colon))) {
                throw new Refusal("--set " + key + ": there is no arm '" + key.substring(0, colon) + "'; there are "
                        + String.join(", ", names));
            }
        }
    }

    /** Settings of one arm, by path; those of it alone outweigh those of all. */
    private Map<String, String> of(String arm) {
        Map<String, String> own = new LinkedHashMap<>();
        values().forEach((key, value) -> {
            if (key.indexOf(':') < 0) {
                own.put(key, value);
            }
        });
        values().forEach((key, value) -> {
            if (key.startsWith(arm + ":")) {
                own.put(key.substring(arm.length() + 1), value);
            }
        });
        return own;
    }

    /** The options as words of a command. */
    public List<String> words() {
        List<String> words = new ArrayList<>(Setting.words(values()));
        words.addAll(policies.words());
        return words;
    }

    /** The options as words of a command that runs one arm. */
    public List<String> words(String arm) {
        if (againstItself && !arm.equals(CHANGED)) {
            return List.of();
        }
        List<String> words = new ArrayList<>(Setting.words(of(arm)));
        words.addAll(policies.words(arm));
        return words;
    }

    private Map<String, String> values() {
        return Setting.byKey(settings);
    }
}
