package dev.borderline.analysis.discovery;

import dev.borderline.analysis.Outputs;
import java.util.List;

/**
 * Settings of inputs and what came of each: the data of scenario discovery. Immutable.
 *
 * <p>A response of 1 marks a case of interest and 0 any other; regression trees take any number.
 */
public final class LabelledPoints {
    private final List<String> factors;
    private final double[][] points;
    private final double[] responses;

    private LabelledPoints(List<String> factors, double[][] points, double[] responses) {
        this.factors = factors;
        this.points = points;
        this.responses = responses;
    }

    /**
     * Cases with a number each.
     *
     * @param factors names of the inputs
     * @param points a row of values for each case, in the order of {@code factors}
     * @param responses one for each case; all numbers finite
     */
    public static LabelledPoints of(List<String> factors, double[][] points, double[] responses) {
        if (points.length == 0 || points.length != responses.length) {
            throw new IllegalArgumentException(points.length + " points with " + responses.length + " responses");
        }
        double[][] copy = Outputs.checked(points);
        Outputs.checked(new double[][] {responses});
        if (copy[0].length != factors.size()) {
            throw new IllegalArgumentException(copy[0].length + " values for " + factors.size() + " factors");
        }
        return new LabelledPoints(List.copyOf(factors), copy, responses.clone());
    }

    /** Cases, some of interest. */
    public static LabelledPoints of(List<String> factors, double[][] points, boolean[] ofInterest) {
        double[] responses = new double[ofInterest.length];
        for (int i = 0; i < responses.length; i++) {
            responses[i] = ofInterest[i] ? 1 : 0;
        }
        return of(factors, points, responses);
    }

    /** Names of the inputs. */
    public List<String> factors() {
        return factors;
    }

    /** Number of cases. */
    public int size() {
        return points.length;
    }

    /** Value of an input in a case. */
    public double value(int member, int factor) {
        return points[member][factor];
    }

    /** Response of a case. */
    public double response(int member) {
        return responses[member];
    }

    /** True if every response is 0 or 1. */
    public boolean isBinary() {
        for (double response : responses) {
            if (response != 0 && response != 1) {
                return false;
            }
        }
        return true;
    }

    /** Sum of the responses of some cases. */
    double sum(int[] members) {
        double sum = 0;
        for (int member : members) {
            sum += responses[member];
        }
        return sum;
    }
}
