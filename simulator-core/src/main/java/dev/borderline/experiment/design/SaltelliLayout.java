package dev.borderline.experiment.design;

import dev.borderline.scenario.SweepDesign;

/**
 * Layout of Saltelli's design: the places of its points. Variance-based (Sobol') indices are estimated from it (A. Saltelli,
 * Computer Physics Communications 145 (2002) 280-297).
 *
 * <p>Two base matrices A and B of N rows and a column for each of k factors come from one Sobol' sequence in 2k dimensions: its
 * first k coordinates are A, the others B. AB_i is A with column i of B, BA_i is B with column i of A. For each row the points
 * are, one after another:
 *
 * <pre>
 * A, AB_1, ..., AB_k, B                        N (k + 2) points
 * A, AB_1, ..., AB_k, BA_1, ..., BA_k, B       N (2k + 2) points, with second order
 * </pre>
 *
 * <p>That is the order of SALib. Without scrambling the values are those of its {@code sample.sobol} with {@code scramble=False}
 * and no values skipped, up to 12 significant digits.
 *
 * @param basePoints rows of the base matrices, N
 * @param factors number of factors, k
 * @param secondOrder whether the points BA are there
 */
public record SaltelliLayout(int basePoints, int factors, boolean secondOrder) {
    static final String BASE_POINTS = "base_points";
    static final String SECOND_ORDER = "second_order";

    private static final int NONE = -1;

    public SaltelliLayout {
        if (basePoints < 1) {
            throw new IllegalArgumentException("base points is " + basePoints + "; it must be 1 or more");
        }
        Math.multiplyExact(basePoints, 2 * factors + 2);
    }

    /** The layout of a design, made or read back from a folder; refuses a design of another kind. */
    public static SaltelliLayout of(Design design) {
        DesignInfo info = design.info();
        info.expect(SweepDesign.SALTELLI, "an analysis of variance");
        return new SaltelliLayout(
                Integer.parseInt(info.setting(BASE_POINTS)),
                design.factors().size(),
                Boolean.parseBoolean(info.setting(SECOND_ORDER)));
    }

    /** Number of points. */
    public int size() {
        return basePoints * block();
    }

    private int block() {
        return (secondOrder ? 2 : 1) * factors + 2;
    }

    /** Index of the point that is this row of A. */
    public int a(int row) {
        Factors.checkIndex(row, basePoints);
        return row * block();
    }

    /** Index of the point that is this row of A with the value of {@code factor}, from 0, of B. */
    public int ab(int row, int factor) {
        Factors.checkIndex(factor, factors);
        return a(row) + 1 + factor;
    }

    /** Index of the point that is this row of B with the value of {@code factor}, from 0, of A. Only with second order. */
    public int ba(int row, int factor) {
        if (!secondOrder) {
            throw new IllegalStateException("the design was made without second order");
        }
        return ab(row, factor) + factors;
    }

    /** Index of the point that is this row of B. */
    public int b(int row) {
        return a(row) + block() - 1;
    }

    /**
     * Role of a point.
     *
     * @param row of the matrices
     * @param fromB whether it is a row of B or BA rather than of A or AB
     * @param swapped the factor, from 0, whose value is the other matrix's; -1 for A and B themselves
     */
    record Role(int row, boolean fromB, int swapped) {
        String matrix() {
            String base = fromB ? "B" : "A";
            return swapped == NONE ? base : (fromB ? "BA_" : "AB_") + (swapped + 1);
        }
    }

    Role role(int index) {
        Factors.checkIndex(index, size());
        int place = index % block();
        boolean whole = place == 0 || place == block() - 1;
        boolean fromB = place > factors;
        return new Role(index / block(), fromB, whole ? NONE : (place - 1) % factors);
    }
}
