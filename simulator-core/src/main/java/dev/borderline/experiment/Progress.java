package dev.borderline.experiment;

/**
 * Progress of a sweep.
 *
 * @param done runs in the store that are not to be made again, failed ones too
 * @param total runs in all, of the shard if there is one
 * @param failed runs in the store that failed
 * @param runsPerSecond runs ended per second since this sweep began, 0 at first
 * @param secondsLeft seconds left if the work goes on as it went; NaN at first. Runs count by the time they have to simulate
 *     themselves, since some go on from a past that another has simulated
 */
public record Progress(int done, int total, int failed, double runsPerSecond, double secondsLeft) {
    /** True when no run is left to be made. False where the work was cancelled, interrupted, or its executor shut down. */
    public boolean isComplete() {
        return done == total;
    }
}
