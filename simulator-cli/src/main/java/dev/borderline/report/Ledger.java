package dev.borderline.report;

import dev.borderline.model.InputSpec;
import dev.borderline.scenario.Scenario;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every input that the results rest on, with its grade and source.
 *
 * @param groups by the part of the model they belong to
 */
record Ledger(List<Group> groups) {
    /** Grades, from the best. */
    static final List<String> GRADES = List.of("A", "B", "C");

    /**
     * Inputs that belong together.
     *
     * @param name of the mechanism or levers
     * @param lines in order of their paths
     */
    record Group(String name, List<Line> lines) {
        Group {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An input.
     *
     * @param path as scenario files call it
     * @param what it is, in one sentence
     * @param value in the scenario, with its unit
     * @param range in which sources or judgement put it
     * @param varied the values tried here; empty where it stayed
     * @param evidence where it comes from
     */
    record Line(String path, String what, String value, String range, String varied, Evidence.Source evidence) {}

    Ledger {
        groups = List.copyOf(groups);
    }

    static Ledger of(Study study) {
        Evidence evidence = new Evidence();
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        for (String path : study.base().values().keySet()) {
            groups.computeIfAbsent(group(path), name -> new ArrayList<>()).add(line(study, path, evidence));
        }
        return new Ledger(groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList());
    }

    private static String group(String path) {
        String[] parts = path.split("\\.", -1);
        boolean nested = path.startsWith(InputSpec.LEVERS) || path.startsWith("zones.");
        return nested
                ? Names.capitalised(parts[0]) + ": " + parts[1].replace('_', ' ')
                : Names.capitalised(parts[0].replace('_', ' '));
    }

    private static Line line(Study study, String path, Evidence evidence) {
        Scenario base = study.base();
        InputSpec spec = base.spec(path);
        Evidence.Source source = evidence.of(base, path);
        double value = base.value(path);
        boolean onOff = spec.kind() == InputSpec.Kind.SWITCH;
        String unit = spec.input().unit().equals("1") ? "" : " " + spec.input().unit();
        return new Line(
                path,
                spec.input().what(),
                onOff ? (value != 0 ? "yes" : "no") : Numbers.file(value) + unit,
                onOff ? "" : source.low() + " to " + source.high(),
                varied(study, path),
                source);
    }

    private static String varied(Study study, String path) {
        int factor = study.factors().indexOf(path);
        if (factor < 0) {
            return "";
        }
        List<Double> levels = study.levels(factor);
        String ends = Numbers.human(levels.get(0)) + " to " + Numbers.human(levels.get(levels.size() - 1));
        return "varied here: " + ends + ", " + levels.size() + " values";
    }

    /** Number of inputs. */
    int size() {
        return groups.stream().mapToInt(group -> group.lines.size()).sum();
    }

    /** Number of inputs with this grade. */
    int count(String grade) {
        return (int) groups.stream()
                .flatMap(group -> group.lines.stream())
                .filter(line -> line.evidence.grade().equals(grade))
                .count();
    }
}
