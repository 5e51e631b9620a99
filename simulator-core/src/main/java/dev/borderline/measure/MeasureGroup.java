package dev.borderline.measure;

import dev.borderline.measure.Measure.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Measures under one heading, in the order of tables. Those with a line come by their lines, then the rest as they were declared.
 *
 * @param heading declared by each of them
 * @param rows that tell of these measures
 */
public record MeasureGroup<R>(String heading, List<R> rows) {
    /** Needs for contact and their fates. */
    public static final String CONTACTS = "Needs and contacts";

    /** Detection, stops, arrests and cases. */
    public static final String ARRESTS = "Detection and arrests";

    /** Bribes, fees and transfers. */
    public static final String MONEY = "Money";

    /** Sentences and the time that people are held. */
    public static final String HELD = "Time held";

    /** Crossings and arrivals. */
    public static final String LEAVING = "Leaving";

    /** Time without news. */
    public static final String KNOWLEDGE = "Knowledge";

    /** Brokers, handsets and parcels. */
    public static final String BROKERS = "Brokers and handsets";

    private static final List<String> FIRST = List.of(CONTACTS, ARRESTS, MONEY, HELD, LEAVING, KNOWLEDGE, BROKERS);

    /** Rows by group: the headings above first, then others as they come. */
    public static <R> List<MeasureGroup<R>> of(List<R> rows, Function<R, Measure> measure) {
        Set<String> headings = new LinkedHashSet<>(FIRST);
        rows.forEach(row -> headings.add(measure.apply(row).standing().group()));
        List<MeasureGroup<R>> groups = new ArrayList<>();
        for (String heading : headings) {
            List<R> here = rows.stream()
                    .filter(row -> measure.apply(row).standing().group().equals(heading))
                    .sorted(Comparator.comparing(row -> measure.apply(row).standing(), Standing.BY_LINE))
                    .toList();
            if (!here.isEmpty()) {
                groups.add(new MeasureGroup<>(heading, here));
            }
        }
        return List.copyOf(groups);
    }

    /** As {@link #of}, of the rows with a line alone. */
    public static <R> List<MeasureGroup<R>> ofLines(List<R> rows, Function<R, Measure> measure) {
        List<R> shown = rows.stream()
                .filter(row -> measure.apply(row).standing().line() > 0)
                .toList();
        return of(shown, measure);
    }

    /** Names of the main measures among these, in the order of tables. */
    public static List<String> main(List<Measure> measures) {
        return of(measures, Function.identity()).stream()
                .flatMap(group -> group.rows().stream())
                .filter(measure -> measure.standing().isMain())
                .map(Measure::name)
                .toList();
    }

    /** Names of the outcomes that stand for all, by rank: at most so many of those that are there. */
    public static List<String> leading(List<Measure> measures, int most) {
        return measures.stream()
                .filter(measure -> measure.standing().rank() > 0)
                .sorted(Comparator.comparingInt(measure -> measure.standing().rank()))
                .limit(most)
                .map(Measure::name)
                .toList();
    }
}
