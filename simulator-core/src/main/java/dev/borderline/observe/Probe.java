package dev.borderline.observe;

/**
 * Listener to one run that changes nothing. The run has the same events, fingerprint and outcomes with and without. Metrics,
 * traces and time series are probes. A probe serves one run, on the thread of that run; make a fresh one for each. A run with
 * probes can be forked and saved if all of them are {@link ForkingProbe}s.
 *
 * <pre>{@code
 * List<String> arrests = new ArrayList<>();
 * Probe diary = hearing -> hearing.onSignal(
 *         Signals.ARRESTED, (household, slot) -> arrests.add(hearing.run().date() + " " + hearing.run().caseFile(slot).route()));
 * Simulation.of(scenario).run(RunKey.of(42), diary);
 * }</pre>
 */
@FunctionalInterface
public interface Probe {
    /**
     * Called once, when the run is put together and before its first event.
     *
     * @param hearing where to say what to be told of
     */
    void attach(Hearing hearing);
}
