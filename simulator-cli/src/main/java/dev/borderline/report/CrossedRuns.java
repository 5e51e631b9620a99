package dev.borderline.report;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.store.Task;
import dev.borderline.measure.Outcomes;
import dev.borderline.measure.Recorder;
import dev.borderline.simulation.RunResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Values of measures in each wealth fifth of each zone. A run counts in such cells, but what is kept of it are their sums by fifth and by
 * zone; so runs are made once more, and must be the same.
 */
final class CrossedRuns {
    private final Map<Task, Map<String, double[]>> values;

    private CrossedRuns(Map<Task, Map<String, double[]>> values) {
        this.values = values;
    }

    /** None. */
    static CrossedRuns none() {
        return new CrossedRuns(Map.of());
    }

    /**
     * Makes runs of an experiment once more.
     *
     * @throws StoreRefused if one comes out otherwise
     */
    static CrossedRuns of(Experiment experiment, List<FinishedRun> runs, List<String> measures, int threads)
            throws IOException {
        Map<Task, FinishedRun> known = new HashMap<>();
        runs.forEach(run -> known.put(run.task(), run));
        Map<Task, Map<String, double[]>> values = new ConcurrentHashMap<>();
        Runner.of(task -> again(experiment, known, task, measures, values), new MemoryStore(experiment.tasks()))
                .threads(threads)
                .run();
        for (FinishedRun run : runs) {
            if (!values.containsKey(run.task())) {
                throw new StoreRefused("fifths of zones: every run is made once more for them, and run " + run.task()
                        + " comes out otherwise now; was it made by another version of the program?");
            }
        }
        return new CrossedRuns(values);
    }

    /** A run of which nothing is known is none to be made. */
    private static RunRecord again(
            Experiment experiment,
            Map<Task, FinishedRun> known,
            Task task,
            List<String> measures,
            Map<Task, Map<String, double[]>> values) {
        FinishedRun before = known.get(task);
        if (before == null) {
            return new FailedRun(task, "not asked for", "");
        }
        RunResult result = experiment.simulation(task).run(experiment.key(task));
        if (result.fingerprint().equals(before.fingerprint())) {
            Map<String, double[]> ofRun = new HashMap<>();
            measures.forEach(measure -> ofRun.put(measure, cells(result.outcomes(), measure)));
            values.put(task, ofRun);
        }
        return before;
    }

    private static double[] cells(Outcomes outcomes, String measure) {
        double[] cells = new double[outcomes.zones().size() * Recorder.FIFTHS];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = outcomes.inFifthOfZone(measure, cell / Recorder.FIFTHS, cell % Recorder.FIFTHS);
        }
        return cells;
    }

    /** Names of the groups, zone by zone: {@code near 1}. */
    static List<String> names(List<String> zones) {
        List<String> names = new ArrayList<>();
        for (String zone : zones) {
            for (int fifth = 1; fifth <= Recorder.FIFTHS; fifth++) {
                names.add(zone + " " + fifth);
            }
        }
        return names;
    }

    double value(Task task, String measure, int group) {
        return values.getOrDefault(task, Map.of()).getOrDefault(measure, new double[0])[group];
    }
}
