package dev.borderline.cli;

import dev.borderline.stat.Interval;
import dev.borderline.text.JsonWriter;
import java.util.Optional;

/** The outcomes of one scenario as a JSON object; what is undefined is null. */
final class RunJson {
    private RunJson() {}

    static String of(String scenario, RunSummary summary) {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("scenario").value(scenario);
        json.key("seed").value(summary.seed());
        json.key("replications").value(summary.replications());
        json.key("fingerprint").value(summary.fingerprint());
        json.key("measures").beginObject();
        for (RunSummary.Row row : summary.rows()) {
            json.key(row.measure().name());
            write(json, row);
        }
        return json.endObject().endObject().finish();
    }

    private static void write(JsonWriter json, RunSummary.Row row) {
        json.beginObject().key("unit").value(row.measure().unit());
        json.key("n").value(row.tally().n());
        number(json.key("mean"), row.tally().mean());
        number(json.key("sd"), row.tally().sd());
        number(json.key("se"), row.tally().standardError());
        Optional<Interval> interval = row.interval();
        number(json.key("ci_low"), interval.map(Interval::low).orElse(Double.NaN));
        number(json.key("ci_high"), interval.map(Interval::high).orElse(Double.NaN));
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
