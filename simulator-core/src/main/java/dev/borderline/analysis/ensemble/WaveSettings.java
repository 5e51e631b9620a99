package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.AnalysisRefused;

/**
 * Size of an {@link EmulatedFit}. Immutable.
 *
 * @param waves of true evaluations, 1 or more
 * @param points with the same random numbers in each wave, {@value #POINTS_MIN} or more
 * @param fit of the emulator at the end
 */
public record WaveSettings(int waves, int points, FitSettings fit) {
    private static final int POINTS_MIN = 20;
    private static final int CHAINS = 100;
    private static final int STEPS = 8;
    private static final int LAST_STEPS = 20;

    public WaveSettings {
        if (waves < 1) {
            throw new AnalysisRefused(waves + " waves: 1 or more are needed");
        }
        if (points < POINTS_MIN) {
            throw new AnalysisRefused(points + " points: " + POINTS_MIN + " or more are needed");
        }
    }

    /** The fit from which the points of a wave come. */
    FitSettings between(int wave) {
        return new FitSettings(
                fit.populations(), CHAINS, STEPS, LAST_STEPS, 2, fit.essShare(), fit.until(), fit.seed() + wave);
    }
}
