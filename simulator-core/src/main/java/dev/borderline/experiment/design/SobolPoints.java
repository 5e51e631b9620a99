package dev.borderline.experiment.design;

import dev.borderline.random.Draws;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Points of Sobol's sequence, in the order of I. A. Antonov and V. M. Saleev (1979), with the direction numbers of S. Joe and
 * F. Y. Kuo (SIAM J. Sci. Comput. 30 (2008) 2635-2654), from commons-math3. The first point is 0; none is skipped, since that
 * unbalances powers of two (A. B. Owen, "On dropping the first Sobol' point", 2020).
 *
 * <p>Scrambling is a digital shift: the 52 bits of each coordinate are combined by exclusive or with 52 random bits of its
 * dimension, and the point moved to the middle of its cell of width 2^-52. Each point is then uniform in the open cube, and the
 * set is as even as before (P. L'Ecuyer, C. Lemieux, "Recent advances in randomized quasi-Monte Carlo methods", 2002, section
 * 4.2). Thread-safe.
 *
 * <p>Draws: the key of the design, {@code design.sobol.shift}, one by dimension.
 */
final class SobolPoints implements UnitPoints {
    static final int DIMENSIONS_MAX = 1000;

    private static final int UNUSED_BITS = 12;
    private static final double CELLS = 0x1p52;

    private final SobolSequenceGenerator sequence; // guarded by this
    private final long[] shift; // empty: not scrambled

    private SobolPoints(int dimensions, long[] shift) {
        if (dimensions > DIMENSIONS_MAX) {
            throw new IllegalArgumentException(
                    dimensions + " dimensions are too many: Sobol' points are known for 1 to " + DIMENSIONS_MAX);
        }
        sequence = new SobolSequenceGenerator(dimensions);
        this.shift = shift;
    }

    static SobolPoints plain(int dimensions) {
        return new SobolPoints(dimensions, new long[0]);
    }

    static SobolPoints shifted(int dimensions, long seed) {
        Draws draws =
                Draws.of(RunKeys.designKey(RunKeys.SCHEME_VERSION, seed), "design.sobol.shift", SubjectKind.FACTOR);
        long[] shift = new long[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            shift[dimension] = draws.bits(dimension, 0) >>> UNUSED_BITS;
        }
        return new SobolPoints(dimensions, shift);
    }

    @Override
    public double[] at(int index) {
        double[] place = jump(index);
        for (int i = 0; i < shift.length; i++) {
            long cell = (long) (place[i] * CELLS) ^ shift[i];
            place[i] = (cell + 0.5) / CELLS;
        }
        return place;
    }

    private synchronized double[] jump(int index) {
        return sequence.skipTo(index);
    }
}
