package dev.borderline.experiment.design;

import dev.borderline.scenario.Factor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Description that a design gives of itself, so that an analysis can refuse one that does not suit it. Stands in {@code
 * manifest.json} and is read back from there.
 *
 * @param kind word of the sweep file, such as {@code saltelli}
 * @param settings what else it depends on, by key of the sweep file, in a fixed order: whole numbers, {@code true} or {@code
 *     false}
 * @param ranges what each factor goes through, in words, by path in the order of columns
 */
public record DesignInfo(String kind, Map<String, String> settings, Map<String, String> ranges) {
    public DesignInfo {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        ranges = Collections.unmodifiableMap(new LinkedHashMap<>(ranges));
    }

    /** An info without settings. */
    static DesignInfo of(String kind, List<Factor> factors) {
        Map<String, String> ranges = new LinkedHashMap<>();
        factors.forEach(factor -> ranges.put(factor.path(), factor.range().text()));
        return new DesignInfo(kind, Map.of(), ranges);
    }

    /** This info with a setting more. */
    DesignInfo with(String key, long value) {
        return with(key, Long.toString(value));
    }

    /** This info with a setting more. */
    DesignInfo with(String key, boolean value) {
        return with(key, Boolean.toString(value));
    }

    private DesignInfo with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new DesignInfo(kind, more, ranges);
    }

    /** A setting; refuses a design without it. */
    String setting(String key) {
        String value = settings.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the design " + kind + " lacks " + key);
        }
        return value;
    }

    /** Refuses a design of another kind. */
    void expect(String wanted, String purpose) {
        if (!kind.equals(wanted)) {
            throw new IllegalArgumentException(
                    purpose + " needs the design " + wanted + "; this is the design " + kind);
        }
    }
}
