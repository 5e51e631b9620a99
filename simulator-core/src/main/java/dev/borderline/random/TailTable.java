package dev.borderline.random;

/**
 * The quantile of one tail as a piecewise cubic in the tail probability v, for v from 2^-53 to 1/2.
 *
 * <p>Cells are 64 to the octave: the exponent and first six mantissa bits of v are the cell's number and the other
 * bits the place in it, so the grid is as fine, relative to v, at 1e-15 as at 1/2, and finding a cell takes a shift.
 * In a cell the cubic has the exact values and slopes at both ends (Hermite), and the build checks that it is
 * monotone by the criterion of F. N. Fritsch and R. E. Carlson, SIAM J. Numer. Anal. 17 (1980) 238-246.
 */
final class TailTable {
    /** The smallest tail probability, and the smallest uniform of {@link Draws}. */
    static final double PROBABILITY_MIN = 0x1p-53;

    static final double PROBABILITY_MAX = 0.5;

    private static final int OCTAVES = 52;
    private static final int CELL_BITS = 6;
    private static final int CELLS_PER_OCTAVE = 1 << CELL_BITS;
    private static final int CELLS = OCTAVES * CELLS_PER_OCTAVE;
    private static final int COEFFICIENTS = 4;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final long ONE_BITS = 0x3FF0_0000_0000_0000L;
    private static final long FIRST_BITS = Double.doubleToRawLongBits(PROBABILITY_MIN);

    private final double[] cubics; // four coefficients a cell, and one cell more for v = 1/2

    private TailTable(double[] cubics) {
        this.cubics = cubics;
    }

    /** Inverts a tail, from the median outwards; {@code logMedian} is ln x at v = 1/2. */
    static TailTable of(Tail tail, double logMedian) {
        double[] cubics = new double[(CELLS + 1) * COEFFICIENTS];
        cubics[CELLS * COEFFICIENTS] = StrictMath.exp(logMedian);
        double innerLogX = logMedian;
        for (int cell = CELLS - 1; cell >= 0; cell--) {
            double low = node(cell);
            double high = node(cell + 1);
            double outerLogX = Tail.solve(tail, StrictMath.log(low), innerLogX);
            double start = StrictMath.exp(outerLogX);
            double end = StrictMath.exp(innerLogX);
            double width = high - low;
            double startSlope = width * start / (slope(tail, outerLogX) * low);
            double endSlope = width * end / (slope(tail, innerLogX) * high);
            putCubic(cubics, cell * COEFFICIENTS, start, end - start, startSlope, endSlope);
            innerLogX = outerLogX;
        }
        return new TailTable(cubics);
    }

    private static double slope(Tail tail, double logX) {
        return tail.slope(logX, tail.logProbability(logX));
    }

    /** The quantile at tail probability v, {@link #PROBABILITY_MIN} to {@link #PROBABILITY_MAX}. */
    double value(double v) {
        long fromFirst = Double.doubleToRawLongBits(v) - FIRST_BITS;
        int first = (int) (fromFirst >>> (MANTISSA_BITS - CELL_BITS)) * COEFFICIENTS;
        double place = Double.longBitsToDouble(ONE_BITS | (fromFirst << CELL_BITS & MANTISSA_MASK)) - 1;
        double[] c = cubics;
        return c[first] + place * (c[first + 1] + place * (c[first + 2] + place * c[first + 3]));
    }

    /** This quantile times a factor. */
    TailTable times(double factor) {
        double[] scaled = cubics.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new TailTable(scaled);
    }

    /** One minus this quantile. */
    TailTable mirrored() {
        double[] mirrored = times(-1).cubics;
        for (int i = 0; i < mirrored.length; i += COEFFICIENTS) {
            mirrored[i] += 1;
        }
        return new TailTable(mirrored);
    }

    private static double node(int cell) {
        return Double.longBitsToDouble(FIRST_BITS + ((long) cell << (MANTISSA_BITS - CELL_BITS)));
    }

    private static void putCubic(double[] cubics, int first, double start, double rise, double slope0, double slope1) {
        double ratio0 = slope0 / rise;
        double ratio1 = slope1 / rise;
        if (!(ratio0 >= 0 && ratio1 >= 0 && ratio0 * ratio0 + ratio1 * ratio1 <= 9)) {
            throw new ArithmeticException(
                    "a cell is not monotone: rise " + rise + ", slopes " + slope0 + ", " + slope1);
        }
        cubics[first] = start;
        cubics[first + 1] = slope0;
        cubics[first + 2] = 3 * rise - 2 * slope0 - slope1;
        cubics[first + 3] = slope0 + slope1 - 2 * rise;
    }
}
