package dev.borderline.report;

import dev.borderline.figure.EffectChart;
import dev.borderline.figure.Figure;
import dev.borderline.figure.FigureRow;
import dev.borderline.figure.MeanEstimate;
import dev.borderline.figure.Panel;
import dev.borderline.figure.Series;
import dev.borderline.report.Cells.Cell;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Figures of changes with common random numbers: the tornado of factors, and arms against the first. */
final class EffectFigure {
    private static final int FACTORS_MAX = 15;

    private final Results results;
    private final StudyPlan study;
    private final List<FigureRow> rows = new ArrayList<>();

    private EffectFigure(Results results) {
        this.results = results;
        study = results.study();
    }

    /** Each factor from its lowest to its highest value; none where fewer than two factors vary one at a time. */
    static Optional<Figure> tornado(Results results) {
        long varied = IntStream.range(0, results.study().factors().size())
                .filter(factor -> results.along(factor).size() > 1)
                .count();
        return varied < 2 ? Optional.empty() : Optional.of(new EffectFigure(results).tornado());
    }

    /** Each arm against the first; none where there is but one. */
    static Optional<Figure> arms(Results results) {
        return results.study().arms().size() < 2 ? Optional.empty() : Optional.of(new EffectFigure(results).arms());
    }

    private Figure tornado() {
        List<Panel> panels = results.outcomes().stream()
                .map(outcome -> panel(outcome, factors(outcome)))
                .toList();
        String arm = study.arms().size() > 1 ? " Arm " + study.arms().get(0) + "." : "";
        String centre = study.referenceIsOwn() ? "the scenario as it stands" : "the point nearest to the scenario";
        String caption = "What each outcome gains or loses when one input alone goes from " + centre
                + " to its lowest (blue) and to its highest value (orange) of those tried, written at the bar. The input that"
                + " moves the outcome most stands first; how far each was moved is a choice of this sweep. The letter is the"
                + " grade of the input." + paired() + arm;
        return new Figure(
                "tornado",
                new Figure.Words("Which input matters most", caption),
                2,
                panels,
                new Figure.Table(List.of("factor", "from", "to"), rows));
    }

    private Figure arms() {
        List<Panel> panels = results.outcomes().stream()
                .map(outcome -> panel(outcome, alternatives(outcome)))
                .toList();
        String base = study.arms().get(0);
        String caption = "What each arm adds to the outcomes of " + base + results.elsewhere()
                + ", in the order of the file; this is no ranking." + paired();
        return new Figure(
                "arms",
                new Figure.Words("Each arm against " + base, caption),
                2,
                panels,
                new Figure.Table(List.of("arm", "against"), rows));
    }

    private String paired() {
        return " Bars are " + results.counted().pairs() + " " + study.pairing()
                + "."
                + results.counted().interval(" The thin lines at their ends are 95 % intervals.");
    }

    private Panel panel(String outcome, List<EffectChart.Effects> effects) {
        return EffectChart.ofChanges(
                PlainNames.ofMeasure(outcome), results.cells().measure(outcome).unit(), effects);
    }

    private List<EffectChart.Effects> factors(String outcome) {
        List<EffectChart.Effects> effects = new ArrayList<>();
        for (int factor = 0; factor < study.factors().size(); factor++) {
            List<Integer> line = results.along(factor);
            if (line.size() > 1) {
                effects.add(new EffectChart.Effects(
                        study.graded(study.factors().get(factor)), ends(outcome, factor, line)));
            }
        }
        effects.sort(Comparator.comparingDouble(EffectFigure::size).reversed());
        return effects.stream().limit(FACTORS_MAX).toList();
    }

    private static double size(EffectChart.Effects effects) {
        return effects.ends().stream()
                .mapToDouble(end -> Math.abs(end.change().estimate().mean()))
                .max()
                .orElse(0);
    }

    /** The lowest and the highest value, unless one of them is the reference itself. */
    private List<EffectChart.End> ends(String outcome, int factor, List<Integer> line) {
        int last = line.size() - 1;
        return IntStream.of(0, last)
                .filter(place -> line.get(place) != study.reference())
                .mapToObj(place -> end(outcome, factor, line.get(place), Series.kind(place == last ? 2 : 1)))
                .toList();
    }

    private EffectChart.End end(String outcome, int factor, int point, String colour) {
        int reference = study.reference();
        String from = Numbers.exact(study.value(reference, factor));
        String to = Numbers.exact(study.value(point, factor));
        MeanEstimate change = results.cells().change(results.reference(), new Cell(point, 0), outcome);
        Results.Entry entry = results.entry(
                PlainNames.ofInput(study.factors().get(factor)) + " from " + from + " to " + to,
                List.of(study.factors().get(factor), from, to),
                outcome,
                change);
        rows.add(entry.row());
        return new EffectChart.End(Numbers.human(study.value(point, factor)), colour, entry.datum());
    }

    private List<EffectChart.Effects> alternatives(String outcome) {
        List<EffectChart.Effects> effects = new ArrayList<>();
        String base = study.arms().get(0);
        for (int arm = 1; arm < study.arms().size(); arm++) {
            String name = study.arms().get(arm);
            MeanEstimate change =
                    results.cells().change(results.reference(), new Cell(study.reference(), arm), outcome);
            Results.Entry entry = results.entry(name + " against " + base, List.of(name, base), outcome, change);
            rows.add(entry.row());
            effects.add(
                    new EffectChart.Effects(name, List.of(new EffectChart.End("", Series.kind(arm), entry.datum()))));
        }
        return effects;
    }
}
