package dev.borderline.report;

import dev.borderline.model.Population;
import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.Evidence;
import dev.borderline.scenario.Scenario;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
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
    record Line(String path, String what, String value, String range, String varied, Evidence.Row evidence) {}

    Ledger {
        groups = List.copyOf(groups);
    }

    static Ledger of(StudyPlan study) {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        List<String> paths = new ArrayList<>(study.base().values().keySet());
        paths.remove(Population.SIMULATED_SHARE); // no assumption; what is told above says how many were simulated
        paths.sort(
                Comparator.comparing((String path) -> !path.startsWith(InputSpec.LEVERS))); // what policies move first
        for (String path : paths) {
            groups.computeIfAbsent(group(path), name -> new ArrayList<>()).add(line(study, path));
        }
        return new Ledger(groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList());
    }

    private static String group(String path) {
        return PlainNames.capitalised(path.substring(0, path.indexOf('.')).replace('_', ' '));
    }

    private static Line line(StudyPlan study, String path) {
        Scenario base = study.base();
        InputSpec spec = base.spec(path);
        Evidence.Row source = study.source(path);
        double value = base.value(path);
        boolean onOff = spec.kind() == InputSpec.Kind.SWITCH;
        String unit = spec.input().unit().equals("1") ? "" : " " + spec.input().unit();
        return new Line(
                path,
                spec.input().what(),
                onOff ? (value != 0 ? "yes" : "no") : Numbers.file(value) + unit,
                onOff ? "" : Numbers.human(source.low()) + " to " + Numbers.human(source.high()),
                varied(study, path),
                source);
    }

    private static String varied(StudyPlan study, String path) {
        int factor = study.factors().indexOf(path);
        if (factor < 0) {
            return "";
        }
        List<Double> levels = study.levels(factor);
        String ends = Numbers.human(levels.get(0)) + " to " + Numbers.human(levels.get(levels.size() - 1));
        return "varied here: " + ends + ", " + levels.size() + " values";
    }

    /** The inputs that were varied here. */
    List<Line> varied() {
        return lines().stream().filter(line -> !line.varied.isEmpty()).toList();
    }

    /** All inputs. */
    List<Line> lines() {
        return groups.stream().flatMap(group -> group.lines.stream()).toList();
    }

    /** Number of inputs with this grade. */
    static int count(List<Line> lines, String grade) {
        return (int) lines.stream()
                .filter(line -> line.evidence.grade().equals(grade))
                .count();
    }

    /** The share of each grade as a bar, and in words for those who cannot see it. */
    static String bar(List<Line> lines) {
        List<String> words = GRADES.stream()
                .map(grade -> count(lines, grade) + " of grade " + grade)
                .toList();
        StringBuilder bar = new StringBuilder("<svg class=\"grades\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\""
                + " role=\"img\" aria-label=\"" + PlainNames.enumerated(words) + "\">");
        double from = 0;
        for (String grade : GRADES) {
            double width = 100.0 * count(lines, grade) / lines.size();
            bar.append("<rect class=\"b").append(grade).append("\" x=\"").append(Numbers.file(from));
            bar.append("\" width=\"").append(Numbers.file(width)).append("\" height=\"6\"/>");
            from += width;
        }
        return bar.append("</svg>").toString();
    }
}
