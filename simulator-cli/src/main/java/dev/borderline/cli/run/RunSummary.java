package dev.borderline.cli.run;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.table.Summaries;
import dev.borderline.random.Mix64;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Outcomes of one scenario over its replications.
 *
 * @param experiment the scenario, seed and number of replications
 * @param fingerprint of all finished replications in their order, 16 hexadecimal digits
 * @param measures in order of declaration
 * @param failures replications that broke off
 */
record RunSummary(Experiment experiment, String fingerprint, List<MeasureSummary> measures, List<FailedRun> failures) {
    RunSummary {
        measures = List.copyOf(measures);
        failures = List.copyOf(failures);
    }

    /** The summary of an experiment with one cell. */
    static RunSummary of(Experiment experiment, RunStore store) throws IOException {
        List<FailedRun> failures = new ArrayList<>();
        long[] fingerprint = {0};
        store.forEach(run -> {
            if (run instanceof FinishedRun finished) {
                fingerprint[0] = Mix64.combine(fingerprint[0], finished.trace().fingerprint());
            } else if (run instanceof FailedRun failed) {
                failures.add(failed);
            }
        });
        List<MeasureSummary> measures = Summaries.of(experiment, store).get(0).measures();
        return new RunSummary(experiment, HexFormat.of().toHexDigits(fingerprint[0]), measures, failures);
    }
}
