package dev.borderline.simulation;

import dev.borderline.measure.Outcomes;
import dev.borderline.observe.ForkingProbe;
import dev.borderline.observe.Probe;
import dev.borderline.observe.RunView;
import dev.borderline.simulation.Simulation.RunLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Run that stops and goes on. It is for showing progress, for looking at what has been counted so far, for giving up. Where it
 * stops changes nothing: a run in pieces has the fingerprint and outcomes of the run in one.
 *
 * <pre>{@code
 * RunInProgress run = Simulation.of(scenario).start(RunKey.of(42));
 * while (run.date().isBefore(scenario.end()) && !isCancelled()) {
 *     run.runUntil(run.date().plusMonths(1));
 *     show(run.date(), run.value("arrests"));
 * }
 * RunResult result = run.finish();
 * }</pre>
 *
 * <p>Belongs to one thread at a time. To give up, drop it.
 */
public final class RunInProgress {
    private final Run run;
    private boolean spent; // finished, or broken off

    RunInProgress(Run run) {
        this.run = run;
    }

    /** The run as it stands; may be kept and asked again later. */
    public RunView view() {
        return run.state();
    }

    /** The day that is about to begin: all before it has happened. */
    public LocalDate date() {
        return run.state().date();
    }

    /** Seed and replication. */
    public RunKey key() {
        return run.key();
    }

    /** Events executed so far. */
    public long events() {
        return run.events();
    }

    /** A measure over everyone and the time simulated so far, see {@link RunView#soFar}. */
    public double value(String measure) {
        return soFar().value(measure);
    }

    /** All measures as counted so far, see {@link RunView#soFar}. */
    public Outcomes soFar() {
        return run.state().soFar();
    }

    /**
     * Simulates up to midnight of a day; a day after the end counts as the end.
     *
     * @throws IllegalArgumentException if it has been simulated already
     * @throws RunFailure if the run breaks off
     */
    public void runUntil(LocalDate day) {
        if (day.isBefore(date())) {
            throw new IllegalArgumentException(day + " has been simulated already: the run stands at " + date());
        }
        checkUsable();
        LocalDate end = run.state().period().end();
        spent = true; // if it breaks off there is no going on
        run.runUntil(run.state().period().timeMs(day.isBefore(end) ? day : end));
        spent = false;
    }

    /**
     * Simulates to the end and gives the result; once.
     *
     * @throws RunFailure if the run breaks off
     */
    public RunResult finish() {
        checkUsable();
        spent = true;
        return run.finish();
    }

    /**
     * The run as it stands, to be gone on with as often as one likes; this one goes on too.
     *
     * @throws IllegalStateException naming a probe, controller or mechanism that remembers something and does not say what
     */
    public RunSnapshot snapshot() {
        checkUsable();
        return new RunSnapshot(run);
    }

    /**
     * Another run that goes on from here as this one does. Both have the events, fingerprint and outcomes of a run that was never
     * forked. Its probes are fresh ones that remember what those of this run heard, see {@link #probes}.
     *
     * @throws IllegalStateException naming a probe, controller or mechanism that remembers something and does not say what
     */
    public RunInProgress fork() {
        return fork(run.simulation());
    }

    /**
     * Another run that goes on from here under other policies and controllers. The run that would have had them from the start.
     *
     * <pre>{@code
     * RunInProgress base = Simulation.of(scenario).start(RunKey.of(42));
     * base.runUntil(LocalDate.of(2012, 1, 1));
     * RunInProgress other = base.fork(Simulation.of(scenario.with(policy)));
     * }</pre>
     *
     * @param future a scenario and controllers that are the same up to now, see {@link Simulation#sharedUntil}; a controller of its
     *     own acts on its days from now on
     * @param more probes that listen from here on, besides those that go with the run
     * @throws IllegalArgumentException naming what differs before
     * @throws IllegalStateException naming a probe, controller or mechanism that remembers something and does not say what
     */
    public RunInProgress fork(Simulation future, Probe... more) {
        RunSnapshot here = snapshot();
        List<Probe> carriedOn = new ArrayList<>();
        for (Probe probe : run.probes()) {
            if (!(probe instanceof ForkingProbe forking)) {
                throw new IllegalStateException(
                        "probe " + probe.getClass().getName()
                                + " does not say how a fresh one is made, so its run cannot be forked: it must be a ForkingProbe");
            }
            carriedOn.add(forking.fresh());
        }
        return new RunInProgress(here.resumed(future, RunLimits.none(), carriedOn, List.of(more)));
    }

    /** The probes that listen, in the order in which they were given. */
    public List<Probe> probes() {
        return run.probes();
    }

    /**
     * Writes the run as it stands to a file, from which {@link Simulation#resume} goes on. First to a draft beside it, which then takes
     * its place, so that a kill leaves the old file or the new one. The state is streamed and stands in memory only once.
     *
     * @throws IllegalStateException naming a probe, controller or mechanism that remembers something and does not say what
     */
    public void save(Path file) throws IOException {
        checkUsable();
        SavedRun.write(file, run);
    }

    private void checkUsable() {
        if (spent) {
            throw new IllegalStateException("the run is over: start another");
        }
    }
}
