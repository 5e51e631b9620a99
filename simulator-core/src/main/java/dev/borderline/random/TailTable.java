package dev.borderline.random;

/**
 * The quantile of one tail as a piecewise cubic in the tail probability v, for v from 2^-53 to 1/2.
 *
 * <p>Cells are 64 to the octave: the exponent and first six mantissa bits of v are the cell's number and the other
 * bits the place in it, so the grid is as fine, relative to v, at 1e-15 as at 1/2, and finding a cell takes a shift.
 * In a cell the cubic has the exact values and slopes at both ends (Hermite), and is checked to be
 * monotone by the criterion of F. N. Fritsch and R. E. Carlson, SIAM J. Numer. Anal. 17 (1980) 238-246.
 * Inverted from the median outwards, beyond the inner {@value #OCTAVES_AT_ONCE} octaves only where it is asked. Thread-safe.
 */
final class TailTable {
    /** The smallest tail probability, and the smallest uniform of {@link Draws}. */
    static final double PROBABILITY_MIN = 0x1p-53;

    static final double PROBABILITY_MAX = 0.5;

    private static final int OCTAVES = 52;
    private static final int OCTAVES_AT_ONCE =
            20; // one uniform in a million lies beyond: no compiler inlines what it calls
    private static final int CELL_BITS = 6;
    private static final int CELLS_PER_OCTAVE = 1 << CELL_BITS;
    private static final int CELLS = OCTAVES * CELLS_PER_OCTAVE;
    private static final int COEFFICIENTS = 4;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final long ONE_BITS = 0x3FF0_0000_0000_0000L;
    private static final long FIRST_BITS = Double.doubleToRawLongBits(PROBABILITY_MIN);

    private final double[] cubics; // four coefficients a cell, and one cell more for v = 1/2
    private final Tail tail;
    private final double factor;
    private final double offset;
    private volatile int first = CELLS; // inverted from here inwards
    private double logX; // at the start of that cell, with its log-probability and slope there
    private double logProbability;
    private double slope;

    /** The quantile x of a tail, as {@code offset + factor * x}; {@code logMedian} is ln x at v = 1/2. */
    TailTable(Tail tail, double logMedian, double factor, double offset) {
        this.tail = tail;
        this.factor = factor;
        this.offset = offset;
        cubics = new double[(CELLS + 1) * COEFFICIENTS];
        cubics[CELLS * COEFFICIENTS] = offset + factor * StrictMath.exp(logMedian);
        logX = logMedian;
        logProbability = tail.logProbability(logX);
        slope = tail.slope(logX, logProbability);
        invertTo(CELLS - OCTAVES_AT_ONCE * CELLS_PER_OCTAVE);
    }

    /** Inverts outwards to this cell, each from its inner neighbour: the same bits in whatever steps cells are asked for. */
    private synchronized void invertTo(int outermost) {
        for (int cell = first - 1; cell >= outermost; cell--) {
            double low = node(cell);
            double high = node(cell + 1);
            double outerLogX = Tail.solve(tail, StrictMath.log(low), logX, logProbability, slope);
            double outerLogProbability = tail.logProbability(outerLogX);
            double outerSlope = tail.slope(outerLogX, outerLogProbability);
            double start = StrictMath.exp(outerLogX);
            double end = StrictMath.exp(logX);
            double width = high - low;
            putCubic(cell, start, end - start, width * start / (outerSlope * low), width * end / (slope * high));
            logX = outerLogX;
            logProbability = outerLogProbability;
            slope = outerSlope;
            first = cell;
        }
    }

    /** The quantile at tail probability v, {@link #PROBABILITY_MIN} to {@link #PROBABILITY_MAX}. */
    double value(double v) {
        long fromFirst = Double.doubleToRawLongBits(v) - FIRST_BITS;
        int cell = (int) (fromFirst >>> (MANTISSA_BITS - CELL_BITS));
        if (cell < first) {
            invertTo(cell);
        }
        double place = Double.longBitsToDouble(ONE_BITS | (fromFirst << CELL_BITS & MANTISSA_MASK)) - 1;
        double[] c = cubics;
        int at = cell * COEFFICIENTS;
        return c[at] + place * (c[at + 1] + place * (c[at + 2] + place * c[at + 3]));
    }

    private static double node(int cell) {
        return Double.longBitsToDouble(FIRST_BITS + ((long) cell << (MANTISSA_BITS - CELL_BITS)));
    }

    private void putCubic(int cell, double start, double rise, double slope0, double slope1) {
        double ratio0 = slope0 / rise;
        double ratio1 = slope1 / rise;
        if (!(ratio0 >= 0 && ratio1 >= 0 && ratio0 * ratio0 + ratio1 * ratio1 <= 9)) {
            throw new ArithmeticException(
                    "a cell is not monotone: rise " + rise + ", slopes " + slope0 + ", " + slope1);
        }
        int at = cell * COEFFICIENTS;
        cubics[at] = offset + factor * start;
        cubics[at + 1] = factor * slope0;
        cubics[at + 2] = factor * (3 * rise - 2 * slope0 - slope1);
        cubics[at + 3] = factor * (slope0 + slope1 - 2 * rise);
    }
}
