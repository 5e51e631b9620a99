package dev.borderline.experiment;

import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hands tasks out in waves to something that makes their runs elsewhere. Their records go to the store as they come. Room is
 * taken by one wave, whatever the number of tasks. Used once.
 */
final class Waves {
    private final BatchFunction elsewhere;
    private final RunStore store;
    private final Workers.Controls controls;
    private final RunTally tally; // guarded by this, as the next
    private final Set<Task> awaited = new HashSet<>();

    Waves(BatchFunction elsewhere, RunStore store, Workers.Controls controls) {
        this.elsewhere = elsewhere;
        this.store = store;
        this.controls = controls;
        tally = new RunTally(controls.queue());
    }

    /** Makes wave after wave of up to {@code most} runs until no task is left. */
    Progress run(int most) throws IOException {
        try {
            for (List<Task> wave = next(most); !wave.isEmpty(); wave = next(most)) {
                elsewhere.run(wave, this::take);
                refuseMissing();
            }
        } finally {
            store.flush();
        }
        return progress();
    }

    private synchronized List<Task> next(int most) {
        List<Task> wave = new ArrayList<>();
        while (wave.size() < most && !controls.cancelled().getAsBoolean()) {
            Task task = controls.queue().next();
            if (task == null) {
                break;
            }
            wave.add(task);
        }
        awaited.addAll(wave);
        return wave;
    }

    private synchronized void take(RunRecord run) throws IOException {
        if (!awaited.remove(run.task())) {
            throw new IllegalStateException(run.task() + " was handed over, but is not awaited");
        }
        boolean failedBefore = store.failed(run.task());
        store.append(run);
        tally.add(run, failedBefore);
        controls.runListener().accept(run);
        controls.listener().accept(tally.progress());
    }

    private synchronized void refuseMissing() {
        if (!awaited.isEmpty()) {
            throw new IllegalStateException(awaited.size() + " runs were not handed over");
        }
    }

    private synchronized Progress progress() {
        return tally.progress();
    }
}
