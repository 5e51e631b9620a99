package dev.borderline.experiment.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One setting of the factors of a design.
 *
 * @param index place in the design, from 0
 * @param factors paths of the inputs that vary, in the design's order
 * @param values one for each factor
 */
public record DesignPoint(int index, List<String> factors, List<Double> values) {
    public DesignPoint {
        factors = List.copyOf(factors);
        values = List.copyOf(values);
        if (factors.size() != values.size()) {
            throw new IllegalArgumentException(
                    "point " + index + " has " + values.size() + " values for " + factors.size() + " factors");
        }
    }

    /** Value by path, in the design's order. */
    public Map<String, Double> settings() {
        Map<String, Double> settings = new LinkedHashMap<>();
        for (int i = 0; i < factors.size(); i++) {
            settings.put(factors.get(i), values.get(i));
        }
        return Collections.unmodifiableMap(settings);
    }
}
