package dev.borderline.random;

/** The lower tail I_x(a, b) of the beta law. Its upper tail is the lower one of (b, a), mirrored. */
record BetaTail(double a, double b, double logBeta) implements Tail {
    BetaTail(double a, double b) {
        this(a, b, IncompleteFunctions.logBeta(a, b));
    }

    @Override
    public double logProbability(double logX) {
        double x = StrictMath.exp(logX);
        double rest = -StrictMath.expm1(logX);
        double logFactor = logFactor(logX, rest);
        if (x < (a + 1) / (a + b + 2)) {
            return logFactor + StrictMath.log(IncompleteFunctions.betaFraction(a, b, x) / a);
        }
        double logUpper = logFactor + StrictMath.log(IncompleteFunctions.betaFraction(b, a, rest) / b);
        return StrictMath.log1p(-StrictMath.exp(logUpper));
    }

    /** x p(x) / I_x, where x p(x) is the factor over (1 - x). */
    @Override
    public double slope(double logX, double logProbability) {
        double rest = -StrictMath.expm1(logX);
        return StrictMath.exp(logFactor(logX, rest) - logProbability) / rest;
    }

    @Override
    public double logXMax() {
        return 0;
    }

    double logMedianStart() {
        return StrictMath.log(a / (a + b));
    }

    /** ln(x^a (1 - x)^b / B(a, b)). */
    private double logFactor(double logX, double rest) {
        return a * logX + b * StrictMath.log(rest) - logBeta;
    }
}
