package dev.borderline.cli.analyze;

import dev.borderline.analysis.ensemble.FigurePrediction;
import dev.borderline.analysis.ensemble.FitSample;
import dev.borderline.analysis.ensemble.Gate;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.TextTable.Align;
import dev.borderline.figure.Scale;
import dev.borderline.measure.Measure;
import dev.borderline.text.Numbers;
import java.nio.file.Path;
import java.util.List;

/** Fit of an ensemble in words: the figures it predicts, and its gates. */
final class EnsembleFitReport {
    private static final double UNRELIABLE = 0.7;

    private final FitSample sample;
    private final List<FigurePrediction> predictions;
    private final List<Gate> gates;
    private final List<Measure> measures;

    EnsembleFitReport(FitSample sample, List<FigurePrediction> predictions, List<Gate> gates, List<Measure> measures) {
        this.sample = sample;
        this.predictions = predictions;
        this.gates = gates;
        this.measures = List.copyOf(measures);
    }

    String text(Path folder) {
        StringBuilder text = new StringBuilder();
        text.append("Fit over %s temperatures, %s particles; %d of %d inputs informed by the targets\n\n"
                .formatted(
                        Numbers.human(sample.temperatures().size()),
                        Numbers.human(sample.size()),
                        sample.informed().length,
                        sample.model().inputs().size()));
        figures().lines().forEach(line -> text.append(line).append('\n'));
        text.append("""

                Intervals of 90 % for the figure, its error included; 'left out': by the fit without its
                group, '?' where too few particles tell.

                """);
        table().lines().forEach(line -> text.append(line).append('\n'));
        text.append('\n');
        gates.stream()
                .filter(gate -> !gate.passes())
                .forEach(gate -> text.append("Refused: " + words(gate) + ". Raise " + gate.remedy() + ".\n"));
        text.append(
                "In " + folder + ": ensemble.csv, posterior.csv, correlations.csv, targets-predicted.csv, gates.csv\n");
        return text.toString();
    }

    private static String words(Gate gate) {
        return gate.name() + " is " + Numbers.human(gate.value()) + " for " + gate.quantity() + " and must be at "
                + (gate.atLeast() ? "least " : "most ") + Numbers.human(gate.limit());
    }

    private TextTable figures() {
        TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT);
        table.row("id", "use", "record", "unit", "predicted", "left out");
        for (FigurePrediction one : predictions) {
            boolean doubtful = !(one.shape() <= UNRELIABLE)
                    && !Double.isNaN(one.withoutGroup().median());
            Scale scale = Scale.of(0, one.target().statistic().unitName(measures));
            table.row(
                    one.target().id(),
                    one.target().use().word(),
                    scale.human(one.target().value()),
                    scale.unit(),
                    band(scale, one.all()),
                    band(scale, one.withoutGroup()) + (doubtful ? " ?" : ""));
        }
        return table;
    }

    private static String band(Scale scale, FigurePrediction.Band band) {
        return Double.isNaN(band.median()) ? "" : scale.human(band.p05()) + " to " + scale.human(band.p95());
    }

    private TextTable table() {
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT);
        table.row("gate", "worst", "limit", "");
        for (Gate gate : gates) {
            table.row(
                    gate.name(),
                    Numbers.human(gate.value()),
                    Numbers.human(gate.limit()),
                    gate.passes() ? "passes" : "fails for " + gate.failing());
        }
        return table;
    }
}
