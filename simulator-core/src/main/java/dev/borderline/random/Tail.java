package dev.borderline.random;

/** One tail of a law on the positive numbers, as a function of y = ln x: what {@link TailTable} inverts. */
interface Tail {
    /** The logarithm of the probability beyond x, towards 0 for a lower tail and towards infinity for an upper one. */
    double logProbability(double logX);

    /** The derivative of {@link #logProbability}, whose value there is given: positive for a lower tail, negative for an upper one. */
    double slope(double logX, double logProbability);

    /** Upper end of the law, as ln x: 0 for a law on (0, 1), else infinity. */
    double logXMax();

    /**
     * The y at which the log-probability is {@code target}. By Newton's method, and by bisection where a step would
     * leave the bracket.
     */
    static double solve(Tail tail, double target, double start) {
        double logProbability = tail.logProbability(start);
        return solve(tail, target, start, logProbability, tail.slope(start, logProbability));
    }

    /** As {@link #solve(Tail, double, double)}, with the log-probability and its slope at the start. */
    static double solve(Tail tail, double target, double start, double startLogProbability, double startSlope) {
        final double relativeStep = 1e-11;
        final double smallestStep = 1e-14;
        final int iterationsMax = 500;
        double low = Double.NEGATIVE_INFINITY;
        double high = tail.logXMax();
        double y = start;
        double logProbability = startLogProbability;
        double slope = startSlope;
        for (int i = 0; i < iterationsMax; i++) {
            double excess = logProbability - target;
            if (excess * slope > 0 || (slope == 0 && excess < 0)) {
                high = y;
            } else {
                low = y;
            }
            double next = y - excess / slope;
            if (!(next > low && next < high)) {
                next = inside(low, high, y);
            }
            if (Math.abs(next - y) <= relativeStep * Math.abs(y) + smallestStep) {
                return next;
            }
            y = next;
            logProbability = tail.logProbability(y);
            slope = tail.slope(y, logProbability);
        }
        throw new ArithmeticException("no convergence: " + tail + ", target " + target);
    }

    private static double inside(double low, double high, double y) {
        if (low == Double.NEGATIVE_INFINITY) {
            return y - 1;
        }
        return high == Double.POSITIVE_INFINITY ? y + 1 : (low + high) / 2;
    }
}
