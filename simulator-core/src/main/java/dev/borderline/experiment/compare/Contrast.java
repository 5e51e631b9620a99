package dev.borderline.experiment.compare;

import dev.borderline.measure.Compensator;
import java.util.Optional;

/**
 * Contrast of an arm with the base in one measure.
 *
 * @param arm name of the arm
 * @param counted the difference of the measure as counted
 * @param expected the difference of its {@link Compensator}, where it has one: of the same mean, and less noise
 * @param pHolm p-value of {@link #best}, adjusted by Holm for all contrasts made together; NaN with fewer than two pairs
 */
public record Contrast(String arm, Difference counted, Optional<Difference> expected, double pHolm) {
    /** The difference that the p-value is of: the expected one where there is one. Chosen before looking, never by its result. */
    public Difference best() {
        return expected.orElse(counted);
    }
}
