package dev.borderline.analysis.calibration;

import java.util.Locale;

/**
 * Law of a figure's error about what a model says. The tolerance is read as an interval of 95 %; what a model cannot do is added as a
 * variance of its own, the {@link Likelihood#discrepancy}.
 */
public enum ErrorLaw {
    /** Normal: half the width of the tolerance is 1.96 standard deviations, wherever the figure lies in it. */
    NORMAL {
        @Override
        double sd(Target figure, double modelled) {
            return both((figure.high() - figure.low()) / 2 / Z95, figure);
        }
    },
    /** Two halves of normal laws: each side of the figure has a standard deviation of its own. */
    SPLIT_NORMAL {
        @Override
        double sd(Target figure, double modelled) {
            double half = modelled < figure.value() ? figure.value() - figure.low() : figure.high() - figure.value();
            return both(half / Z95, figure);
        }
    },
    /** Normal in the logarithm, for prices, counts and other sizes above 0. Half the logarithm of high over low is 1.96 of them. */
    LOG_NORMAL {
        @Override
        double sd(Target figure, double modelled) {
            return ofLogarithm(figure) * (modelled > 0 ? modelled : figure.value());
        }

        @Override
        double distance(Target figure, double modelled) {
            return StrictMath.log(modelled / figure.value()) / ofLogarithm(figure);
        }

        private double ofLogarithm(Target figure) {
            return both(StrictMath.log(figure.high() / figure.low()) / 2 / Z95, figure);
        }
    };

    private static final double Z95 = 1.959963984540054;

    /** Standard deviation of the figure about a modelled value, in its unit. */
    abstract double sd(Target figure, double modelled);

    /** Distance of a modelled value in standard deviations; NaN or infinite where the law gives it no density. */
    double distance(Target figure, double modelled) {
        return (modelled - figure.value()) / sd(figure, modelled);
    }

    /** Standard deviation of the error and of the discrepancy together. */
    private static double both(double ofFigure, Target figure) {
        double discrepancy = figure.likelihood().discrepancy();
        return discrepancy == 0 ? ofFigure : Math.sqrt(ofFigure * ofFigure + discrepancy * discrepancy);
    }

    /** The word for it in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
