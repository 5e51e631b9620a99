package dev.borderline.cli.serve;

import dev.borderline.cli.text.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bodies of requests as questions: each key becomes the option of the command that it is named after. */
final class Requests {
    /** Options by key, in the order in which commands have them. */
    private static final List<String> OPTIONS =
            List.of("replications", "seed", "ensemble", "members", "people", "precision");

    private static final int THREADS_MAX = 1024;

    private Requests() {}

    /** One scenario. */
    static Asked run(Body body) {
        Map<String, String> texts = new LinkedHashMap<>();
        String reference = reference(body, "scenario", texts);
        List<String> changes = changes(body, "");
        Map<String, String> options = options(body);
        Asked.Form form = form(body, body.texts("outcomes"));
        end(body);
        return new Asked("run", List.of(reference), changes, options, texts, form);
    }

    /** Arms side by side, the base first. */
    static Asked compare(Body body) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> references = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (Body arm : body.objects("arms")) {
            Optional<String> name = arm.text("name");
            String reference = reference(arm, name.orElse("arm-" + (references.size() + 1)), texts);
            references.add(name.map(own -> own + "=").orElse("") + reference);
            changes.addAll(changes(arm, name.orElse("") + ":"));
            if (name.isEmpty() && !arm.textsByKey("set").isEmpty()) {
                arm.fault("name", "an arm with changes needs a name");
            }
            arm.refuseOthers();
        }
        Map<String, String> options = options(body);
        List<String> outcomes = body.texts("outcomes");
        if (!outcomes.isEmpty()) {
            options.put("--outcomes", String.join(",", outcomes));
        }
        options.put("--fates", body.text("fates").orElse("0"));
        Asked.Form form = form(body, List.of());
        end(body);
        if (references.size() < 2) {
            throw new Refusal("arms: a comparison has 2 or more, the base first; there are " + references.size());
        }
        return new Asked("compare", references, changes, options, texts, form);
    }

    private static void end(Body body) {
        body.refuseOthers();
        body.throwIfAny();
    }

    /** Name of a shipped scenario, or of the file that stands for a text. */
    private static String reference(Body body, String stem, Map<String, String> texts) {
        Optional<String> name = body.text("scenario");
        Optional<String> text = body.text("yaml");
        if (name.isPresent() == text.isPresent()) {
            body.fault("scenario", "give the name of a scenario under 'scenario', or the text of one under 'yaml'");
            return "";
        }
        if (text.isPresent()) {
            String file = stem + ".yaml";
            texts.put(file, text.get());
            return file;
        }
        if (name.get().startsWith("-") || name.get().contains("=")) {
            body.fault("scenario", "there is no scenario '" + name.get() + "'");
        }
        return name.get();
    }

    private static List<String> changes(Body body, String arm) {
        List<String> words = new ArrayList<>();
        body.textsByKey("set").forEach((path, value) -> words.addAll(List.of("--set", arm + path + "=" + value)));
        return words;
    }

    private static Map<String, String> options(Body body) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String key : OPTIONS) {
            body.text(key).ifPresent(value -> options.put("--" + key, value));
        }
        return options;
    }

    private static Asked.Form form(Body body, List<String> outcomes) {
        return new Asked.Form(outcomes, body.isTrue("yearly"), body.isTrue("refine"), threads(body));
    }

    private static int threads(Body body) {
        Optional<String> text = body.text("threads");
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.get().matches("[1-9]\\d{0,3}") || Integer.parseInt(text.get()) > THREADS_MAX) {
            body.fault("threads", "'" + text.get() + "' is no whole number from 1 to " + THREADS_MAX);
            return 0;
        }
        return Integer.parseInt(text.get());
    }
}
