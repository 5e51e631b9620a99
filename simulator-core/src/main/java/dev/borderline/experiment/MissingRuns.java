package dev.borderline.experiment;

import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The runs of an experiment that a store lacks.
 *
 * @param count how many
 * @param first the first of them in run order, at most {@value #LISTED_MAX}
 * @param byShard how many of them are in each shard, for shards that lack any
 */
public record MissingRuns(int count, List<Task> first, SortedMap<Integer, Integer> byShard) {
    private static final int LISTED_MAX = 5;

    public MissingRuns {
        first = List.copyOf(first);
    }

    /** Missing runs of those that an experiment wants of a store, told by the parts that {@code shard} is one of. */
    public static MissingRuns of(Experiment experiment, RunStore store, Shard shard) throws IOException {
        Stopping stopping = Stopping.of(experiment, store);
        int count = 0;
        TaskSpace tasks = store.tasks();
        List<Task> first = new ArrayList<>();
        SortedMap<Integer, Integer> byShard = new TreeMap<>();
        for (int place = 0; place < tasks.size(); place++) {
            Task task = tasks.inRunOrder(place);
            if (stopping.isWanted(task) && !store.contains(task)) {
                count++;
                byShard.merge(shard.holding(tasks, task).index(), 1, Integer::sum);
                if (first.size() < LISTED_MAX) {
                    first.add(task);
                }
            }
        }
        return new MissingRuns(count, first, byShard);
    }
}
