package dev.borderline.report;

import dev.borderline.figure.EffectChart;
import dev.borderline.figure.Figure;
import dev.borderline.figure.FigureRow;
import dev.borderline.figure.Panel;
import dev.borderline.figure.ScatterChart;
import dev.borderline.figure.Series;
import dev.borderline.report.Cells.Cell;
import dev.borderline.scenario.SweepDesign;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The figures of scattered settings: each outcome against the input it goes with most. Beside it, its correlation with every
 * input.
 */
final class ScatterFigure {
    private static final String CORRELATION = "rank correlation";
    private static final int DOTS_MAX = 400;
    private static final int FACTORS_MAX = 15;

    private final Results results;
    private final StudyPlan study;
    private final Correlations correlations;
    private final List<FigureRow> rows = new ArrayList<>();

    private ScatterFigure(Results results) {
        this.results = results;
        study = results.study();
        correlations = new Correlations(results);
    }

    /** The settings themselves; none where inputs can be followed along lines. */
    static Optional<Figure> settings(Results results) {
        return results.study().isScattered() ? Optional.of(new ScatterFigure(results).settings()) : Optional.empty();
    }

    /** Rank correlations; none where inputs can be followed along lines. */
    static Optional<Figure> ranks(Results results) {
        StudyPlan study = results.study();
        boolean fits = study.isScattered() && new Correlations(results).areThere();
        return fits ? Optional.of(new ScatterFigure(results).ranks()) : Optional.empty();
    }

    private Figure settings() {
        List<Panel> panels = results.outcomes().stream().map(this::scatter).toList();
        String shown = study.size() > DOTS_MAX ? " (" + DOTS_MAX + " of " + study.size() + ", evenly chosen)" : "";
        String input = correlations.areThere()
                ? "the input that the outcome goes with most."
                : "the first input: "
                        + (study.kind().equals(SweepDesign.MORRIS)
                                ? "'analyze morris' tells which matters most."
                                : "there are too few settings to tell which matters most.");
        String caption = "Each dot is one setting" + shown + ": "
                + results.counted().averages(false)
                + " over the whole period, against " + input + " The other inputs differ from dot to dot."
                + doubtOfDots() + arm();
        return new Figure(
                "settings",
                new Figure.Words("Where the outcomes lie", caption),
                2,
                panels,
                new Figure.Table(List.of("point", "factor", "value"), rows));
    }

    private String doubtOfDots() {
        return ScatterChart.haveBars(study.size())
                ? results.counted().interval(" Bars are 95 % intervals.")
                : results.counted().interval(" Intervals stand in the table.");
    }

    private String arm() {
        return study.arms().size() > 1 ? " Arm " + study.arms().get(0) + "." : "";
    }

    private Panel scatter(String outcome) {
        int factor = correlations.strongest(outcome).get(0);
        List<ScatterChart.Dot> dots = new ArrayList<>();
        int step = (study.size() + DOTS_MAX - 1) / DOTS_MAX;
        for (int point = 0; point < study.size(); point += step) {
            double value = study.value(point, factor);
            List<String> keys = List.of(Integer.toString(point), study.factors().get(factor), Numbers.exact(value));
            Results.Entry entry = results.entry(
                    "point " + point + ", " + results.words(point, factor),
                    keys,
                    outcome,
                    results.cells().total(new Cell(point, 0), outcome));
            dots.add(new ScatterChart.Dot(value, entry.datum()));
            rows.add(entry.row());
        }
        return ScatterChart.panel(
                new ScatterChart.Heading(
                        PlainNames.ofMeasure(outcome),
                        results.cells().measure(outcome).unit(),
                        PlainNames.ofInput(study.factors().get(factor))),
                dots);
    }

    private Figure ranks() {
        List<Panel> panels = results.outcomes().stream().map(this::correlation).toList();
        String which = correlations.size() == study.size() ? " settings" : " settings of the base matrices";
        String caption = "Spearman's rank correlation of each input with each outcome over the " + correlations.size()
                + which
                + ": +1 where the outcome always rises with the input, −1 where it always falls, near 0 where it does not go"
                + " with it." + doubt() + " It tells what moves with what, not how much. The letter is the grade of the"
                + " input." + arm();
        return new Figure(
                "ranks",
                new Figure.Words("Which input matters most", caption),
                2,
                panels,
                new Figure.Table(List.of("factor"), rows));
    }

    private String doubt() {
        return correlations.areOfASample()
                ? " The thin lines are 95 % intervals (Fieller, Hartley and Pearson 1957)."
                : " The settings were chosen, not drawn by chance, so there is no interval.";
    }

    private Panel correlation(String outcome) {
        List<EffectChart.Effects> effects = new ArrayList<>();
        for (int factor : correlations.strongest(outcome)) {
            String path = study.factors().get(factor);
            Results.Entry entry =
                    results.entry(PlainNames.ofInput(path), List.of(path), outcome, correlations.of(factor, outcome));
            rows.add(new FigureRow(
                    entry.row().keys(), outcome, CORRELATION, entry.row().estimate()));
            if (effects.size() < FACTORS_MAX) {
                effects.add(new EffectChart.Effects(
                        study.graded(path), List.of(new EffectChart.End("", Series.kind(1), entry.datum()))));
            }
        }
        return EffectChart.ofCorrelations(PlainNames.ofMeasure(outcome), CORRELATION, effects);
    }
}
