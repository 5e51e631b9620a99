package dev.borderline.report;

import dev.borderline.figure.Datum;
import dev.borderline.figure.EffectChart;
import dev.borderline.figure.Figure;
import dev.borderline.figure.FigureRow;
import dev.borderline.figure.MeanEstimate;
import dev.borderline.figure.Panel;
import dev.borderline.figure.Scale;
import dev.borderline.figure.Series;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Figures of the analyses that were left in a result folder, one for each kind but Sobol's, which {@link VarianceShares} draws. */
final class AnalysisFigures {
    private static final int ROWS_MAX = 15;
    private static final int UNKNOWNS_MAX = 10;
    private static final String UNIT = "1";

    private AnalysisFigures() {}

    /** The figures, in the order in which a reader asks: what matters, where, how robust, what to find out. */
    static List<Figure> in(Path folder, Results results) throws IOException {
        return Stream.of(
                        AnalysisFile.in(folder, "morris").flatMap(AnalysisFigures::morris),
                        AnalysisFile.in(folder, "sensitivity").flatMap(AnalysisFigures::sensitivity),
                        AnalysisFile.in(folder, "prim").flatMap(file -> BoxFigure.of(file, results)),
                        AnalysisFile.in(folder, "cart").flatMap(AnalysisFigures::cart),
                        AnalysisFile.in(folder, "robustness").flatMap(AnalysisFigures::robustness),
                        AnalysisFile.in(folder, "selection").flatMap(AnalysisFigures::selection),
                        AnalysisFile.in(folder, "voi").flatMap(AnalysisFigures::voi))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Elementary effects: mean sizes with their intervals, the largest first. */
    private static Optional<Figure> morris(AnalysisFile file) {
        List<FigureRow> rows = new ArrayList<>();
        List<Panel> panels = file.items("measures").stream()
                .filter(measure -> !measure.items("factors").isEmpty())
                .map(measure -> effects(measure, rows))
                .toList();
        String caption =
                "What each outcome does, on average over many places, when one input goes through its whole range"
                        + " (Morris' elementary effects): the mean size of the effect, whatever its sign (blue, mu*), and the mean"
                        + " with its sign (orange, mu). Where the two differ in size, the input pushes both ways. The thin lines are"
                        + " 95 % intervals. The letter is the grade of the input.";
        return figure("elementary-effects", "Which input matters: one step at a time", caption, panels, rows);
    }

    private static Panel effects(AnalysisFile measure, List<FigureRow> rows) {
        int walks = (int) measure.number("trajectories");
        String name = measure.text("name");
        List<EffectChart.Effects> effects = measure.items("factors").stream()
                .sorted(Comparator.comparingDouble((AnalysisFile factor) -> -factor.number("mu_star")))
                .limit(ROWS_MAX)
                .map(factor -> new EffectChart.Effects(
                        graded(factor.text("path"), factor.text("grade")),
                        List.of(
                                end(1, factor, "size", factor.estimate("mu_star", walks)),
                                end(2, factor, "with its sign", factor.estimate("mu", walks)))))
                .toList();
        for (AnalysisFile factor : measure.items("factors")) {
            for (String index : List.of("mu_star", "mu")) {
                rows.add(new FigureRow(
                        List.of(factor.text("path"), factor.text("grade"), index),
                        name,
                        measure.text("unit"),
                        factor.estimate(index, walks)));
            }
        }
        return EffectChart.ofChanges(PlainNames.ofMeasure(name), measure.text("unit"), effects);
    }

    private static EffectChart.End end(int colour, AnalysisFile factor, String what, MeanEstimate estimate) {
        return new EffectChart.End(
                "", Series.kind(colour), new Datum(PlainNames.ofInput(factor.text("path")) + ", " + what, estimate));
    }

    private static String graded(String path, String grade) {
        return PlainNames.ofInput(path) + " · " + grade;
    }

    /** First-order indices over members. */
    private static Optional<Figure> sensitivity(AnalysisFile file) {
        int members = (int) file.number("members");
        List<FigureRow> rows = new ArrayList<>();
        List<Panel> panels = new ArrayList<>();
        for (AnalysisFile measure : file.items("measures")) {
            List<EffectChart.Effects> effects = new ArrayList<>();
            for (AnalysisFile unknown : measure.items("unknowns")) {
                MeanEstimate share = unknown.estimate("first_order", members);
                String path = firstPath(unknown);
                rows.add(new FigureRow(
                        List.of(path, unknown.text("grade"), unknown.text("row")), measure.text("name"), UNIT, share));
                if (effects.size() < UNKNOWNS_MAX) {
                    String name = graded(path, unknown.text("grade"));
                    effects.add(new EffectChart.Effects(
                            name, List.of(new EffectChart.End("", Series.kind(1), new Datum(name, share)))));
                }
            }
            if (!effects.isEmpty()) {
                panels.add(EffectChart.ofShares(PlainNames.ofMeasure(measure.text("name")), effects));
            }
        }
        String caption = "Of the variance of each outcome over " + members
                + " members, the share that would go if one unknown were known and the others stayed as uncertain as they"
                + " are. The thin lines are 95 % intervals by bootstrap; one that reaches 0 tells nothing.";
        return figure("unknowns", "Which unknowns the uncertainty comes from", caption, panels, rows);
    }

    private static String firstPath(AnalysisFile unknown) {
        return unknown.items("paths").stream()
                .findFirst()
                .map(AnalysisFile::text)
                .orElse(unknown.text("row"));
    }

    /** The tree as its parts, each a bar; the conditions stand below. */
    private static Optional<Figure> cart(AnalysisFile file) {
        List<FigureRow> rows = new ArrayList<>();
        List<EffectChart.Effects> parts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        String measure = file.text("measure");
        String unit = file.text("unit");
        for (AnalysisFile leaf : file.items("leaves")) {
            String name = "Part " + (parts.size() + 1);
            int cases = (int) leaf.number("cases");
            MeanEstimate mean =
                    new MeanEstimate(cases, leaf.number("mean"), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            String where = limits(leaf.items("limits"));
            rows.add(new FigureRow(List.of(name, where), measure, unit, mean));
            notes.add(name + ": " + where + ".");
            parts.add(new EffectChart.Effects(
                    name + ", " + cases + " points",
                    List.of(new EffectChart.End("", Series.kind(1), new Datum(name + ": " + where, mean)))));
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String caption =
                "The points of the sweep, parted by the inputs that tell them apart best (a regression tree). A bar is "
                        + (asksForAShare(file)
                                ? "the share of a part's points " + question(file)
                                : "the mean of a part's points")
                        + ". The tree explains " + percent(file.number("explained"))
                        + " of the variance between these points, "
                        + percent(StrictMath.max(0, file.number("explained_elsewhere")))
                        + " between points it has not seen.";
        Panel panel = asksForAShare(file)
                ? EffectChart.ofShares(PlainNames.ofMeasure(measure), parts)
                : EffectChart.ofLevels(PlainNames.ofMeasure(measure), unit, parts);
        return Optional.of(new Figure(
                "tree",
                new Figure.Words("What parts the points: a tree", caption, notes),
                1,
                List.of(panel),
                new Figure.Table(List.of("part", "where"), rows)));
    }

    private static boolean asksForAShare(AnalysisFile file) {
        return file.at("above").isPresent() || file.at("below").isPresent();
    }

    /** The threshold asked for, in words. */
    static String question(AnalysisFile file) {
        boolean isAbove = file.at("above").isPresent();
        return "at which " + PlainNames.withinSentence(file.text("measure")) + " is " + (isAbove ? "above " : "below ")
                + Numbers.human(file.number(isAbove ? "above" : "below"))
                + (file.text("against").isEmpty()
                        ? ""
                        : ", as the change of " + file.text("arm") + " from " + file.text("against"));
    }

    static String limits(List<AnalysisFile> limits) {
        List<String> words = new ArrayList<>();
        for (AnalysisFile limit : limits) {
            String name = PlainNames.ofInput(limit.text("path"));
            if (!Double.isNaN(limit.number("above"))) {
                words.add(name + " above " + Numbers.human(limit.number("above")));
            }
            if (!Double.isNaN(limit.number("below"))) {
                words.add(name + " below " + Numbers.human(limit.number("below")));
            }
        }
        return words.isEmpty() ? "everywhere" : String.join(", ", words);
    }

    /** Regret of each policy: its distance from the best at the same point. */
    private static Optional<Figure> robustness(AnalysisFile file) {
        int states = (int) file.number("states");
        String measure = file.text("measure");
        String unit = file.text("unit");
        List<FigureRow> rows = new ArrayList<>();
        List<EffectChart.Effects> effects = new ArrayList<>();
        for (AnalysisFile policy : file.items("policies")) {
            List<EffectChart.End> ends = new ArrayList<>();
            for (String key : List.of("regret_90", "regret_max")) {
                MeanEstimate value =
                        new MeanEstimate(states, policy.number(key), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
                String words = key.equals("regret_max") ? "at the worst point" : "at nine in ten points at most";
                ends.add(new EffectChart.End(
                        "",
                        Series.kind(ends.size() + 1),
                        new Datum(policy.text("name") + ", behind the best " + words, value)));
                rows.add(new FigureRow(List.of(policy.text("name"), key), measure, unit, value));
            }
            for (String key : List.of("mean", "sd", "worst", "best_in")) {
                rows.add(new FigureRow(
                        List.of(policy.text("name"), key),
                        measure,
                        key.equals("best_in") ? UNIT : unit,
                        new MeanEstimate(states, policy.number(key), Double.NaN, Double.NaN, Double.NaN, Double.NaN)));
            }
            effects.add(new EffectChart.Effects(policy.text("name"), ends));
        }
        String caption = "How far each arm falls behind the best of these arms at the same of " + states
                + " points: at nine in ten points no further than the blue bar, nowhere further than the orange. "
                + (file.text("better").equals("more") ? "More" : "Less") + " of "
                + PlainNames.withinSentence(measure)
                + " counts as better. The arms stand in the order of the file; this is"
                + " no ranking.";
        List<Panel> panels = effects.isEmpty()
                ? List.of()
                : List.of(EffectChart.ofLevels(PlainNames.ofMeasure(measure) + ", behind the best", unit, effects));
        return figure("robustness", "How each arm does where the inputs are otherwise", caption, panels, rows);
    }

    /** Mean of each arm until it was decided about, and which was selected. */
    private static Optional<Figure> selection(AnalysisFile file) {
        String measure = file.text("measure");
        String unit = file.text("unit");
        List<FigureRow> rows = new ArrayList<>();
        List<EffectChart.Effects> effects = new ArrayList<>();
        for (AnalysisFile arm : file.items("arms")) {
            String fate = arm.at("gone_after").isPresent()
                    ? "gone after " + arm.text("gone_after") + ", behind " + arm.text("gone_by")
                    : "stayed";
            MeanEstimate mean = arm.estimate("mean", (int) arm.number("runs"));
            rows.add(new FigureRow(List.of(arm.text("name"), fate), measure, unit, mean));
            effects.add(new EffectChart.Effects(
                    arm.text("name"),
                    List.of(new EffectChart.End("", Series.kind(1), new Datum(arm.text("name") + ", " + fate, mean)))));
        }
        Scale lead = Scale.of(file.number("indifference"), unit);
        String caption = (file.text("better").equals("more") ? "More" : "Less") + " of "
                + PlainNames.withinSentence(measure) + " counts as better. "
                + (file.text("selected").isEmpty()
                        ? "After " + file.text("rounds")
                                + " replications it is not decided which arm has the best mean: that takes more."
                        : "Selected: " + file.text("selected") + ". If its mean leads by "
                                + lead.human(file.number("indifference")) + " " + lead.ofChanges()
                                + " or more, that is right with a probability of at least "
                                + percent(1 - file.number("alpha"))
                                + "; else it is one of those within that of the best.")
                + " Replications were taken in their order, and an arm went as soon as it was clearly behind another (Kim and"
                + " Nelson 2001). Bars are means until then, with 95 % intervals; those of arms that went early err to the side"
                + " that decided. All of this is chance alone, for one guess of the inputs.";
        List<Panel> panels = effects.isEmpty()
                ? List.of()
                : List.of(EffectChart.ofLevels(PlainNames.ofMeasure(measure), unit, effects));
        return figure("selection", "Which arm has the best mean", caption, panels, rows);
    }

    /** The value of knowing one unknown. */
    private static Optional<Figure> voi(AnalysisFile file) {
        int members = (int) file.number("members");
        String measure = file.text("measure");
        String unit = file.text("unit");
        List<FigureRow> rows = new ArrayList<>();
        List<EffectChart.Effects> effects = new ArrayList<>();
        for (AnalysisFile unknown : file.items("unknowns")) {
            MeanEstimate value = unknown.estimate("value", members);
            String path = firstPath(unknown);
            rows.add(new FigureRow(List.of(path, unknown.text("grade"), unknown.text("row")), measure, unit, value));
            if (effects.size() < ROWS_MAX) {
                String name = graded(path, unknown.text("grade"));
                effects.add(new EffectChart.Effects(
                        name, List.of(new EffectChart.End("", Series.kind(1), new Datum(name, value)))));
            }
        }
        String caption = "What knowing one unknown before choosing would be worth on average, over " + members
                + " members: less "
                + "harm, or more good, than by choosing now. Knowing everything would be worth "
                + Numbers.human(file.number("perfect")) + " " + (unit.equals(UNIT) ? "" : unit)
                + ". The thin lines are 95 % intervals; what lies near 0 may be chance. Averages given this model and its"
                + " priors.";
        List<Panel> panels = effects.isEmpty()
                ? List.of()
                : List.of(EffectChart.ofLevels(PlainNames.ofMeasure(measure) + ", value of knowing", unit, effects));
        return figure("worth-knowing", "What would be worth finding out", caption, panels, rows);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "an unknown share" : Numbers.human(StrictMath.rint(100 * share)) + " %";
    }

    private static Optional<Figure> figure(
            String name, String heading, String caption, List<Panel> panels, List<FigureRow> rows) {
        List<String> keys = switch (name) {
            case "elementary-effects" -> List.of("factor", "grade", "index");
            case "robustness" -> List.of("arm", "statistic");
            case "selection" -> List.of("arm", "fate");
            default -> List.of("factor", "grade", "row");
        };
        return panels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(
                        name,
                        new Figure.Words(heading, caption),
                        panels.size() == 1 ? 1 : 2,
                        panels,
                        new Figure.Table(keys, rows)));
    }
}
