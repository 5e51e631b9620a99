package dev.borderline.cli.serve;

import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Shell;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.UsualMembers;
import dev.borderline.experiment.store.Task;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Population;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Move;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioResolver;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.scenario.SweepFile;
import dev.borderline.scenario.SweepReader;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A comparison as a sweep file: its arms are those of one scenario at one point. What is written is read again, and refused where it
 * is not the comparison that was asked.
 */
final class SweepYaml {
    private static final String NAME = "arms.yaml";

    private final Asked asked;
    private final Experiment experiment;
    private final Scenario start;
    private final String text;
    private final Sweep sweep;

    private SweepYaml(Asked asked) {
        this.asked = asked;
        experiment = asked.question().asked();
        start = asked.named(reference());
        text = written();
        SweepFile file =
                SweepReader.read(StandardCatalog.standard(), new SourceText(NAME, text), new OfRequest(asked.texts()));
        sweep = new Sweep(
                file.heading(),
                UsualMembers.over(file, Experiment.of(file)),
                Shard.WHOLE,
                List.of(Shell.program(), "sweep", NAME));
    }

    /** The sweep of a comparison; throws {@link Refusal} where there is none. */
    static SweepYaml of(Asked asked) {
        SweepYaml sweep = new SweepYaml(asked);
        sweep.refuseUnlessTheSame();
        return sweep;
    }

    /** The text of the file. Its scenario is a shipped one or the file that stands for the text of the first arm. */
    String text() {
        return text;
    }

    /** The sweep that the command makes of the file. */
    Sweep sweep() {
        return sweep;
    }

    private String reference() {
        return asked.references().get(0).replaceFirst("^[^=]*=", "");
    }

    private static String name(Arm arm) {
        return arm.name().toLowerCase(Locale.ROOT);
    }

    private String written() {
        StringBuilder text = new StringBuilder("schema: 1\n");
        text.append("title: ").append(quoted(start.title() + ", in arms")).append('\n');
        text.append("scenario: ").append(reference()).append('\n');
        Optional<Members> members = experiment.members();
        String ensemble = members.isEmpty()
                ? Ensemble.NONE
                : asked.options()
                        .getOrDefault(Asked.ENSEMBLE, start.ensemble().file().orElse(UsualMembers.ENSEMBLE));
        text.append("ensemble: {file: ")
                .append(quoted(ensemble))
                .append(people())
                .append("}\n");
        members.ifPresent(all -> text.append("members: ").append(all.count()).append('\n'));
        text.append("replications: ")
                .append(members.map(Members::replicationsEach).orElse(experiment.replications()))
                .append('\n');
        text.append("seed: ").append(experiment.seed()).append('\n');
        String outcomes = asked.options().get("--outcomes");
        text.append(outcomes == null ? "" : "outcomes: [" + outcomes.replace(",", ", ") + "]\n");
        text.append("arms:\n");
        for (int arm = 0; arm < experiment.arms().size(); arm++) {
            arm(text, experiment.arms().get(arm), experiment.scenario(0, arm));
        }
        return text.toString();
    }

    /** The share of the people that members simulate, where it is not the usual one of the sweep's scenario. */
    private String people() {
        boolean isUsual = experiment.members().isEmpty() || share() == UsualMembers.share(List.of(start));
        return isUsual ? "" : ", people: " + Numbers.exact(share());
    }

    private double share() {
        return experiment.base().value(Population.SIMULATED_SHARE);
    }

    /** Inputs and moves that the sweep's scenario has not by itself. */
    private void arm(StringBuilder text, Arm arm, Scenario scenario) {
        Scenario usual = experiment.members().isPresent() ? UsualMembers.withPeople(start, share()) : start;
        Map<String, Double> settings = new TreeMap<>(scenario.values());
        settings.entrySet()
                .removeIf(entry -> entry.getValue().equals(usual.values().get(entry.getKey())));
        List<Move> moves = scenario.moves().stream()
                .filter(move -> !start.moves().contains(move))
                .toList();
        text.append("  ").append(name(arm)).append(':');
        text.append(
                settings.isEmpty() && moves.isEmpty() ? "\n" : "\n    set:" + (settings.isEmpty() ? " {}\n" : "\n"));
        settings.forEach((path, value) -> text.append("      ")
                .append(path)
                .append(": ")
                .append(written(scenario, path, value))
                .append('\n'));
        text.append(moves.isEmpty() ? "" : "    policies:\n");
        moves.forEach(move -> text.append("      - {lever: ")
                .append(move.lever())
                .append(", at: ")
                .append(move.at())
                .append(", ")
                .append(action(move))
                .append("}\n"));
    }

    private static String written(Scenario scenario, String path, double value) {
        return scenario.spec(path).kind() == InputSpec.Kind.SWITCH ? String.valueOf(value != 0) : Numbers.exact(value);
    }

    private static String action(Move move) {
        String value = Numbers.exact(move.value());
        return switch (move.action()) {
            case SET -> "set: " + value;
            case SCALE -> "scale: " + value;
            case RAMP -> "ramp: {to: " + value + ", until: " + move.until() + "}";
        };
    }

    private static String quoted(String text) {
        return JsonWriter.compact().value(text).finish();
    }

    private void refuseUnlessTheSame() {
        Experiment again = sweep.experiment();
        for (int arm = 0; arm < experiment.arms().size(); arm++) {
            Task task = new Task(0, arm, 0);
            boolean same = again.scenario(task)
                            .sha256()
                            .equals(experiment.scenario(task).sha256())
                    && again.key(task).equals(experiment.key(task));
            if (!same || again.replications() != experiment.replications()) {
                throw new Refusal("arms: a sweep file has arms of one scenario, and cannot say in what "
                        + experiment.arms().get(arm).name() + " differs from "
                        + experiment.arms().get(0).name());
            }
        }
    }

    /**
     * Shipped scenarios, and those whose texts a request brings.
     *
     * @param texts by the file that stands for them
     */
    private record OfRequest(Map<String, String> texts) implements ScenarioResolver {
        @Override
        public Optional<SourceText> find(String reference, String from) {
            String text = texts.get(reference);
            return text == null
                    ? new ShippedScenarios().find(reference, from)
                    : Optional.of(new SourceText(reference, text));
        }

        @Override
        public List<String> known() {
            return new ShippedScenarios().known();
        }
    }
}
