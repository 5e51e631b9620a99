package dev.borderline.spark;

import dev.borderline.experiment.Progress;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells every few seconds how far a sweep has come. Told by one thread at a time. */
final class ProgressNotes {
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int PERCENT = 100;

    private final Consumer<String> note;
    private long shownNanos = System.nanoTime();

    ProgressNotes(Consumer<String> note) {
        this.note = note;
    }

    /** Something more is done. */
    void show(Progress progress) {
        if (System.nanoTime() - shownNanos < INTERVAL_NANOS) {
            return;
        }
        shownNanos = System.nanoTime();
        String failed = progress.failed() == 0 ? "" : ", " + progress.failed() + " failed";
        note.accept(String.format(
                Locale.ROOT,
                "%d of %d runs (%d %%)%s, %.1f runs/s, %.0f s left",
                progress.done(),
                progress.total(),
                (long) PERCENT * progress.done() / progress.total(),
                failed,
                progress.runsPerSecond(),
                progress.secondsLeft()));
    }
}
