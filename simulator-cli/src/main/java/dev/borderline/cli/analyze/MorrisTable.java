package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.analysis.sensitivity.MorrisAnalysis;
import dev.borderline.analysis.sensitivity.MorrisEffects;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.figure.Scale;
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
                        + " that chance alone would give (chance). " + analysis.scenario() + ", arm " + analysis.arm()
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
        double largest = effects.factors().stream()
                .mapToDouble(factor -> factor.muStar().value() + factor.sigma())
                .max()
                .orElse(0);
        Scale scale = Scale.of(largest, one.measure().unit());
        lines.add("  in " + scale.unit() + "; " + effects.trajectories() + " trajectories x " + effects.replications()
                + (effects.replications() == 1 ? " replication" : " replications"));
        table(effects, scale).lines().forEach(line -> lines.add("  " + line));
        if (effects.factors().stream().anyMatch(factor -> Double.isNaN(factor.chance()))) {
            lines.add("  ?: what chance does cannot be told from one replication");
        }
        return lines;
    }

    private TextTable table(MorrisEffects effects, Scale scale) {
        TextTable table = new TextTable(
                TextTable.Align.LEFT,
                TextTable.Align.LEFT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT);
        List<String> names = AnalysisText.names(
                effects.factors().stream().map(MorrisEffects.OfFactor::name).toList());
        table.row("input", "grade", "mu* (95 %)", "mu", "sigma", "chance");
        effects.factors().stream()
                .sorted(Comparator.comparingDouble(
                        (MorrisEffects.OfFactor factor) -> -factor.muStar().value()))
                .forEach(factor -> table.row(
                        names.get(effects.factors().indexOf(factor)),
                        analysis.ledger().grade(factor.name()),
                        scale.shown(
                                factor.muStar().value(),
                                factor.muStar().interval().halfWidth()),
                        scale.shown(factor.mu().value()),
                        scale.shown(factor.sigma()),
                        Double.isNaN(factor.chance()) ? "?" : scale.shown(factor.chance())));
        return table;
    }
}
