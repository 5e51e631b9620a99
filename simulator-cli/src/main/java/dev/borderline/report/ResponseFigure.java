package dev.borderline.report;

import dev.borderline.figure.Datum;
import dev.borderline.figure.Figure;
import dev.borderline.figure.FigureRow;
import dev.borderline.figure.Levels;
import dev.borderline.figure.LineChart;
import dev.borderline.figure.Panel;
import dev.borderline.figure.Series;
import dev.borderline.report.Cells.Cell;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The figure of outcomes along the first factor. It has a line for each value of the second, or for each arm. */
final class ResponseFigure {
    private static final int LINES_MAX = 6;

    private final Results results;
    private final StudyPlan study;
    private final boolean byArm;
    private final List<FigureRow> rows = new ArrayList<>();

    private ResponseFigure(Results results) {
        this.results = results;
        study = results.study();
        byArm = study.arms().size() > 1;
    }

    /** The figure; none where no factor takes two values while the others stay. */
    static Optional<Figure> of(Results results) {
        return results.firstLeads() ? Optional.of(new ResponseFigure(results).figure()) : Optional.empty();
    }

    private Figure figure() {
        List<Panel> panels = results.outcomes().stream().map(this::panel).toList();
        List<String> keys = new ArrayList<>(study.factors().subList(0, bySecond() ? 2 : 1));
        if (byArm) {
            keys.add("arm");
        }
        String first = PlainNames.ofInput(study.factors().get(0));
        return new Figure(
                "response",
                new Figure.Words("What changes with " + first, caption(first)),
                2,
                panels,
                new Figure.Table(keys, rows));
    }

    private boolean bySecond() {
        return !byArm && results.isGrid();
    }

    private String caption(String first) {
        String lines = byArm
                ? " A line for each arm" + results.elsewhere(0) + "."
                : bySecond()
                        ? " A line for each value of "
                                + PlainNames.ofInput(study.factors().get(1)) + results.elsewhere(0, 1) + "."
                        : results.elsewhere(0).isEmpty() ? "" : " Drawn" + results.elsewhere(0) + ".";
        return "Each panel shows one outcome over the whole period as " + first + " rises." + lines
                + " Dots are " + results.counted().averages(true)
                + "."
                + results.counted()
                        .interval(" Bands are 95 % intervals of the means, where they are wider than the line.");
    }

    private Panel panel(String outcome) {
        List<Double> levels =
                results.along(0).stream().map(point -> study.value(point, 0)).toList();
        String unit = results.cells().measure(outcome).unit();
        String differ =
                byArm ? "arm" : bySecond() ? PlainNames.ofInput(study.factors().get(1)) : "";
        return LineChart.panel(
                new LineChart.Heading(PlainNames.ofMeasure(outcome), unit, differ),
                Levels.ofNumbers(PlainNames.ofInput(study.factors().get(0)), levels),
                lines(outcome),
                LineChart.Uncertainty.BAND);
    }

    private List<Series> lines(String outcome) {
        if (byArm) {
            return IntStream.range(0, study.arms().size())
                    .mapToObj(arm ->
                            new Series(study.arms().get(arm), Series.kind(arm), data(outcome, results.along(0), arm)))
                    .toList();
        }
        if (!bySecond()) {
            return List.of(new Series("", Series.kind(1), data(outcome, results.along(0), 0)));
        }
        List<Double> chosen = chosen(study.levels(1));
        return IntStream.range(0, chosen.size())
                .mapToObj(i -> new Series(
                        Numbers.human(chosen.get(i)),
                        Series.ordered(i, chosen.size()),
                        data(outcome, at(chosen.get(i)), 0)))
                .toList();
    }

    /** Points along the first factor where the second has this value. */
    private List<Integer> at(double second) {
        return study.plane(0, 1).stream()
                .filter(point -> study.value(point, 1) == second)
                .toList();
    }

    /** At most so many levels as can be told apart, evenly chosen from end to end. */
    private static List<Double> chosen(List<Double> levels) {
        if (levels.size() <= LINES_MAX) {
            return levels;
        }
        return IntStream.range(0, LINES_MAX)
                .mapToObj(i -> levels.get(i * (levels.size() - 1) / (LINES_MAX - 1)))
                .toList();
    }

    private List<Datum> data(String outcome, List<Integer> points, int arm) {
        List<Datum> data = new ArrayList<>();
        for (int point : points) {
            List<String> keys = new ArrayList<>();
            for (int factor = 0; factor < (bySecond() ? 2 : 1); factor++) {
                keys.add(Numbers.exact(study.value(point, factor)));
            }
            String name = bySecond() ? results.words(point, 0, 1) : results.words(point, 0);
            if (byArm) {
                keys.add(study.arms().get(arm));
                name = study.arms().get(arm) + ", " + name;
            }
            Results.Entry entry =
                    results.entry(name, keys, outcome, results.cells().total(new Cell(point, arm), outcome));
            data.add(entry.datum());
            rows.add(entry.row());
        }
        return data;
    }
}
