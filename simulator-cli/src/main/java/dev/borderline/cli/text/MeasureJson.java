package dev.borderline.cli.text;

import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.text.JsonWriter;

/** A measure's summary as a JSON object; what is undefined is null. */
public final class MeasureJson {
    private MeasureJson() {}

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
