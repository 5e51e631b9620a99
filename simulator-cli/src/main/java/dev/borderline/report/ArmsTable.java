package dev.borderline.report;

import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Move;
import dev.borderline.report.Cells.Cell;
import dev.borderline.scenario.Scenario;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Meaning of the arms of a study: their titles, stories and limits. Then the inputs in which they differ, and the dated
 * moves of each.
 *
 * @param arms in the order of the file
 * @param differences inputs that not all arms have alike
 */
record ArmsTable(List<Arm> arms, List<Difference> differences) {
    ArmsTable {
        arms = List.copyOf(arms);
        differences = List.copyOf(differences);
    }

    /**
     * One arm.
     *
     * @param name of it
     * @param title of its scenario
     * @param story of its scenario
     * @param limits of what its scenario says; empty where they are those of the first
     * @param moves dated moves of its own, a line each
     */
    record Arm(String name, String title, String story, String limits, List<String> moves) {
        Arm {
            moves = List.copyOf(moves);
        }
    }

    /**
     * One input.
     *
     * @param path of it
     * @param words for it
     * @param values by arm; empty where an arm has no such input
     */
    record Difference(String path, String words, List<String> values) {
        Difference {
            values = List.copyOf(values);
        }
    }

    /** The table of a study; none where there is one arm. */
    static Optional<ArmsTable> of(StudyPlan study) {
        if (study.arms().size() < 2) {
            return Optional.empty();
        }
        List<Scenario> scenarios = IntStream.range(0, study.arms().size())
                .mapToObj(arm -> study.experiment().scenario(study.reference(), arm))
                .toList();
        List<Arm> arms = new ArrayList<>();
        for (int arm = 0; arm < scenarios.size(); arm++) {
            Scenario scenario = scenarios.get(arm);
            boolean repeats =
                    arm > 0 && scenario.story().equals(scenarios.get(0).story());
            boolean sameLimits =
                    arm > 0 && scenario.limits().equals(scenarios.get(0).limits());
            arms.add(new Arm(
                    study.arms().get(arm),
                    repeats ? "" : scenario.title(),
                    repeats ? "" : scenario.story(),
                    sameLimits ? "" : scenario.limits(),
                    moves(study, arm, scenarios.get(0))));
        }
        return Optional.of(new ArmsTable(arms, differences(scenarios)));
    }

    /** Moves of an arm that the first does not have; all of the first. */
    private static List<String> moves(StudyPlan study, int arm, Scenario first) {
        return study.moves(new Cell(study.reference(), arm)).stream()
                .filter(move -> arm == 0 || !first.moves().contains(move))
                .map(ArmsTable::words)
                .toList();
    }

    /** A move as a line: {@code "from 2012-01-01 surveillance coverage is 0.06"}. */
    static String words(Move move) {
        String lever = PlainNames.ofInput(move.path());
        String value = Numbers.human(move.value());
        return switch (move.action()) {
            case SET -> "from " + move.at() + " " + lever + " is " + value;
            case SCALE -> "from " + move.at() + " " + lever + " is " + value + " times what it was";
            case RAMP -> "from " + move.at() + " to " + move.until() + " " + lever + " goes to " + value;
        };
    }

    private static List<Difference> differences(List<Scenario> scenarios) {
        TreeSet<String> paths = new TreeSet<>();
        scenarios.forEach(scenario -> paths.addAll(scenario.values().keySet()));
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            boolean same = scenarios.stream()
                    .allMatch(scenario -> Objects.equals(
                            scenario.values().get(path),
                            scenarios.get(0).values().get(path)));
            if (!same) {
                List<String> values = scenarios.stream()
                        .map(scenario -> value(scenario, path))
                        .toList();
                differences.add(new Difference(path, PlainNames.ofInput(path), values));
            }
        }
        return differences;
    }

    private static String value(Scenario scenario, String path) {
        Double value = scenario.values().get(path);
        if (value == null) {
            return "";
        }
        InputSpec spec = scenario.spec(path);
        if (spec.kind() == InputSpec.Kind.SWITCH) {
            return value != 0 ? "yes" : "no";
        }
        String unit = spec.input().unit().equals("1") ? "" : " " + spec.input().unit();
        return Numbers.human(value).replace('-', '−') + unit;
    }
}
