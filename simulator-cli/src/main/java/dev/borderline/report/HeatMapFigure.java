package dev.borderline.report;

import dev.borderline.figure.Datum;
import dev.borderline.figure.Figure;
import dev.borderline.figure.FigureRow;
import dev.borderline.figure.HeatMap;
import dev.borderline.figure.Levels;
import dev.borderline.figure.Panel;
import dev.borderline.report.Cells.Cell;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figure of outcomes over the first two factors, a cell for each pair of values. */
final class HeatMapFigure {
    private static final int LEVELS_MAX = 40;

    private final Results results;
    private final StudyPlan study;
    private final List<Double> across;
    private final List<Double> up;
    private final List<FigureRow> rows = new ArrayList<>();

    private HeatMapFigure(Results results) {
        this.results = results;
        study = results.study();
        across = study.levels(0);
        up = study.levels(1);
    }

    /** The figure; none where not every pair was tried, or too many to be looked at. */
    static Optional<Figure> of(Results results) {
        boolean fits = results.isGrid()
                && results.study().levels(0).size() <= LEVELS_MAX
                && results.study().levels(1).size() <= LEVELS_MAX;
        return fits ? Optional.of(new HeatMapFigure(results).figure()) : Optional.empty();
    }

    private Figure figure() {
        List<Panel> panels = results.outcomes().stream().map(this::panel).toList();
        String first = PlainNames.ofInput(study.factors().get(0));
        String second = PlainNames.ofInput(study.factors().get(1));
        String arm = study.arms().size() > 1 ? " Arm " + study.arms().get(0) + "." : "";
        String own =
                study.referenceIsOwn() ? "the scenario's own setting" : "the setting nearest to the scenario's own";
        String caption = "Each cell is a pair of settings: " + first + " to the right, " + second + " upwards"
                + results.elsewhere(0, 1) + ". The number is "
                + results.counted().averages(false)
                + " over the whole period, from the least to the greatest of each panel: the more a cell stands out"
                + " from the page, the larger."
                + " The frame marks " + own + "." + results.counted().interval(" Intervals stand in the table.") + arm;
        return new Figure(
                "two-levers",
                new Figure.Words("Both together: " + first + " and " + second, caption),
                2,
                panels,
                new Figure.Table(study.factors().subList(0, 2), rows));
    }

    private Panel panel(String outcome) {
        int reference = study.reference();
        return HeatMap.panel(
                levels(0, across),
                levels(1, up),
                new HeatMap.Cells(
                        PlainNames.ofMeasure(outcome),
                        results.cells().measure(outcome).unit(),
                        data(outcome),
                        up.indexOf(study.value(reference, 1)),
                        across.indexOf(study.value(reference, 0))));
    }

    private Levels levels(int factor, List<Double> values) {
        return Levels.ofNumbers(PlainNames.ofInput(study.factors().get(factor)), values);
    }

    private List<List<Datum>> data(String outcome) {
        List<Integer> points = study.plane(1, 0);
        List<List<Datum>> data = new ArrayList<>();
        for (int row = 0; row < up.size(); row++) {
            data.add(points.subList(row * across.size(), (row + 1) * across.size()).stream()
                    .map(point -> datum(outcome, point))
                    .toList());
        }
        return data;
    }

    private Datum datum(String outcome, int point) {
        List<String> keys = List.of(Numbers.exact(study.value(point, 0)), Numbers.exact(study.value(point, 1)));
        Results.Entry entry = results.entry(
                results.words(point, 0, 1), keys, outcome, results.cells().total(new Cell(point, 0), outcome));
        rows.add(entry.row());
        return entry.datum();
    }
}
