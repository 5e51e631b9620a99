package dev.borderline.simulation;

import dev.borderline.measure.Outcomes;
import dev.borderline.observe.RunView;
import java.time.LocalDate;

/**
 * A run that stops and goes on: for showing progress, for looking at what it has counted so far, for giving up. Where it stops
 * changes nothing: a run in pieces has the fingerprint and outcomes of the run in one.
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

    private void checkUsable() {
        if (spent) {
            throw new IllegalStateException("the run is over: start another");
        }
    }
}
