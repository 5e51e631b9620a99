package dev.borderline.experiment;

/**
 * Progress of a sweep.
 *
 * @param done runs in the store that are not to be made again, failed ones too
 * @param total runs in all, of the shard if there is one
 * @param failed runs in the store that failed
 * @param runsPerSecond runs ended per second since this sweep began, 0 at first
 */
public record Progress(int done, int total, int failed, double runsPerSecond) {
    /** True when no run is left to be made. False where the work was cancelled, interrupted, or its executor shut down. */
    public boolean isComplete() {
        return done == total;
    }

    /** Seconds left at this rate; NaN while there is none. */
    public double secondsLeft() {
        return runsPerSecond == 0 ? Double.NaN : (total - done) / runsPerSecond;
    }
}
