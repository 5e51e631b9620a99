package dev.borderline.figure;

import dev.borderline.text.Numbers;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ticks and labels along the horizontal axis of a chart.
 *
 * @param title what it is
 * @param places where numbers stand, rising
 * @param labels one for each place
 * @param marks places where something happens, rising
 */
public record Levels(String title, List<Double> places, List<String> labels, List<Mark> marks) {
    /**
     * A place where something happens.
     *
     * @param place between the numbers
     * @param label a letter or two
     */
    public record Mark(double place, String label) {}

    public Levels {
        places = List.copyOf(places);
        labels = List.copyOf(labels);
        marks = List.copyOf(marks);
    }

    /** Levels where nothing is marked. */
    public Levels(String title, List<Double> places, List<String> labels) {
        this(title, places, labels, List.of());
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
