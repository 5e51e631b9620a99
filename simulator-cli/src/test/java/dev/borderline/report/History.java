package dev.borderline.report;

import dev.borderline.analysis.calibration.Target;
import dev.borderline.cli.Tables;
import dev.borderline.experiment.compare.Replications;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.figure.MeanEstimate;
import dev.borderline.measure.Measure;
import dev.borderline.simulation.Scenarios;
import dev.borderline.text.Csv;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Results of {@code historical} when it was measured: its targets, and measures year by year, kept in {@code
 * docs/validation.csv}.
 *
 * @param sha256 of the scenario that was run
 * @param estimates by what they are of: {@code "T01"}, {@code "arrivals 2009"}
 */
record History(String sha256, Map<String, MeanEstimate> estimates) {
    static final String SCENARIO = "historical";
    static final int REPLICATIONS = 20;
    static final long SEED = 2016; // not that of the fit
    private static final int YEAR_DIGITS = 4;
    private static final int Q05 = MeasureSummary.PROBABILITIES.indexOf(0.05);
    private static final int Q95 = MeasureSummary.PROBABILITIES.indexOf(0.95);

    /** Runs it: half a minute of processor time. */
    static History measure(List<Target> targets, List<String> measures) {
        List<FinishedRun> runs = Replications.of(Scenarios.named(SCENARIO))
                .count(REPLICATIONS)
                .seed(SEED)
                .byMonth()
                .run()
                .runs();
        Map<String, MeanEstimate> estimates = new LinkedHashMap<>();
        Measure any = runs.get(0).layout().measures().get(0);
        targets.forEach(target -> estimates.put(target.id(), estimate(any, runs, target.statistic()::of)));
        List<String> days = runs.get(0).layout().years();
        for (String name : measures) {
            int index = runs.get(0).layout().index(name);
            for (int i = 0; i < days.size(); i++) {
                int year = i;
                String key = name + " " + days.get(year).substring(0, YEAR_DIGITS);
                estimates.put(key, estimate(any, runs, run -> run.inYear(index, year)));
            }
        }
        return new History(Scenarios.named(SCENARIO).sha256(), estimates);
    }

    private static MeanEstimate estimate(Measure measure, List<FinishedRun> runs, ToDoubleFunction<FinishedRun> value) {
        MeasureSummary summary =
                MeasureSummary.of(measure, runs.stream().mapToDouble(value).toArray());
        List<Double> quantiles = summary.quantiles();
        return new MeanEstimate(
                summary.n(), summary.mean(), summary.ciLow(), summary.ciHigh(), quantiles.get(Q05), quantiles.get(Q95));
    }

    /** Estimate of a key. */
    MeanEstimate of(String key) {
        return Objects.requireNonNull(estimates.get(key), key);
    }

    String csv() {
        StringBuilder text =
                new StringBuilder(Csv.record("sha256", "of", "n", "mean", "ci_low", "ci_high", "q05", "q95"));
        estimates.forEach((key, estimate) -> text.append(Csv.record(
                sha256,
                key,
                Integer.toString(estimate.n()),
                Numbers.summaryOrEmpty(estimate.mean()),
                Numbers.summaryOrEmpty(estimate.low()),
                Numbers.summaryOrEmpty(estimate.high()),
                Numbers.summaryOrEmpty(estimate.q05()),
                Numbers.summaryOrEmpty(estimate.q95()))));
        return text.toString();
    }

    static History read(Path csv) throws IOException {
        List<Map<String, String>> rows = Tables.read(csv);
        Map<String, MeanEstimate> estimates = new LinkedHashMap<>();
        rows.forEach(row -> estimates.put(
                Tables.cell(row, "of"),
                new MeanEstimate(
                        Integer.parseInt(Tables.cell(row, "n")),
                        number(row, "mean"),
                        number(row, "ci_low"),
                        number(row, "ci_high"),
                        number(row, "q05"),
                        number(row, "q95"))));
        return new History(Tables.cell(rows.get(0), "sha256"), estimates);
    }

    private static double number(Map<String, String> row, String column) {
        String cell = Tables.cell(row, column);
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
