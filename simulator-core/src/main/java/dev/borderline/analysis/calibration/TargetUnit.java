package dev.borderline.analysis.calibration;

import dev.borderline.event.Times;
import dev.borderline.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The unit of a target's figures, to be converted to the unit in which a measure is reported. Immutable.
 *
 * <pre>
 * USD   million USD   USD million   people   persons   thousand persons   hours   1   share   %
 * cases/year                       of yearly values, so the same as cases
 * USD/people                       of a ratio of measures whose units differ
 * </pre>
 *
 * <p>{@code 1} stands for anything that is counted and for shares, as {@code share} does, {@code %} for hundredths of one. Money and time never go
 * without their unit. What is not known is refused, with the nearest unit that is.
 */
public final class TargetUnit {
    private static final String USD = "USD";
    private static final String NUMBER = "1"; // also the unit of measures that are shares
    private static final String SHARE = "share";
    private static final double PERCENT = 0.01;
    private static final String PER_YEAR = "year";
    private static final Map<String, Double> SCALES =
            new TreeMap<>(Map.of("thousand", 1e3, "million", 1e6, "billion", 1e9));
    private static final Map<String, Long> TIMES = new TreeMap<>(Map.of(
            "minutes", Times.MINUTE,
            "min", Times.MINUTE,
            "hours", Times.HOUR,
            "days", Times.DAY,
            "months", Times.MONTH,
            "years", Times.YEAR));
    private static final List<String> PEOPLE = List.of("people", "persons");

    private final String text;

    private TargetUnit(String text) {
        this.text = text;
    }

    /** The unit of a text. Whether it is one can only be told of a measure, see {@link #in}. */
    public static TargetUnit of(String text) {
        return new TargetUnit(text.strip());
    }

    /**
     * Number of a measure's units in one of these.
     *
     * @throws IllegalArgumentException if it is no unit of such a measure
     */
    public double in(String unit) {
        String yearly = "/" + PER_YEAR;
        String amount = text.endsWith(yearly) ? text.substring(0, text.length() - yearly.length()) : text;
        return factor(amount, unit).orElseThrow(() -> refused("a measure in " + unit, known(unit)));
    }

    /**
     * Number of units of the quotient of two measures in one of these.
     *
     * @throws IllegalArgumentException if it is no unit of such a ratio
     */
    public double in(String above, String below) {
        boolean pure = above.equals(below) || (isNumber(above) && isNumber(below));
        if (pure && (text.equals(NUMBER) || text.equals("%"))) {
            return text.equals("%") ? PERCENT : 1;
        }
        String[] parts = text.split("/", -1);
        if (parts.length == 2) {
            OptionalDouble first = factor(parts[0], above);
            OptionalDouble second = factor(parts[1], below);
            if (first.isPresent() && second.isPresent()) {
                return first.getAsDouble() / second.getAsDouble();
            }
        }
        List<String> known = new ArrayList<>(pure ? List.of(NUMBER, "%") : List.of());
        known.add(above + "/" + below);
        throw refused("a measure in " + above + " over one in " + below, known);
    }

    /**
     * Refuses everything but a pure number.
     *
     * @throws IllegalArgumentException if it is none
     */
    void checkPure(String what) {
        if (!text.equals(NUMBER)) {
            throw refused(what, List.of(NUMBER));
        }
    }

    private static boolean isNumber(String unit) {
        return !unit.equals(USD) && !TIMES.containsKey(unit);
    }

    private static OptionalDouble factor(String amount, String unit) {
        String[] words = amount.split(" ", -1);
        Double before = words.length == 2 ? SCALES.get(words[0]) : null;
        Double after = words.length == 2 ? SCALES.get(words[1]) : null;
        if (before != null) {
            return scaled(before, words[1], unit);
        }
        return after != null ? scaled(after, words[0], unit) : plain(amount, unit);
    }

    private static OptionalDouble scaled(double scale, String noun, String unit) {
        OptionalDouble one = unit.equals(NUMBER) ? OptionalDouble.empty() : plain(noun, unit);
        return one.isPresent() ? OptionalDouble.of(scale * one.getAsDouble()) : one;
    }

    private static OptionalDouble plain(String noun, String unit) {
        boolean same = noun.equals(unit) || (PEOPLE.contains(noun) && PEOPLE.contains(unit));
        if (same || (noun.equals(NUMBER) && isNumber(unit))) {
            return OptionalDouble.of(1);
        }
        if (unit.equals(NUMBER) && (noun.equals(SHARE) || noun.equals("%"))) {
            return OptionalDouble.of(noun.equals(SHARE) ? 1 : PERCENT);
        }
        Long given = TIMES.get(noun);
        Long wanted = TIMES.get(unit);
        return given == null || wanted == null ? OptionalDouble.empty() : OptionalDouble.of((double) given / wanted);
    }

    /** Units that a measure's figures may have, its own first. */
    private static List<String> known(String unit) {
        List<String> nouns = new ArrayList<>(List.of(unit));
        nouns.addAll(PEOPLE.contains(unit) ? PEOPLE : List.of());
        nouns.addAll(TIMES.containsKey(unit) ? TIMES.keySet() : List.of());
        if (isNumber(unit)) {
            nouns.add(NUMBER);
        }
        List<String> known = new ArrayList<>(nouns.stream().distinct().toList());
        if (unit.equals(NUMBER)) {
            known.addAll(List.of(SHARE, "%"));
            return known;
        }
        for (String scale : SCALES.keySet()) {
            nouns.stream().distinct().forEach(noun -> known.add(scale + " " + noun));
        }
        return known;
    }

    /**
     * Unit of figures of a measure in a unit, in few words. It is its own where this says no more than that it is a number.
     */
    String nameFor(String unit) {
        return text.isEmpty() || text.equals(NUMBER) || text.equals(SHARE) ? unit : text;
    }

    /** The same of figures that are a quotient or a slope: none for pure numbers. */
    String nameForQuotient() {
        return text.equals(NUMBER) ? "" : text;
    }

    private IllegalArgumentException refused(String what, List<String> known) {
        String near = Nearest.nearest(text, known)
                .map(one -> "; did you mean '" + one + "'?")
                .orElse("");
        return new IllegalArgumentException(
                "'" + text + "' is no unit of " + what + "; it is one of " + String.join(", ", known) + near);
    }

    @Override
    public String toString() {
        return text;
    }
}
