package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.calibration.ErrorLaw;
import dev.borderline.analysis.calibration.Target;
import dev.borderline.random.Inversion;

/**
 * Log-likelihood of one figure of the record given the model's value, up to a constant. Its variance is that of the figure's error, of
 * what the model cannot do, and of the chance of the world itself: one run with all its people.
 *
 * @param target the figure with its error law
 * @param chanceVariance variance over runs of the model's value with all people, of its logarithm where the error is log-normal
 */
public record FigureLikelihood(Target target, double chanceVariance) {
    public FigureLikelihood {
        if (!(chanceVariance >= 0)) {
            throw new IllegalArgumentException(target.id() + ": the variance of chance is " + chanceVariance);
        }
    }

    /** Log-likelihood; negative infinity where the law gives the value no density. */
    public double at(double modelled) {
        double distance = distance(modelled);
        return Double.isFinite(distance) ? -distance * distance / 2 : Double.NEGATIVE_INFINITY;
    }

    /** Distance of figure and value in standard deviations of all that keeps them apart. Below 0 where the value is too low. */
    double distance(double modelled) {
        double sd = target.sd(modelled);
        if (isLogarithmic()) {
            double ofLogarithm = sd / modelled;
            return StrictMath.log(modelled / target.value())
                    / StrictMath.sqrt(ofLogarithm * ofLogarithm + chanceVariance);
        }
        return (modelled - target.value()) / total(sd);
    }

    /**
     * The figure at a rank of its law about a value of the model.
     *
     * @param rank between 0 and 1
     */
    double figure(double modelled, double rank) {
        if (isLogarithmic()) {
            double ofLogarithm = target.sd(modelled) / modelled;
            double sd = StrictMath.sqrt(ofLogarithm * ofLogarithm + chanceVariance);
            return modelled * StrictMath.exp(sd * Inversion.normal(rank));
        }
        double above = total(target.sd(Math.nextDown(target.value()))); // the figure lies above what is modelled
        double below = total(target.sd(target.value()));
        double both = above + below;
        return rank * both < below
                ? modelled + below * Inversion.normal(rank * both / (2 * below))
                : modelled - above * Inversion.normal((1 - rank) * both / (2 * above));
    }

    /** Variance of the likelihood where the model agrees with the figure. */
    double varianceNear() {
        double sd = target.sd(target.value());
        double own = isLogarithmic() ? sd / target.value() : sd;
        return own * own + chanceVariance;
    }

    /** The same with more variance, on the scale of the error. */
    FigureLikelihood widened(double variance) {
        return new FigureLikelihood(target, chanceVariance + variance);
    }

    private double total(double sd) {
        return StrictMath.sqrt(sd * sd + chanceVariance);
    }

    /** True if the error, and so the chance, is of the logarithm. */
    boolean isLogarithmic() {
        return target.likelihood().error() == ErrorLaw.LOG_NORMAL;
    }
}
