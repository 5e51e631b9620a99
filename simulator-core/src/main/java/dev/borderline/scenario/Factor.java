package dev.borderline.scenario;

import dev.borderline.random.Law;
import dev.borderline.text.Numbers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

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

    /**
     * Range of an input in a design: a list, everything between two ends, or a distribution. Each turns a place u, 0 to 1, into a
     * value, so a design that fills the unit cube evenly fills the ranges evenly. Values that are computed have at most 12
     * significant digits, as in files, so that one copied from a results file repeats the run. Immutable.
     */
    public sealed interface Range {
        /** The value at a place, 0 to 1. */
        double at(double u);

        /** The least and the greatest usual value; of a distribution those at 1 % and 99 %. */
        List<Double> ends();

        /** In words: {@code 0.01 to 0.12}. */
        String text();

        /** This range for an input that takes whole numbers only. */
        Range whole();

        /**
         * A value that Morris' design would find at both ends of a step, half of {@code levels} long. Then a list is too short or a
         * range of whole numbers too narrow for it. Empty if there is none.
         */
        default OptionalDouble stuckAt(int levels) {
            for (int from = 0; from < levels / 2; from++) {
                double value = at((double) from / (levels - 1));
                if (value == at((double) (from + levels / 2) / (levels - 1))) {
                    return OptionalDouble.of(value);
                }
            }
            return OptionalDouble.empty();
        }

        /** These values, each as likely as another. */
        static Range values(List<Double> values) {
            return new Values(values);
        }

        /** All numbers from {@code min} to {@code max} alike. */
        static Range linear(double min, double max) {
            return new Span(min, max, false, false);
        }

        /** From {@code min}, above 0, to {@code max}: equal ratios alike. */
        static Range log(double min, double max) {
            return new Span(min, max, true, false);
        }

        /** A distribution, and what to call it. */
        static Range distribution(Law law, String text) {
            return new Distribution(law, text, false);
        }

        private static double rounded(double value) {
            return Double.parseDouble(Numbers.file(value));
        }

        /**
         * A list. The place u falls on the value with number ⌊u n⌋, counted from 0.
         *
         * @param values distinct, at least one, in any order
         */
        record Values(List<Double> values) implements Range {
            public Values {
                values = List.copyOf(values);
                if (values.isEmpty()) {
                    throw new IllegalArgumentException("has no values to try");
                }
                if (new HashSet<>(values).size() < values.size()) {
                    throw new IllegalArgumentException("has a value twice: " + values);
                }
            }

            @Override
            public double at(double u) {
                return values.get(Math.min(values.size() - 1, (int) (u * values.size())));
            }

            @Override
            public List<Double> ends() {
                double least = values.stream().min(Double::compare).orElseThrow();
                return List.of(least, values.stream().max(Double::compare).orElseThrow());
            }

            @Override
            public String text() {
                return values.stream().map(Numbers::exact).collect(Collectors.joining(", ", "[", "]"));
            }

            @Override
            public Range whole() {
                return this;
            }
        }

        /**
         * Everything between two ends.
         *
         * @param min value at 0
         * @param max value at 1, above {@code min}
         * @param logarithmic true when equal ratios are equally long; then {@code min} is above 0
         * @param isWhole true for whole numbers; n takes the share of the stretch from n to n + 1 in a range that ends at max + 1
         */
        record Span(double min, double max, boolean logarithmic, boolean isWhole) implements Range {
            public Span {
                Object unused =
                        logarithmic ? Law.logUniform(min, max) : Law.uniform(min, max); // refuses what is no range
                if (isWhole && (min != StrictMath.rint(min) || max != StrictMath.rint(max))) {
                    throw new IllegalArgumentException("the ends " + min + " and " + max + " are not whole numbers");
                }
            }

            @Override
            public double at(double u) {
                double last = isWhole ? max + 1 : max;
                double value = (logarithmic ? Law.logUniform(min, last) : Law.uniform(min, last)).quantile(u);
                return isWhole ? Math.min(max, Math.floor(value)) : rounded(value);
            }

            @Override
            public List<Double> ends() {
                return List.of(min, max);
            }

            @Override
            public String text() {
                return Numbers.exact(min) + " to " + Numbers.exact(max) + (logarithmic ? ", log" : "");
            }

            @Override
            public Range whole() {
                return new Span(min, max, logarithmic, true);
            }
        }

        /**
         * A distribution.
         *
         * @param law its quantile function
         * @param text name and parameters
         * @param isWhole true when values go to the nearest whole number
         */
        record Distribution(Law law, String text, boolean isWhole) implements Range {
            private static final double RARE = 0.01;

            @Override
            public double at(double u) {
                double value = law.quantile(u);
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(text + " has no value at probability " + Numbers.file(u));
                }
                return isWhole ? StrictMath.rint(value) : rounded(value);
            }

            @Override
            public List<Double> ends() {
                return List.of(at(RARE), at(1 - RARE));
            }

            @Override
            public Range whole() {
                return new Distribution(law, text, true);
            }
        }
    }
}
