package dev.borderline.scenario;

import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Move;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A scenario as text: for people and {@link ScenarioReader}, and for digests. */
final class ScenarioText {
    private static final String CANONICAL_FORM = "borderline scenario 1";

    private static final int LINE_WIDTH = 80;
    private static final String INDENT = "  ";

    private ScenarioText() {}

    /**
     * One line per thing that moves a result, sorted; moves by date, lever and order. Mechanisms as they are shipped are known by their
     * inputs and the program's version; any other by its place among them, name, owner and version.
     */
    static String canonical(Scenario scenario) {
        StringBuilder text = new StringBuilder(CANONICAL_FORM).append('\n');
        text.append("start ").append(scenario.start()).append('\n');
        text.append("end ").append(scenario.end()).append('\n');
        scenario.without().stream()
                .sorted()
                .forEach(name -> text.append("without ").append(name).append('\n'));
        scenario.values()
                .forEach((path, value) -> text.append("value ")
                        .append(path)
                        .append(' ')
                        .append(Numbers.exact(value))
                        .append('\n'));
        moveLines(scenario.moves()).forEach(line -> text.append(line).append('\n'));
        mechanismLines(scenario.catalog()).forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static List<String> mechanismLines(Catalog catalog) {
        List<String> lines = new ArrayList<>();
        for (int place = 0; place < catalog.mechanisms().size(); place++) {
            Mechanism<?> mechanism = catalog.mechanisms().get(place);
            if (!mechanism.isAsShipped()) {
                lines.add("mechanism " + place + " " + mechanism.name() + " " + mechanism.owner() + " "
                        + mechanism.version());
            }
        }
        return lines;
    }

    /** One line per move, by date, lever and order. */
    static List<String> moveLines(List<Move> moves) {
        return moves.stream()
                .sorted(Comparator.comparing(Move::at).thenComparing(Move::lever))
                .map(move -> "move " + move.at() + " " + move.lever() + " " + move.action() + " "
                        + Numbers.exact(move.value()) + " " + move.until())
                .toList();
    }

    /** The whole scenario, resolved, as YAML. */
    static String yaml(Scenario scenario) {
        StringBuilder text = new StringBuilder("schema: 1\n");
        text.append("name: ").append(scenario.name()).append('\n');
        text.append("title: ").append(quoted(scenario.title())).append('\n');
        line(text, "story", scenario.story());
        line(text, "source", scenario.source());
        line(text, "limits", scenario.limits());
        text.append("grade: ").append(scenario.grade()).append('\n');
        text.append("start: ").append(scenario.start()).append('\n');
        text.append("end: ").append(scenario.end()).append('\n');
        if (!scenario.without().isEmpty()) {
            text.append("without: [")
                    .append(String.join(", ", scenario.without()))
                    .append("]\n");
        }
        if (!scenario.signature().isEmpty()) {
            text.append("signature:\n");
            scenario.signature()
                    .forEach(claim -> text.append("  - ").append(claim).append('\n'));
        }
        ensemble(text, scenario.ensemble());
        inputs(text, scenario);
        moves(text, scenario.moves());
        return text.toString();
    }

    private static void ensemble(StringBuilder text, EnsembleUse use) {
        if (!use.equals(EnsembleUse.NONE)) {
            text.append("ensemble:\n");
            use.file()
                    .ifPresent(
                            file -> text.append("  file: ").append(quoted(file)).append('\n'));
            text.append("  year: ").append(use.year()).append('\n');
            text.append("  keep: [").append(String.join(", ", use.keep())).append("]\n");
            use.people()
                    .ifPresent(share -> text.append("  people: ")
                            .append(Numbers.exact(share))
                            .append('\n'));
            use.members()
                    .ifPresent(
                            members -> text.append("members: ").append(members).append('\n'));
        }
    }

    private static void line(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append(key).append(": ").append(folded(quoted(value))).append('\n');
        }
    }

    /** Nested mappings; paths are sorted, so those that share a beginning stand together. */
    private static void inputs(StringBuilder text, Scenario scenario) {
        List<String> open = List.of();
        for (String path : scenario.values().keySet()) {
            List<String> parts = List.of(path.split("\\.", -1));
            int shared = 0;
            while (shared < open.size() && open.get(shared).equals(parts.get(shared))) {
                shared++;
            }
            for (int depth = shared; depth < parts.size() - 1; depth++) {
                text.append("  ".repeat(depth)).append(parts.get(depth)).append(":\n");
            }
            open = parts.subList(0, parts.size() - 1);
            text.append("  ".repeat(open.size())).append(parts.get(open.size())).append(": ");
            InputSpec spec = scenario.spec(path);
            text.append(written(spec, scenario.value(path)))
                    .append(" # ")
                    .append(note(spec))
                    .append('\n');
        }
    }

    private static String written(InputSpec spec, double value) {
        return spec.kind() == InputSpec.Kind.SWITCH ? String.valueOf(value != 0) : Numbers.exact(value);
    }

    private static String note(InputSpec spec) {
        String unit = spec.input().unit();
        return (unit.equals("1") ? "" : unit + ", ") + spec.input().source();
    }

    private static void moves(StringBuilder text, List<Move> moves) {
        text.append(moves.isEmpty() ? "" : "policies:\n");
        for (Move move : moves) {
            text.append("  - lever: ").append(move.lever()).append('\n');
            text.append("    at: ").append(move.at()).append('\n');
            String value = Numbers.exact(move.value());
            text.append("    ");
            switch (move.action()) {
                case SET -> text.append("set: ").append(value);
                case SCALE -> text.append("scale: ").append(value);
                case RAMP ->
                    text.append("ramp: {to: ")
                            .append(value)
                            .append(", until: ")
                            .append(move.until())
                            .append('}');
            }
            text.append('\n');
            text.append(move.source().isEmpty() ? "" : "    source: " + quoted(move.source()) + '\n');
        }
    }

    /** A scalar in lines that a person can read. Where a single space was, YAML reads a line break as one. */
    private static String folded(String quoted) {
        StringBuilder text = new StringBuilder();
        int room = LINE_WIDTH - INDENT.length();
        for (String word : quoted.split("(?<=[^ \\\\]) (?=[^ ])", -1)) {
            boolean first = text.isEmpty();
            boolean fits = first || word.length() < room;
            room = fits ? room - word.length() - 1 : LINE_WIDTH - INDENT.length() - word.length();
            text.append(first ? "" : fits ? " " : "\n" + INDENT).append(word);
        }
        return text.toString();
    }

    /** A double-quoted scalar: JSON's spelling is also YAML's. */
    private static String quoted(String value) {
        return JsonWriter.compact().value(value).finish();
    }
}
