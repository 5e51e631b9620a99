package dev.borderline.scenario.ensemble;

import dev.borderline.random.Law;
import dev.borderline.scenario.Factor.Range;
import java.util.Optional;

/**
 * Prior belief about one input: fixed, the rest of a whole, or a distribution between the ends of its evidence. Immutable.
 *
 * <p>A rank is the probability of less than a value. A prior turns ranks into values and back, so that a member found under one
 * prior can be read under another: the same place among what is thought possible.
 */
public final class Prior {
    /** Forms of a prior. */
    public enum Kind {
        /** The scenario's own value holds. */
        FIXED,
        /** One less its siblings, the other shares of the same whole. */
        REST,
        /** A distribution. */
        DRAWN
    }

    /** Least share of a distribution that lies between the ends of the evidence. */
    public static final double MASS_MIN = 0.8;

    private static final double ROUNDING = 1e-9;

    private final Kind kind;
    private final String text;
    private final Optional<Range.Distribution> range;
    private final double low;
    private final double high;

    private Prior(Kind kind, String text, Optional<Range.Distribution> range, double low, double high) {
        this.kind = kind;
        this.text = text;
        this.range = range;
        this.low = low;
        this.high = high;
    }

    /** The prior of an input that does not vary; {@code reason} may be empty. */
    static Prior fixed(String reason) {
        return new Prior(Kind.FIXED, reason.isEmpty() ? "fixed" : "fixed: " + reason, Optional.empty(), 0, 0);
    }

    /** The prior of the share that makes a whole full, between two ends. */
    static Prior rest(double low, double high) {
        return new Prior(Kind.REST, "rest", Optional.empty(), low, high);
    }

    /**
     * The prior of this law between two ends.
     *
     * @param whole true for inputs that take whole numbers only
     * @throws IllegalArgumentException where less than {@value #MASS_MIN} of the law lies between the ends
     */
    public static Prior drawn(Law law, String text, double low, double high, boolean whole) {
        double mass = mass(law, low, high);
        if (!(mass >= MASS_MIN - ROUNDING)) {
            throw new IllegalArgumentException("has " + Math.round(mass * 100) + " % of its mass between " + low
                    + " and " + high + "; at least " + Math.round(MASS_MIN * 100) + " % is needed");
        }
        Law between = law.quantile(0) >= low && law.quantile(1) <= high ? law : law.between(low, high);
        return new Prior(Kind.DRAWN, text, Optional.of(new Range.Distribution(between, text, whole)), low, high);
    }

    private static double mass(Law law, double low, double high) {
        double belowHigh = law.quantile(1) <= high ? 1 : law.below(high);
        return belowHigh - law.below(low);
    }

    public Kind kind() {
        return kind;
    }

    /** Name and parameters, as {@code triangular min 0.2 mode 0.5 max 0.9}; or {@code rest}; or {@code fixed}. */
    public String text() {
        return text;
    }

    /** Least value: an end of the evidence, or of the distribution where that is narrower. */
    public double low() {
        return range.map(drawn -> Math.max(low, drawn.law().quantile(0))).orElse(low);
    }

    /** Greatest value. */
    public double high() {
        return range.map(drawn -> Math.min(high, drawn.law().quantile(1))).orElse(high);
    }

    /** The value at a rank, 0 to 1, with at most 12 significant digits. */
    public double at(double rank) {
        return distribution().at(rank);
    }

    /** The rank of a value: the probability of less. */
    public double rank(double value) {
        return distribution().law().below(value);
    }

    private Range.Distribution distribution() {
        return range.orElseThrow(() -> new IllegalStateException(text + " is no distribution"));
    }

    @Override
    public String toString() {
        return text;
    }
}
