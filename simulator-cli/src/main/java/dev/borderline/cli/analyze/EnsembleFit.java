package dev.borderline.cli.analyze;

import dev.borderline.analysis.calibration.FileEvaluationLog;
import dev.borderline.analysis.calibration.Target;
import dev.borderline.analysis.ensemble.EmulatedFit;
import dev.borderline.analysis.ensemble.EmulatedModel;
import dev.borderline.analysis.ensemble.FigurePrediction;
import dev.borderline.analysis.ensemble.FitSample;
import dev.borderline.analysis.ensemble.Gate;
import dev.borderline.analysis.ensemble.Gates;
import dev.borderline.analysis.ensemble.MemberRuns;
import dev.borderline.analysis.ensemble.Predictions;
import dev.borderline.analysis.ensemble.SimulatedModel;
import dev.borderline.analysis.ensemble.WaveSettings;
import dev.borderline.cli.options.ChanceOptions;
import dev.borderline.cli.options.WorkOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import dev.borderline.measure.Measure;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.PriorSpace;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import dev.borderline.yaml.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** A fit of an ensemble, from its options to its files. */
final class EnsembleFit {
    static final long SEED = 42;
    private static final int REPLICATIONS = 1;

    private final Console console;
    private final EnsembleFitOptions fit;
    private final WorkOptions options;

    /**
     * Record that the ensemble is fitted to.
     *
     * @param text of the table
     * @param targets in it
     */
    record OnRecord(SourceText text, List<Target> targets) {}

    EnsembleFit(Console console, EnsembleFitOptions fit, WorkOptions options) {
        this.console = console;
        this.fit = fit;
        this.options = options;
    }

    /** Fits, writes, and tells the exit code: 1 where a gate fails. */
    int run(Scenario named, OnRecord record, ChanceOptions chance, CalibrationFolder folder) throws IOException {
        Scenario base = named.with(SimulatedModel.SHARE, fit.share());
        long seed = chance.seed(SEED);
        int replications = chance.replications(REPLICATIONS);
        WaveSettings settings = fit.settings(seed);
        int members = fit.members(settings.fit());
        PriorSpace space = PriorSpace.of(Scenarios.named(ShippedScenarios.BASELINE));
        SimulatedModel model = SimulatedModel.of(base, space, record.targets(), replications, seed, options.threads());
        Files.createDirectories(folder.path());
        FitSample sample;
        EnsembleFitProgress progress = new EnsembleFitProgress(console, options);
        try (FileEvaluationLog log =
                FileEvaluationLog.open(folder.file(CalibrationFolder.EVALUATIONS), model.subject(Version.build()))) {
            progress.begin(log);
            sample = EmulatedFit.of(model, settings)
                    .log(log)
                    .threads(options.threads())
                    .onProgress(progress::show)
                    .run();
        }
        Ensemble ensemble = space.ensemble(
                Ensemble.FITTED,
                sample.thinned(members).stream()
                        .map(point -> model.member(point.scores()))
                        .toList());
        List<FigurePrediction> predictions = new ArrayList<>(
                new Predictions(seed).fitted(sample, EmulatedModel.of(sample).figures()));
        predictions.addAll(unfitted(new MemberRuns(base, ensemble, record.targets(), seed), folder, progress));
        progress.end();
        List<Gate> gates = Gates.of(sample);
        List<Measure> measures = Simulation.of(base).measures();
        new EnsembleFitTables(sample, space, measures).write(folder, ensemble, predictions, gates);
        new EnsembleFitManifest(
                        command(named, record, chance), base, record.text().text())
                .write(folder, ensemble, sample, gates);
        console.out().print(new EnsembleFitReport(sample, predictions, gates, measures).text(folder.path()));
        return gates.stream().allMatch(Gate::passes) ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private List<FigurePrediction> unfitted(MemberRuns runs, CalibrationFolder folder, EnsembleFitProgress progress)
            throws IOException {
        try (FileEvaluationLog log =
                FileEvaluationLog.open(folder.file(CalibrationFolder.MEMBER_RUNS), runs.subject(Version.build()))) {
            return runs.predictions(log, options.threads(), progress::member);
        }
    }

    private List<String> command(Scenario named, OnRecord record, ChanceOptions chance) {
        List<String> words =
                new ArrayList<>(List.of("borderline", "calibrate", record.text().name(), "--scenario", named.name()));
        words.addAll(fit.words());
        words.addAll(chance.words());
        return words;
    }
}
