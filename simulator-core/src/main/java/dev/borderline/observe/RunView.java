package dev.borderline.observe;

import dev.borderline.measure.Outcomes;
import dev.borderline.model.Calls;
import dev.borderline.model.Cases;
import dev.borderline.model.Households;
import dev.borderline.model.Households.State;
import dev.borderline.policy.SimulatedPeriod;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A run as it stands, to be read only. Belongs to the thread of the run; what it returns is immutable and may be kept.
 */
public interface RunView {
    /** Name of the scenario. */
    String scenario();

    /** The days simulated. */
    SimulatedPeriod period();

    /** Now, in ticks (milliseconds) since the start. */
    long time();

    /** The day in progress, or about to begin at its midnight. */
    LocalDate date();

    /**
     * The value of a lever now.
     *
     * @param name for example {@code surveillance.coverage}
     * @throws IllegalArgumentException naming the nearest, if there is no such lever
     */
    double lever(String name);

    /**
     * All measures as counted so far. A spell of time (a term, a pair in the dark) is counted when it ends, a level at the end of
     * its year. Takes a copy of all counts: ask once a look, not once an event.
     */
    Outcomes soFar();

    /** Number of households that ever were, so far; they are numbered from 0 in the order in which they formed. */
    int households();

    /** The lasting number of a household, from its place. */
    long householdId(int household);

    /** A household as it is now. */
    HouseholdFacts household(int household);

    /** A need, past, present or to come: it depends on nothing that happens. */
    NeedFacts need(int household, int need);

    /**
     * A call planned or in progress.
     *
     * @param slot as signals of calls tell it
     * @throws IllegalArgumentException if the slot is not in use
     */
    CallFacts call(int slot);

    /**
     * A case that is open, or being closed.
     *
     * @param slot as signals of cases tell it
     * @throws IllegalArgumentException if the slot is not in use
     */
    CaseFacts caseFile(int slot);

    /**
     * Content of a need.
     *
     * @param valueUsd worth of the contact
     * @param forMoney whether money is to be asked for
     */
    record NeedFacts(double valueUsd, boolean forMoney) {}

    /**
     * A call over a neighbour's network at one moment.
     *
     * @param household whose need it is, by place in the columns
     * @param need number of the need
     * @param zone name of the zone in which it takes place
     * @param remote whether at a remote place
     * @param brokered whether on a broker's handset
     * @param minutes length if nobody cuts it off
     * @param tries attempts made so far
     * @param connected whether it is in progress, or was until now
     * @param cutOff whether an officer has cut it off
     */
    record CallFacts(
            int household,
            int need,
            String zone,
            boolean remote,
            boolean brokered,
            double minutes,
            int tries,
            boolean connected,
            boolean cutOff) {
        /** Reads a slot in use; {@code zone} is the name of its zone. */
        public static CallFacts of(Calls calls, int slot, String zone) {
            return new CallFacts(
                    calls.household(slot),
                    calls.need(slot),
                    zone,
                    calls.remote(slot),
                    calls.brokered(slot),
                    calls.minutes(slot),
                    calls.tries(slot),
                    calls.startedAt(slot) >= 0,
                    calls.cutOff(slot));
        }
    }

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
    record CaseFacts(
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

    /**
     * A household at one moment.
     *
     * @param id lasting number by which draws know it, the same in every arm
     * @param zone name of the zone it lives in
     * @param fifth wealth fifth, 0 for the poorest
     * @param state where its caller is
     * @param incomeUsd yearly income
     * @param wealthUsd liquid wealth
     * @param connections connections to officials, 0 to 1
     * @param ownsHandset whether it owns a handset for a neighbour's network
     * @param ownsLine whether it owns a domestic line
     * @param licensed whether it may call abroad
     * @param kinInEnemyCountry whether the kin live in a country held to be an enemy
     * @param arrests times arrested, counted up to 127
     */
    record HouseholdFacts(
            long id,
            String zone,
            int fifth,
            State state,
            double incomeUsd,
            double wealthUsd,
            double connections,
            boolean ownsHandset,
            boolean ownsLine,
            boolean licensed,
            boolean kinInEnemyCountry,
            int arrests) {
        /** Reads a household; {@code zone} is the name of the zone it lives in. */
        public static HouseholdFacts of(Households households, int household, String zone) {
            return new HouseholdFacts(
                    households.id(household),
                    zone,
                    households.fifth(household),
                    households.state(household),
                    households.incomeUsd(household),
                    households.wealthUsd(household),
                    households.connections(household),
                    households.ownsHandset(household),
                    households.ownsLine(household),
                    households.licensed(household),
                    households.kinInEnemyCountry(household),
                    households.arrests(household));
        }
    }
}
