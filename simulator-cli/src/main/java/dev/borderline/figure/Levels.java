package dev.borderline.figure;

import dev.borderline.text.Numbers;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What stands along the horizontal axis of a chart.
 *
 * @param title what it is
 * @param places where numbers stand, rising
 * @param labels one for each place
 */
public record Levels(String title, List<Double> places, List<String> labels) {
    public Levels {
        places = List.copyOf(places);
        labels = List.copyOf(labels);
    }

    /** Levels that are numbers. */
    public static Levels ofNumbers(String title, List<Double> values) {
        return new Levels(title, values, values.stream().map(Numbers::human).toList());
    }

    /** Levels that only have an order. */
    public static Levels ofNames(String title, List<String> names) {
        List<Double> places =
                IntStream.range(0, names.size()).mapToObj(i -> (double) i).toList();
        return new Levels(title, places, names);
    }
}
