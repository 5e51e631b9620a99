package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.AnalysisRefused;

/**
 * Size of a fit. Immutable.
 *
 * @param populations independent populations, 2 or more
 * @param chains chains of each population, 4 or more
 * @param steps states of a chain at each temperature but the last, 2 or more
 * @param lastSteps states of a chain at the last temperature
 * @param movesEach moves of a chain from one state at the last temperature to the next, 1 or more
 * @param essShare effective share of particles that reweighting to the next temperature leaves, between 0 and 1
 * @param until inverse temperature at which the fit ends: 1 is the posterior, 0 the prior
 * @param seed of all draws
 */
public record FitSettings(
        int populations,
        int chains,
        int steps,
        int lastSteps,
        int movesEach,
        double essShare,
        double until,
        long seed) {
    private static final int CHAINS_MIN = 4;
    private static final double ESS_SHARE = 0.5;

    public FitSettings {
        atLeast(2, "populations", populations);
        atLeast(CHAINS_MIN, "chains", chains);
        atLeast(2, "steps", steps);
        atLeast(2, "last steps", lastSteps);
        atLeast(1, "moves of a state", movesEach);
        if (!(essShare > 0 && essShare < 1)) {
            throw new AnalysisRefused("the effective share is " + essShare + "; it must lie between 0 and 1");
        }
        if (!(until >= 0 && until <= 1)) {
            throw new AnalysisRefused("the last inverse temperature is " + until + "; it must be 0 to 1");
        }
    }

    private static void atLeast(int least, String what, int number) {
        if (number < least) {
            throw new AnalysisRefused(number + " " + what + ": " + least + " or more are needed");
        }
    }

    /** A fit of four populations, down to the posterior. */
    public static FitSettings of(int chains, int steps, int lastSteps, long seed) {
        return new FitSettings(4, chains, steps, lastSteps, 1, ESS_SHARE, 1, seed);
    }

    /** The same, ended at another inverse temperature. */
    public FitSettings until(double last) {
        return new FitSettings(populations, chains, steps, lastSteps, movesEach, essShare, last, seed);
    }

    /** The same with so many moves between two states of the sample: less alike, at the price of the moves. */
    public FitSettings movesEach(int number) {
        return new FitSettings(populations, chains, steps, lastSteps, number, essShare, until, seed);
    }

    /** Particles of a population at each temperature but the last. */
    int particles() {
        return chains * steps;
    }
}
