package dev.borderline.simulation;

import dev.borderline.observe.Probe;
import dev.borderline.simulation.Simulation.RunLimits;
import dev.borderline.state.StateBlocks;
import java.time.LocalDate;
import java.util.List;

/**
 * Snapshot of a run as it stood at a date, in memory. It is immutable, to be gone on with as often as one likes and by several
 * threads at once. Some 100 bytes a household.
 */
public final class RunSnapshot {
    private final Simulation simulation;
    private final RunKey key;
    private final LocalDate date;
    private final StateBlocks state;

    RunSnapshot(Run run) {
        simulation = run.simulation();
        key = run.key();
        date = run.state().date();
        state = StateBlocks.of(run::save);
    }

    /** The day that was about to begin. */
    public LocalDate date() {
        return date;
    }

    /** Seed and replication of the run. */
    public RunKey key() {
        return key;
    }

    /** Size in bytes. */
    public long bytes() {
        return state.bytes();
    }

    /**
     * The run from this date on under other policies and controllers.
     *
     * @param future a scenario and controllers that are the same up to this date, see {@link Simulation#sharedUntil}
     * @param probes who listen from here on
     * @throws IllegalArgumentException naming what differs before
     */
    public RunInProgress resume(Simulation future, Probe... probes) {
        return resume(future, RunLimits.none(), probes);
    }

    /** As {@link #resume(Simulation, Probe...)}, within limits, in which the past counts as if it had been run. */
    public RunInProgress resume(Simulation future, RunLimits limits, Probe... probes) {
        return new RunInProgress(resumed(future, limits, List.of(), List.of(probes)));
    }

    Run resumed(Simulation future, RunLimits limits, List<Probe> carriedOn, List<Probe> probes) {
        future.checkSamePast(simulation, date);
        Run run = new Run(future, key);
        run.limit(limits);
        run.resume(state.reader(), carriedOn, probes);
        return run;
    }
}
