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

    /** Groups of households that changes are told of. */
    private static final List<String> GROUPS = List.of("fifth", "zone");

    private static final int THREADS_MAX = 1024;

    private Requests() {}

    /** One scenario. */
    static Asked run(Body body) {
        Asked asked = scenario(body, body.texts("outcomes"));
        end(body);
        return asked;
    }

    /** The first run of one scenario, day by day. */
    static DayCounts days(Body body) {
        Asked asked = scenario(body, List.of());
        end(body);
        return DayCounts.of(asked);
    }

    /** As {@link #run}, without an end of the body. */
    private static Asked scenario(Body body, List<String> outcomes) {
        Map<String, String> texts = new LinkedHashMap<>();
        String reference = reference(body, "scenario", texts);
        List<String> changes = changes(body, "");
        Map<String, String> options = options(body);
        return new Asked("run", List.of(reference), changes, options, texts, form(body, outcomes));
    }

    /** A function of a vector of inputs. Its values are for one guess of the others, unless members are asked for. */
    static Evaluation evaluate(Body body, Models models) {
        List<String> inputs = body.texts("inputs");
        List<String> outcomes = body.texts("outcomes");
        List<List<String>> points = body.rows("points");
        Asked asked = scenario(body, outcomes);
        end(body);
        boolean asksMembers =
                asked.options().containsKey(Asked.MEMBERS) || asked.options().containsKey(Asked.ENSEMBLE);
        return Evaluation.of(asksMembers ? asked : asked.with(Asked.ENSEMBLE, "none"), inputs, points, models);
    }

    /** Arms side by side, the base first. */
    static Asked compare(Body body) {
        Arms arms = arms(body);
        Map<String, String> options = options(body);
        List<String> outcomes = body.texts("outcomes");
        if (!outcomes.isEmpty()) {
            options.put("--outcomes", String.join(",", outcomes));
        }
        List<String> groups = body.texts("by");
        groups.stream()
                .filter(word -> !GROUPS.contains(word))
                .forEach(word -> body.fault("by", "'" + word + "' is none of " + String.join(", ", GROUPS)));
        if (!groups.isEmpty()) {
            options.put("--by", String.join(",", groups));
        }
        options.put("--fates", body.text("fates").orElse("0"));
        Asked.Form form = form(body, List.of());
        end(body);
        if (arms.references().size() < 2) {
            throw new Refusal("arms: a comparison has 2 or more, the base first; there are "
                    + arms.references().size());
        }
        return new Asked("compare", arms.references(), arms.changes(), options, arms.texts(), form);
    }

    /** A household in two arms. */
    static CommandWork explain(Body body, CommandWork.Commands commands) {
        Arms arms = arms(body);
        List<String> words = new ArrayList<>(List.of("explain"));
        words.addAll(arms.references());
        words.addAll(arms.changes());
        for (String key : List.of("household", "fate", "fifth", "seed", "replication")) {
            String option = key.equals("fate") ? "--with-fate" : "--" + key;
            body.text(key).ifPresent(value -> words.addAll(List.of(option, value)));
        }
        words.add("--json");
        end(body);
        return new CommandWork(words, arms.texts(), commands);
    }

    /** A sweep file, kept in a folder or in none. */
    static CommandWork sweep(Body body, CommandWork.Commands commands) {
        Optional<String> text = body.text("yaml");
        if (text.isEmpty()) {
            body.fault("yaml", "give the text of a sweep file");
        }
        List<String> words = new ArrayList<>(List.of("sweep", "sweep.yaml"));
        words.addAll(List.of("--out", body.text("folder").orElse(CommandWork.FOLDER)));
        int threads = threads(body);
        words.addAll(threads == 0 ? List.of() : List.of("--threads", Integer.toString(threads)));
        words.add("--json");
        end(body);
        return new CommandWork(words, Map.of("sweep.yaml", text.orElse("")), commands);
    }

    /**
     * Arms as words of a command.
     *
     * @param texts by the file that stands for them
     */
    private record Arms(List<String> references, List<String> changes, Map<String, String> texts) {}

    private static Arms arms(Body body) {
        Arms arms = new Arms(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        for (Body arm : body.objects("arms")) {
            Optional<String> name = arm.text("name");
            String stem = name.orElse("arm-" + (arms.references().size() + 1));
            String reference = reference(arm, stem, arms.texts());
            arms.references().add(name.map(own -> own + "=").orElse("") + reference);
            List<String> changes = changes(arm, name.map(own -> own + ":").orElse(""));
            if (name.isEmpty() && !changes.isEmpty()) {
                arm.fault("name", "an arm with changes needs a name");
            }
            name.filter(own -> !own.matches("[A-Za-z0-9][A-Za-z0-9_-]*"))
                    .ifPresent(own -> arm.fault("name", "'" + own + "' is no name: letters, digits, - and _"));
            arms.changes().addAll(changes);
            arm.refuseOthers();
        }
        return arms;
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
        if (name.get().startsWith("-") || name.get().contains("=") || name.get().isBlank()) {
            body.fault("scenario", "there is no scenario '" + name.get() + "'");
        }
        return name.get();
    }

    private static List<String> changes(Body body, String arm) {
        List<String> words = new ArrayList<>();
        body.textsByKey("set").forEach((path, value) -> words.addAll(List.of("--set", arm + path + "=" + value)));
        for (Body move : body.objects("moves")) {
            String until = move.text("until").map(day -> ".." + day).orElse("");
            String lever = needed(move, "lever");
            words.addAll(List.of("--move", arm + lever + "=" + needed(move, "to") + "@" + needed(move, "at") + until));
            move.refuseOthers();
        }
        body.texts("without").forEach(name -> words.addAll(List.of("--without", arm + name)));
        return words;
    }

    private static String needed(Body body, String key) {
        Optional<String> text = body.text(key);
        if (text.isEmpty()) {
            body.fault(key, "is missing");
        }
        return text.orElse("");
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
