package dev.borderline.stat;

/**
 * A sum of probabilities in fixed point, unit 2^-32: integer addition, so neither order nor grouping can change a bit.
 *
 * <p>Each term is rounded to the nearest unit, an error of at most 2^-33 (1.2e-10), with no drift beyond it. Whole part
 * and fraction stand in two words, which leaves room for 2^63 terms; overflow is refused. Mutable; one owner.
 */
public final class FixedSum {
    private static final int FRACTION_BITS = 32;
    private static final double UNITS_PER_ONE = 0x1p32;
    private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;

    private long whole;
    private long fraction; // units, 0 to 2^32 - 1

    /** Adds a probability, 0 to 1. */
    public void add(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability is " + probability + "; it must be 0 to 1");
        }
        addUnits((long) (probability * UNITS_PER_ONE + 0.5));
    }

    /** Adds the sum of {@code other}, which stays as it is. */
    public void merge(FixedSum other) {
        whole = Math.addExact(whole, other.whole);
        addUnits(other.fraction);
    }

    /** The sum, rounded once to a double. */
    public double doubleValue() {
        return whole + fraction / UNITS_PER_ONE;
    }

    /** The whole part of the sum, for exact storage. */
    public long whole() {
        return whole;
    }

    /** The fractional part in units of 2^-32, 0 to 2^32 - 1, for exact storage. */
    public long fractionUnits() {
        return fraction;
    }

    /**
     * Replaces the sum by one that was stored exactly.
     *
     * @param newWhole as {@link #whole} gave it
     * @param newFraction as {@link #fractionUnits} gave it
     */
    public void set(long newWhole, long newFraction) {
        if (newFraction < 0 || newFraction > FRACTION_MASK) {
            throw new IllegalArgumentException("a fraction of " + newFraction + " units is none");
        }
        whole = newWhole;
        fraction = newFraction;
    }

    @Override
    public String toString() {
        return Double.toString(doubleValue());
    }

    private void addUnits(long units) {
        long sum = fraction + units;
        whole = Math.addExact(whole, sum >>> FRACTION_BITS);
        fraction = sum & FRACTION_MASK;
    }
}
