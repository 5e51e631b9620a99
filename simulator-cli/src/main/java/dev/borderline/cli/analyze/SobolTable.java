package dev.borderline.cli.analyze;

import dev.borderline.analysis.AssumptionLedger;
import dev.borderline.analysis.Estimate;
import dev.borderline.analysis.Study;
import dev.borderline.analysis.sensitivity.ChanceShares;
import dev.borderline.analysis.sensitivity.SobolAnalysis;
import dev.borderline.analysis.sensitivity.SobolIndices;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.figure.Plain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Sobol's indices for people: a table for each measure, the input with the largest total first. */
final class SobolTable {
    private static final String UNKNOWN = "?";
    private static final double PERCENT = 100;
    private static final int PAIRS_SHOWN = 10;

    private final SobolAnalysis analysis;

    SobolTable(SobolAnalysis analysis) {
        this.analysis = analysis;
    }

    List<String> lines(Study study) {
        List<String> lines = new ArrayList<>(Wrapping.lines(
                "Shares of the variance of outcomes, over the ranges of "
                        + study.factors().size()
                        + " inputs, that each input explains alone (first) and in which it has a part (total). "
                        + analysis.scenario() + ", arm " + analysis.arm() + ", seed "
                        + study.experiment().seed() + ".",
                AnalysisText.WIDTH));
        analysis.measures().forEach(measure -> lines.addAll(of(measure)));
        lines.addAll(LedgerLines.of(analysis.ledger(), AnalysisText.WIDTH));
        return lines;
    }

    private List<String> of(SobolAnalysis.OfMeasure one) {
        List<String> lines = new ArrayList<>(List.of(""));
        Plain plain = Plain.of(one.measure().unit());
        lines.add(one.measure().name() + ":");
        SobolIndices indices = one.indices();
        if (indices == null) {
            lines.addAll(indented("no indices: " + one.reason()));
            return lines;
        }
        double sd = Math.sqrt(Math.max(0, indices.chance().inputsVariance()));
        lines.addAll(indented("mean " + plain.withUnit(one.mean()) + ", standard deviation by the inputs "
                + plain.withUnit(sd) + "; " + indices.baseSamples() + " base points x "
                + indices.replications() + (indices.replications() == 1 ? " replication" : " replications") + ". "
                + chance(indices.chance())));
        List<String> table = table(indices).lines();
        table.forEach(line -> lines.add("  " + line));
        if (table.stream().anyMatch(line -> line.contains(UNKNOWN))) {
            lines.addAll(indented(
                    UNKNOWN + ": cannot be told, as resamples of so few base points hold too little of the variance;"
                            + " a larger base_points tells."));
        }
        pairs(indices).forEach(line -> lines.add("  " + line));
        lines.addAll(indented(assumed(analysis.ledger().share(AssumptionLedger.ASSUMED, indices.firstOrder()))));
        return lines;
    }

    private static List<String> indented(String text) {
        return Wrapping.lines(text, AnalysisText.WIDTH - 2).stream()
                .map(line -> "  " + line)
                .toList();
    }

    private TextTable table(SobolIndices indices) {
        TextTable table =
                new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.LEFT);
        List<String> names = AnalysisText.names(
                indices.factors().stream().map(SobolIndices.OfFactor::name).toList());
        table.row("input", "grade", "first [95 %]", "total [95 %]");
        indices.factors().stream()
                .sorted(Comparator.comparingDouble(
                        (SobolIndices.OfFactor factor) -> -factor.total().value()))
                .forEach(factor -> table.row(
                        names.get(indices.factors().indexOf(factor)),
                        analysis.ledger().grade(factor.name()),
                        shown(factor.first()),
                        shown(factor.total())));
        return table;
    }

    /** Pairs whose interval excludes 0, the strongest first, each in two lines: paths are long. */
    private static List<String> pairs(SobolIndices indices) {
        List<String> lines = new ArrayList<>();
        if (indices.pairs().isEmpty()) {
            return lines;
        }
        List<SobolIndices.OfPair> clear = indices.pairs().stream()
                .filter(pair -> !pair.together().interval().contains(0))
                .sorted(Comparator.comparingDouble(
                        (SobolIndices.OfPair pair) -> -Math.abs(pair.together().value())))
                .limit(PAIRS_SHOWN)
                .toList();
        lines.addAll(Wrapping.lines(
                "Of " + indices.pairs().size()
                        + " pairs of inputs, those that do something together beyond what each does"
                        + " alone (second order [95 %]; the interval of each excludes 0"
                        + (clear.isEmpty() ? "): none" : ", all are in the file):"),
                AnalysisText.WIDTH - 2));
        for (SobolIndices.OfPair pair : clear) {
            lines.add("  " + shown(pair.together()) + "  " + pair.first());
            lines.add("    with " + pair.second());
        }
        return lines;
    }

    private static String shown(Estimate estimate) {
        return share(estimate.value()) + " [" + share(estimate.interval().low()) + ", "
                + share(estimate.interval().high()) + "]";
    }

    private static String share(double value) {
        String text = Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : UNKNOWN;
        return text.equals("-0.00") ? "0.00" : text;
    }

    private static String percent(double share) {
        return Math.round(PERCENT * share) + " %";
    }

    private static String chance(ChanceShares chance) {
        if (Double.isNaN(chance.inputs())) {
            return "How much is chance cannot be told: that needs two replications or more.";
        }
        return "Of the variance of a single run " + percent(chance.inputs()) + " is by the inputs, "
                + percent(Math.max(0, chance.replicationAlone())) + " by chance that all points share, "
                + percent(Math.max(0, chance.withInputs())) + " by other chance; the indices are of the first part.";
    }

    private static String assumed(AssumptionLedger.Bounds bounds) {
        String share = bounds.least() == bounds.most()
                ? percent(bounds.most())
                : percent(Math.max(0, bounds.least())) + " to " + percent(Math.min(1, bounds.most()));
        return "Rests on assumptions (grade C): " + share + " of what the inputs do.";
    }
}
