package dev.borderline.cli.run;

import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.text.JsonWriter;

/** The outcomes of one scenario as a JSON object; what is undefined is null. */
public final class RunJson {
    private RunJson() {}

    static String of(RunSummary summary) {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("scenario").value(summary.experiment().base().name());
        json.key("seed").value(summary.experiment().seed());
        json.key("replications").value(summary.experiment().replications());
        json.key("fingerprint").value(summary.fingerprint());
        json.key("measures").beginObject();
        for (MeasureSummary measure : summary.measures()) {
            write(json, measure);
        }
        return json.endObject().endObject().finish();
    }

    /** A measure under its name. */
    public static void write(JsonWriter json, MeasureSummary measure) {
        json.key(measure.measure().name())
                .beginObject()
                .key("unit")
                .value(measure.measure().unit());
        json.key("n").value(measure.n());
        number(json.key("mean"), measure.mean());
        number(json.key("sd"), measure.sd());
        number(json.key("se"), measure.se());
        number(json.key("ci_low"), measure.ciLow());
        number(json.key("ci_high"), measure.ciHigh());
        json.endObject();
    }

    private static void number(JsonWriter json, double value) {
        if (Double.isFinite(value)) {
            json.summaryValue(value);
        } else {
            json.nullValue();
        }
    }
}
