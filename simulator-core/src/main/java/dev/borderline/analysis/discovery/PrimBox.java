package dev.borderline.analysis.discovery;

import java.util.List;

/**
 * A box and how well it describes the cases of interest. Coverage and density pull against each other, as do both against few
 * restrictions: which trade is right is for a person to say. B. P. Bryant, R. J. Lempert, "Thinking inside the box", Technological
 * Forecasting and Social Change 77 (2010) 34-49.
 *
 * @param box the box
 * @param cases number of cases inside
 * @param ofInterest number of those that are of interest
 * @param coverage share of all cases of interest that lie inside
 * @param density share of the cases inside that are of interest
 * @param mass share of all cases that lie inside
 * @param restrictions what the box says, in order of the factors
 */
public record PrimBox(
        Box box,
        int cases,
        int ofInterest,
        double coverage,
        double density,
        double mass,
        List<Restriction> restrictions) {
    /**
     * One end of the interval of an input.
     *
     * @param factor the input
     * @param isLow true when values must lie above {@code end}, false when below
     * @param end where the interval ends
     * @param quasiP chance of as many cases of interest in the box, or more, if this restriction told nothing about them: small
     *     means that it tells something. "Quasi" because the restriction was chosen on the same cases
     */
    public record Restriction(String factor, boolean isLow, double end, double quasiP) {}

    public PrimBox {
        restrictions = List.copyOf(restrictions);
    }

    /** The harmonic mean of coverage and density: near 1 only if both are. */
    public double balance() {
        double sum = coverage + density;
        return sum == 0 ? 0 : 2 * coverage * density / sum;
    }
}
