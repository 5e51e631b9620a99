package dev.borderline.report;

import dev.borderline.figure.Datum;
import dev.borderline.figure.Figure;
import dev.borderline.figure.FigureRow;
import dev.borderline.figure.Levels;
import dev.borderline.figure.LineChart;
import dev.borderline.figure.Panel;
import dev.borderline.figure.Series;
import dev.borderline.measure.Recorder;
import java.util.ArrayList;
import java.util.List;

/** The figure of who bears it: outcomes by wealth fifth. */
final class WealthFigure {
    private static final List<String> NAMES = List.of("poorest", "2nd", "3rd", "4th", "richest");
    static final List<String> BURDENS = Presentations.byFifth();

    private final Results results;
    private final ChosenCells chosen;
    private final List<FigureRow> rows = new ArrayList<>();

    private WealthFigure(Results results) {
        this.results = results;
        chosen = ChosenCells.of(results);
    }

    static Figure of(Results results) {
        return new WealthFigure(results).figure();
    }

    private Figure figure() {
        List<Panel> panels =
                BURDENS.stream().filter(results.cells()::has).map(this::panel).toList();
        String caption =
                "Households in five groups of equal size by wealth at the start, the poorest on the left. Each panel shows"
                        + " one outcome over the whole period." + chosen.caption(results) + " Dots are "
                        + results.counted().averages(true)
                        + "."
                        + results.counted()
                                .interval(" Bars are their 95 % intervals where they are longer than the dot.")
                        + remark(rows);
        return new Figure(
                "by-wealth",
                new Figure.Words("Who bears it: by wealth fifth", caption),
                2,
                panels,
                new Figure.Table(List.of(chosen.key(), "fifth"), rows));
    }

    private static String remark(List<FigureRow> rows) {
        return rows.stream().allMatch(row -> row.estimate().isKnown())
                ? ""
                : " Where there is no dot, there is nothing to measure: no bribe, say, in that fifth.";
    }

    private Panel panel(String outcome) {
        List<Series> lines = chosen.cells().stream()
                .map(one -> new Series(one.name(), one.colour(), data(outcome, one)))
                .toList();
        return LineChart.panel(
                new LineChart.Heading(
                        PlainNames.ofMeasure(outcome),
                        results.cells().measure(outcome).unit(),
                        chosen.differ()),
                Levels.ofNames("wealth fifth", NAMES),
                lines,
                LineChart.Uncertainty.BARS);
    }

    private List<Datum> data(String outcome, ChosenCells.One one) {
        List<Datum> data = new ArrayList<>();
        for (int fifth = 0; fifth < Recorder.FIFTHS; fifth++) {
            Results.Entry entry = results.entry(
                    one.with(chosen.differ(), NAMES.get(fifth) + " fifth"),
                    List.of(one.value(), Integer.toString(fifth + 1)),
                    outcome,
                    results.cells().inFifth(one.cell(), outcome, fifth));
            data.add(entry.datum());
            rows.add(entry.row());
        }
        return data;
    }
}
