package dev.borderline.report;

import dev.borderline.figure.Series;
import dev.borderline.report.Cells.Cell;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The few cells that figures by year and by fifth show. The arms where there are several, else the ends of the first factor and
 * the reference between them, else the only one.
 *
 * @param differ what they differ in, in words; empty for one
 * @param key column of a table that says which it is
 * @param cells at most {@value #MOST}
 */
record ChosenCells(String differ, String key, List<One> cells) {
    private static final int MOST = 6;

    /**
     * A chosen cell.
     *
     * @param name as it stands at a line; empty for the only one
     * @param value of the key
     * @param colour class of its colour
     * @param cell which one it is
     */
    record One(String name, String value, String colour, Cell cell) {
        /** A name for a number of this cell: {@code "arm drive, 2012"}. */
        String with(String differ, String place) {
            return name.isEmpty() ? place : differ + " " + name + ", " + place;
        }
    }

    ChosenCells {
        cells = List.copyOf(cells);
    }

    static ChosenCells of(Results results) {
        StudyPlan study = results.study();
        if (study.arms().size() > 1) {
            return new ChosenCells("arm", "arm", arms(study));
        }
        if (!results.firstLeads()) {
            One only = new One("", study.arms().get(0), Series.kind(1), results.reference());
            return new ChosenCells("", "arm", List.of(only));
        }
        return new ChosenCells(
                PlainNames.ofInput(study.factors().get(0)), study.factors().get(0), ends(results));
    }

    private static List<One> arms(StudyPlan study) {
        return IntStream.range(0, Math.min(MOST, study.arms().size()))
                .mapToObj(arm -> new One(
                        study.arms().get(arm),
                        study.arms().get(arm),
                        Series.kind(arm),
                        new Cell(study.reference(), arm)))
                .toList();
    }

    private static List<One> ends(Results results) {
        StudyPlan study = results.study();
        List<Integer> line = results.along(0);
        List<Integer> points = IntStream.of(0, line.indexOf(study.reference()), line.size() - 1)
                .distinct()
                .sorted()
                .mapToObj(line::get)
                .toList();
        List<One> ends = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double value = study.value(points.get(i), 0);
            ends.add(new One(
                    Numbers.human(value),
                    Numbers.exact(value),
                    Series.ordered(i, points.size()),
                    new Cell(points.get(i), 0)));
        }
        return ends;
    }

    /** Names of the cells for a caption. */
    String caption(Results results) {
        StudyPlan study = results.study();
        if (cells.size() == 1) {
            String where = study.factors().isEmpty() ? "" : results.elsewhere();
            return where.isEmpty() ? "" : " Drawn" + where + ".";
        }
        if (key.equals("arm")) {
            String rest = study.arms().size() > cells.size()
                    ? " (the first " + cells.size() + " of " + study.arms().size() + ")"
                    : "";
            return " A line for each arm" + rest + results.elsewhere() + ".";
        }
        return " Lines: " + differ + " at its lowest, "
                + (study.referenceIsOwn() ? "the scenario's own and" : "a middle and")
                + " its highest value" + results.elsewhere(0) + ".";
    }
}
