package dev.borderline.cli.analyze;

import dev.borderline.analysis.ensemble.FigurePrediction;
import dev.borderline.analysis.ensemble.FitSample;
import dev.borderline.analysis.ensemble.Gate;
import dev.borderline.analysis.ensemble.InputPosterior;
import dev.borderline.measure.Measure;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.PriorSpace;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.Csv;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.util.List;

/** Tables that the fit of an ensemble writes. */
final class EnsembleFitTables {
    private final FitSample sample;
    private final PriorSpace space;
    private final List<Measure> measures;

    EnsembleFitTables(FitSample sample, PriorSpace space, List<Measure> measures) {
        this.sample = sample;
        this.space = space;
        this.measures = List.copyOf(measures);
    }

    void write(CalibrationFolder folder, Ensemble ensemble, List<FigurePrediction> predictions, List<Gate> gates)
            throws IOException {
        AtomicFile.write(folder.file(CalibrationFolder.ENSEMBLE), ensemble.toCsv());
        AtomicFile.write(folder.file(CalibrationFolder.POSTERIOR), posterior());
        AtomicFile.write(folder.file(CalibrationFolder.CORRELATIONS), correlations());
        AtomicFile.write(folder.file(CalibrationFolder.PREDICTED), predicted(predictions));
        AtomicFile.write(folder.file(CalibrationFolder.GATES), gates(gates));
    }

    private String posterior() {
        StringBuilder text = new StringBuilder(Csv.record(
                "path", "row", "prior_p05", "prior_median", "prior_p95", "p05", "median", "p95", "variance_left"));
        for (InputPosterior input : InputPosterior.of(sample, space)) {
            text.append(Csv.record(
                    input.path(),
                    input.row(),
                    Numbers.summary(input.prior().p05()),
                    Numbers.summary(input.prior().median()),
                    Numbers.summary(input.prior().p95()),
                    Numbers.summary(input.posterior().p05()),
                    Numbers.summary(input.posterior().median()),
                    Numbers.summary(input.posterior().p95()),
                    Numbers.summary(input.varianceLeft())));
        }
        return text.toString();
    }

    private String correlations() {
        StringBuilder text = new StringBuilder(Csv.record("row", "other_row", "path", "other_path", "correlation"));
        for (InputPosterior.Correlation pair : InputPosterior.correlations(sample)) {
            text.append(Csv.record(
                    pair.row(),
                    pair.other(),
                    space.pathsOf(pair.row()).get(0),
                    space.pathsOf(pair.other()).get(0),
                    Numbers.summary(pair.correlation())));
        }
        return text.toString();
    }

    private String predicted(List<FigurePrediction> predictions) {
        StringBuilder text = new StringBuilder(Csv.record(
                "id",
                "group",
                "use",
                "value",
                "unit",
                "p05",
                "median",
                "p95",
                "without_p05",
                "without_median",
                "without_p95",
                "pareto_k",
                "pit",
                "crps"));
        for (FigurePrediction one : predictions) {
            text.append(Csv.record(
                    one.target().id(),
                    one.target().likelihood().group(),
                    one.target().use().word(),
                    Numbers.summary(one.target().value()),
                    one.target().statistic().unitName(measures),
                    Numbers.summaryOrEmpty(one.all().p05()),
                    Numbers.summaryOrEmpty(one.all().median()),
                    Numbers.summaryOrEmpty(one.all().p95()),
                    Numbers.summaryOrEmpty(one.withoutGroup().p05()),
                    Numbers.summaryOrEmpty(one.withoutGroup().median()),
                    Numbers.summaryOrEmpty(one.withoutGroup().p95()),
                    Numbers.summaryOrEmpty(one.shape()),
                    Numbers.summaryOrEmpty(one.pit()),
                    Numbers.summaryOrEmpty(one.crps())));
        }
        return text.toString();
    }

    private static String gates(List<Gate> gates) {
        StringBuilder text =
                new StringBuilder(Csv.record("gate", "worst", "value", "limit", "passes", "failing", "raise"));
        for (Gate gate : gates) {
            text.append(Csv.record(
                    gate.name(),
                    gate.quantity(),
                    finite(gate.value()),
                    Numbers.summary(gate.limit()),
                    Boolean.toString(gate.passes()),
                    Integer.toString(gate.failing()),
                    gate.passes() ? "" : gate.remedy()));
        }
        return text.toString();
    }

    private static String finite(double value) {
        return Double.isFinite(value) ? Numbers.summary(value) : "";
    }
}
