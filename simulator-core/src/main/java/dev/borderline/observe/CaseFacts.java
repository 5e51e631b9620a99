package dev.borderline.observe;

import dev.borderline.model.Cases;
import java.util.Optional;

/**
 * A person in an officer's hands at one moment.
 *
 * @param household who, by place in the columns
 * @param route how he was taken, for example {@code caught_in_call}
 * @param occurrence number of the need or candidate that led to it
 * @param aggravation number of aggravating circumstances
 * @param told whether the relative knows
 * @param arrestedAt ticks since the start of the run
 * @param bribeUsd the last bribe paid in this case, 0 if none was
 * @param termYears length of the sentence, 0 if there is none
 * @param outcome how it ended; empty until it does
 */
public record CaseFacts(
        int household,
        String route,
        int occurrence,
        int aggravation,
        boolean told,
        long arrestedAt,
        double bribeUsd,
        double termYears,
        Optional<Cases.Outcome> outcome) {
    private static final double CENTS_PER_USD = 100;

    /** Reads a slot in use. */
    public static CaseFacts of(Cases cases, int slot) {
        return new CaseFacts(
                cases.household(slot),
                cases.route(slot).name(),
                cases.occurrence(slot),
                cases.aggravation(slot),
                cases.told(slot),
                cases.arrestedAt(slot),
                cases.priceCents(slot) / CENTS_PER_USD,
                cases.termYears(slot),
                Optional.ofNullable(cases.outcome(slot)));
    }
}
