package dev.borderline.cli.run;

import dev.borderline.cli.text.MeasureJson;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.text.JsonWriter;

/** The outcomes of one scenario as members of a JSON object; what is undefined is null. */
public final class RunJson {
    private RunJson() {}

    static void write(JsonWriter json, RunSummary summary) {
        json.key("scenario").value(summary.experiment().base().name());
        json.key("seed").value(summary.experiment().seed());
        json.key("replications").value(summary.experiment().replications());
        json.key("fingerprint").value(summary.fingerprint());
        json.key("measures").beginObject();
        for (MeasureSummary measure : summary.measures()) {
            MeasureJson.write(json, measure);
        }
        json.endObject();
    }
}
