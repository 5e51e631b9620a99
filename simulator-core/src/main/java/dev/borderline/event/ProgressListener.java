package dev.borderline.event;

/** A look at a run in progress, taken every {@value EventLoop#PROGRESS_INTERVAL} events; it can call the run off. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Reports progress and asks whether to go on.
     *
     * @param time ticks since the start
     * @param eventCount events executed so far
     * @return true to go on, false to call the run off with {@link StopReason#CALLED_OFF}
     */
    boolean onProgress(long time, long eventCount);
}
