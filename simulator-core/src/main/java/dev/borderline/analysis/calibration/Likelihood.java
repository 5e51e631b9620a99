package dev.borderline.analysis.calibration;

/**
 * Weight of a figure in a fit.
 *
 * @param group of figures that stand or fall together, and are left out together; of one group no two fitted figures overlap in time
 * @param error law of the figure's error
 * @param discrepancy standard deviation of what the model cannot do: in the unit of the figure, of the logarithm where the error is
 *     log-normal; 0 where there is none
 */
public record Likelihood(String group, ErrorLaw error, double discrepancy) {
    public Likelihood {
        if (!(discrepancy >= 0 && discrepancy < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the discrepancy is " + discrepancy + "; it must be 0 or more");
        }
    }

    /** A group with split normal errors and no discrepancy. */
    public static Likelihood of(String group) {
        return new Likelihood(group, ErrorLaw.SPLIT_NORMAL, 0);
    }
}
