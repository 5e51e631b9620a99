package dev.borderline.observe;

import dev.borderline.measure.Outcomes;
import dev.borderline.policy.SimulatedPeriod;
import java.time.LocalDate;

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
}
