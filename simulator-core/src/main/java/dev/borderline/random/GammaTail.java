package dev.borderline.random;

/** The lower tail P(a, x) or upper tail Q(a, x) of the gamma law with shape a and unit scale. */
record GammaTail(double shape, boolean upper, double logGamma) implements Tail {
    GammaTail(double shape, boolean upper) {
        this(shape, upper, IncompleteFunctions.logGamma(shape));
    }

    @Override
    public double logProbability(double logX) {
        double x = StrictMath.exp(logX);
        boolean bySeries = x < shape + 1;
        double bare =
                bySeries ? IncompleteFunctions.gammaSeries(shape, x) : IncompleteFunctions.gammaFraction(shape, x);
        double logBare = logFactor(logX, x) + StrictMath.log(bare);
        return bySeries == upper ? StrictMath.log1p(-StrictMath.exp(logBare)) : logBare;
    }

    @Override
    public double slope(double logX, double logProbability) {
        double magnitude = StrictMath.exp(logFactor(logX, StrictMath.exp(logX)) - logProbability);
        return upper ? -magnitude : magnitude;
    }

    @Override
    public double logXMax() {
        return Double.POSITIVE_INFINITY;
    }

    /** ln x where the power law x^a / Γ(a + 1), an upper bound of P, is 1/2. */
    double logMedianStart() {
        return (StrictMath.log(0.5) + IncompleteFunctions.logGamma(shape + 1)) / shape;
    }

    /** ln(x^a e^-x / Γ(a)) = ln(x p(x)). */
    private double logFactor(double logX, double x) {
        return shape * logX - x - logGamma;
    }
}
