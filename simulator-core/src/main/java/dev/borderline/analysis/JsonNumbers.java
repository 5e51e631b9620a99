package dev.borderline.analysis;

import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;

/** Statistics in files: what is undefined or unbounded is {@code null} in JSON and empty in CSV. */
public final class JsonNumbers {
    private JsonNumbers() {}

    public static void write(JsonWriter json, String key, double value) {
        json.key(key);
        if (Double.isFinite(value)) {
            json.summaryValue(value);
        } else {
            json.nullValue();
        }
    }

    /** An estimate as {@code key}, {@code key_low} and {@code key_high}. */
    public static void write(JsonWriter json, String key, Estimate estimate) {
        write(json, key, estimate.value());
        write(json, key + "_low", estimate.interval().low());
        write(json, key + "_high", estimate.interval().high());
    }

    public static String text(double value) {
        return Double.isFinite(value) ? Numbers.summary(value) : "";
    }
}
