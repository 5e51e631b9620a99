package dev.borderline.experiment;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.LayoutCodec;
import dev.borderline.experiment.store.PayloadKind;
import dev.borderline.experiment.store.PayloadReader;
import dev.borderline.experiment.store.RecordFile;
import dev.borderline.experiment.store.RunCodec;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes runs of an experiment away from their store: tasks in, bytes out. A parcel holds checksummed frames as a {@link Journal}
 * does, the layout before the first run that needs it, so that it can be opened anywhere. Thread-safe.
 */
public final class RunParcels {
    private final Function<List<Task>, Attempt> attempt; // at the runs of some tasks

    private RunParcels(Function<List<Task>, Attempt> attempt) {
        this.attempt = attempt;
    }

    /**
     * Makes runs of an experiment; those of one parcel share the past they have in common.
     *
     * @param repeat what the record of a failed run gives as the command that repeats it
     */
    public static RunParcels of(Experiment experiment, Function<Task, String> repeat) {
        SimulationRuns runs = new SimulationRuns(experiment);
        boolean isShared = SharedPasts.arePossible(experiment);
        return new RunParcels(tasks -> new Attempt(isShared ? runs.sharing(tasks) : runs, repeat));
    }

    /** Makes runs by any function. */
    static RunParcels of(RunFunction function, Function<Task, String> repeat) {
        return new RunParcels(tasks -> new Attempt(function, repeat));
    }

    /** Makes the runs of these tasks, one after another, and packs their records, failed ones too. */
    public byte[] make(List<Task> tasks) {
        List<byte[]> frames = new ArrayList<>();
        Set<Long> packed = new HashSet<>();
        Attempt attempts = attempt.apply(tasks);
        for (Task task : tasks) {
            RunRecord run = attempts.of(task);
            if (run instanceof FinishedRun finished
                    && packed.add(finished.layout().id())) {
                frames.add(RecordFile.frame(finished.layout().payload()));
            }
            frames.add(RecordFile.frame(RunCodec.payload(run)));
        }
        ByteBuffer parcel = ByteBuffer.allocate(
                frames.stream().mapToInt(frame -> frame.length).reduce(0, Math::addExact));
        frames.forEach(parcel::put);
        return parcel.array();
    }

    /**
     * Shows the records of a parcel in the order of their tasks.
     *
     * @throws IOException if it was damaged on the way, or the visitor throws it
     */
    public static void open(byte[] parcel, RunStore.Visitor records) throws IOException {
        Map<Long, RunSchema> layouts = new HashMap<>();
        ByteBuffer bytes = ByteBuffer.wrap(parcel);
        while (bytes.hasRemaining()) {
            byte[] payload = RecordFile.payload(bytes);
            if (payload == null) {
                throw new IOException("runs were damaged on their way here");
            }
            if (PayloadKind.of(new PayloadReader(payload).index()) == PayloadKind.LAYOUT) {
                RunSchema layout = LayoutCodec.layout(payload);
                layouts.put(layout.id(), layout);
            } else {
                records.accept(RunCodec.run(payload, id -> known(layouts, id)));
            }
        }
    }

    private static RunSchema known(Map<Long, RunSchema> layouts, long id) {
        RunSchema layout = layouts.get(id);
        if (layout == null) {
            throw new IllegalArgumentException("a run came without its layout");
        }
        return layout;
    }
}
