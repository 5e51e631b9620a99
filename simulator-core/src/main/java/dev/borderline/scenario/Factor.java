package dev.borderline.scenario;

import java.util.Arrays;
import java.util.List;

/**
 * An input that varies, and what it goes through. Immutable.
 *
 * @param path of the input, such as {@code levers.surveillance.coverage}
 * @param range its values
 */
public record Factor(String path, Range range) {
    public Factor {
        if (path.isBlank()) {
            throw new IllegalArgumentException("a factor needs the path of an input");
        }
    }

    /** A factor with a list of values. */
    public static Factor of(String path, double... values) {
        return new Factor(path, Range.values(Arrays.stream(values).boxed().toList()));
    }

    /** A factor that takes everything between two ends alike. */
    public static Factor linear(String path, double min, double max) {
        return new Factor(path, Range.linear(min, max));
    }

    /** A factor between two ends above 0, equal ratios alike. */
    public static Factor log(String path, double min, double max) {
        return new Factor(path, Range.log(min, max));
    }

    /** The values of a list; none for other ranges. */
    public List<Double> values() {
        return range instanceof Range.Values list ? list.values() : List.of();
    }

    @Override
    public String toString() {
        return path + " " + range.text();
    }
}
