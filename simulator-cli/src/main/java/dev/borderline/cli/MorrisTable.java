package dev.borderline.cli;

import dev.borderline.analysis.Estimate;
import dev.borderline.analysis.MorrisAnalysis;
import dev.borderline.analysis.MorrisEffects;
import dev.borderline.analysis.Study;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Elementary effects for people: a table for each measure, the input with the largest size of effects first. */
final class MorrisTable {
    private final MorrisAnalysis analysis;

    MorrisTable(MorrisAnalysis analysis) {
        this.analysis = analysis;
    }

    List<String> lines(Study study) {
        List<String> lines = new ArrayList<>(Wrapping.lines(
                "What outcomes do when one of " + study.factors().size() + " inputs goes through its whole range: mean"
                        + " size of the effect (mu*), mean with its sign (mu), spread over places (sigma), and the spread"
                        + " that luck alone would give (chance). " + analysis.scenario() + ", arm " + analysis.arm()
                        + ", seed " + study.experiment().seed() + ".",
                AnalysisText.WIDTH));
        analysis.measures().forEach(measure -> lines.addAll(of(measure)));
        lines.addAll(LedgerLines.of(analysis.ledger(), AnalysisText.WIDTH));
        return lines;
    }

    private List<String> of(MorrisAnalysis.OfMeasure one) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.add(one.measure().name() + ":");
        MorrisEffects effects = one.effects();
        if (effects == null) {
            lines.add("  no effects: " + one.reason());
            return lines;
        }
        String unit =
                one.measure().unit().equals("1") ? "shares" : one.measure().unit();
        lines.add("  in " + unit + "; " + effects.trajectories() + " trajectories x " + effects.replications()
                + (effects.replications() == 1 ? " replication" : " replications"));
        table(effects).lines().forEach(line -> lines.add("  " + line));
        return lines;
    }

    private TextTable table(MorrisEffects effects) {
        TextTable table = new TextTable(
                TextTable.Align.LEFT,
                TextTable.Align.LEFT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT);
        List<String> names = FactorNames.of(
                effects.factors().stream().map(MorrisEffects.OfFactor::name).toList());
        table.row("input", "grade", "mu* (95 %)", "mu", "sigma", "chance");
        effects.factors().stream()
                .sorted(Comparator.comparingDouble(
                        (MorrisEffects.OfFactor factor) -> -factor.muStar().value()))
                .forEach(factor -> table.row(
                        names.get(effects.factors().indexOf(factor)),
                        analysis.ledger().grade(factor.name()),
                        shown(factor.muStar()),
                        Numbers.human(factor.mu().value()),
                        Numbers.human(factor.sigma()),
                        Double.isNaN(factor.chance()) ? "?" : Numbers.human(factor.chance())));
        return table;
    }

    private static String shown(Estimate estimate) {
        return Numbers.human(estimate.value()) + " ±"
                + Numbers.human(estimate.interval().halfWidth());
    }
}
