package dev.borderline.scenario;

import dev.borderline.text.Numbers;
import dev.borderline.yaml.Mark;

/**
 * One line of a scenario's signature: something that its runs show. A measure lies above or below another scenario's of the
 * same random numbers, or above or below itself in another part of the same runs:
 *
 * <pre>{@code
 * person_years_held below 0.5 of tightening-2015
 * arrivals of 2015 below baseline
 * arrivals of 2015 below 0.7 of 2009
 * bribe_over_income of fifth 1 above fifth 5
 * }</pre>
 *
 * <p>It changes no result and is no part of a scenario's digest.
 *
 * @param measure name of the measure
 * @param part of the runs in which it is read
 * @param above whether it lies above the reference, else below
 * @param factor of the reference, above 0
 * @param scenario name of the other scenario; empty where a scenario is compared with itself
 * @param otherPart part in which the reference is read; {@code part} where there is another scenario
 * @param mark where it stands
 */
public record Claim(
        String measure, Part part, boolean above, double factor, String scenario, Part otherPart, Mark mark) {
    /**
     * A part of a run.
     *
     * @param kind what it is a part of
     * @param number the calendar year, or the wealth fifth from 1, the poorest; 0 for the whole
     */
    public record Part(Kind kind, int number) {
        /** The whole run. */
        public static final Part WHOLE = new Part(Kind.WHOLE, 0);

        /** Kind of the whole that a part belongs to. */
        public enum Kind {
            WHOLE,
            YEAR,
            FIFTH
        }

        @Override
        public String toString() {
            return switch (kind) {
                case WHOLE -> "";
                case YEAR -> String.valueOf(number);
                case FIFTH -> "fifth " + number;
            };
        }
    }

    /** The measure and the part, as in {@code arrivals of 2015}. */
    public String subject() {
        return measure + (part.equals(Part.WHOLE) ? "" : " of " + part);
    }

    /** Reference that the subject is compared with, as in {@code 0.7 of 2009}. */
    public String reference() {
        String times = factor == 1 ? "" : Numbers.exact(factor) + " of ";
        return times + (scenario.isEmpty() ? otherPart.toString() : scenario);
    }

    /** The claim as it stands in a file. */
    @Override
    public String toString() {
        return subject() + (above ? " above " : " below ") + reference();
    }
}
