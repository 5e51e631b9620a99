package dev.borderline.analysis.ensemble;

/**
 * Condition that a fit must meet before it is used.
 *
 * @param name in words
 * @param quantity in which it is met worst
 * @param value there
 * @param limit that the value must keep
 * @param atLeast true where the value must not lie below the limit, false where it must not lie above
 * @param failing number of quantities that do not meet it
 * @param remedy option to raise where it is not met
 */
public record Gate(
        String name, String quantity, double value, double limit, boolean atLeast, int failing, String remedy) {
    /** True if it is met. */
    public boolean passes() {
        return failing == 0;
    }
}
