package dev.borderline.spark;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.text.JsonWriter;
import java.nio.file.Path;

/**
 * Result of a sweep, for people or programs.
 *
 * @param runs those the sweep asks for
 */
record SparkResult(Sweep sweep, Path folder, RunStore runs) {
    String text(boolean asJson) {
        return asJson ? json() : sentence();
    }

    private String sentence() {
        return sweep.heading().name() + ": " + runs.size() + " runs in " + folder + ", " + runs.failures()
                + " of them failed; 'borderline report " + folder + "' shows them";
    }

    private String json() {
        Experiment experiment = sweep.experiment();
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("sweep").value(sweep.heading().name());
        json.key("folder").value(folder.toString());
        json.key("scenario").value(experiment.base().name());
        json.key("seed").value(experiment.seed());
        json.key("replications").value(experiment.replications());
        json.key("runs").value(runs.size());
        json.key("failed").value(runs.failures());
        return json.endObject().finish();
    }
}
