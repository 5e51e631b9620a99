package dev.borderline.analysis;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.measure.Measure;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Outputs of a study: every measure of every run, all of which are there. As many are in each cell as the study has replications,
 * or as its stopping rule asks for. Immutable.
 */
public final class StudyOutputs {
    private final String where;
    private final RunSchema layout;
    private final TaskSpace tasks;
    private final List<Integer> wanted; // replications by cell
    private final double[][] values; // by rank of the task, then measure

    private StudyOutputs(Reader reader, RunSchema layout) {
        where = reader.where;
        this.layout = layout;
        tasks = reader.tasks;
        wanted = reader.wanted;
        values = reader.values;
    }

    /** Measures in order of declaration. */
    public List<Measure> measures() {
        return layout.measures();
    }

    /** The measure of that name; refused, with the nearest, if there is none. */
    public Measure measure(String name) {
        try {
            return layout.measures().get(layout.index(name));
        } catch (IllegalArgumentException e) {
            throw new AnalysisRefused(where + ": " + e.getMessage());
        }
    }

    /**
     * Values of a measure in an arm, by point, then replication: of the replications that all points have.
     *
     * @throws Undetermined if it has no value somewhere
     */
    public double[][] of(Measure measure, int arm) {
        int common = IntStream.range(0, tasks.points())
                .map(point -> replications(point, arm))
                .min()
                .orElse(0);
        double[][] byPoint = new double[tasks.points()][];
        for (int point = 0; point < byPoint.length; point++) {
            byPoint[point] = values(measure, new Task(point, arm, 0), common);
        }
        return byPoint;
    }

    /** The mean over all replications of each point. */
    public double[] means(Measure measure, int arm) {
        double[] means = new double[tasks.points()];
        for (int point = 0; point < means.length; point++) {
            means[point] = Outputs.mean(values(measure, new Task(point, arm, 0), replications(point, arm)));
        }
        return means;
    }

    /** Replications of a cell. */
    private int replications(int point, int arm) {
        return wanted.get(tasks.cell(new Task(point, arm, 0)));
    }

    /** Values of the first replications of the cell of a task. */
    private double[] values(Measure measure, Task first, int replications) {
        int index = layout.index(measure.name());
        double[] own = new double[replications];
        for (int replication = 0; replication < replications; replication++) {
            own[replication] = values[tasks.rank(new Task(first.point(), first.arm(), replication))][index];
            if (Double.isNaN(own[replication])) {
                throw new Undetermined("it has no value at point " + first.point() + ", replication " + replication
                        + ": what it is divided by is 0 there");
            }
        }
        return own;
    }

    /** Takes in the runs of a study. */
    static final class Reader implements RunStore.Visitor {
        private final String where;
        private final TaskSpace tasks;
        private final double[][] values;
        private List<Integer> wanted = List.of();
        private @Nullable RunSchema layout;
        private int read;

        Reader(String where, TaskSpace tasks) {
            this.where = where;
            this.tasks = tasks;
            values = new double[tasks.size()][0];
        }

        /** Sets how many replications each cell has. */
        void expect(List<Integer> replications) {
            wanted = List.copyOf(replications);
        }

        @Override
        public void accept(RunRecord run) {
            if (run instanceof FinishedRun finished && isWanted(run.task())) {
                RunSchema own = finished.layout();
                layout = layout == null ? own : layout;
                double[] all = new double[own.measures().size()];
                for (int measure = 0; measure < all.length; measure++) {
                    all[measure] = finished.value(measure);
                }
                values[tasks.rank(run.task())] = all;
                read++;
            }
        }

        private boolean isWanted(Task task) {
            return tasks.contains(task) && task.replication() < wanted.get(tasks.cell(task));
        }

        StudyOutputs finished() {
            int all = wanted.stream().mapToInt(Integer::intValue).sum();
            if (layout == null || read < all) {
                throw new AnalysisRefused(
                        where + " has " + read + " of " + all
                                + " runs: finish the sweep first (the same command goes on; --retry-failed makes failed runs again)");
            }
            return new StudyOutputs(this, layout);
        }
    }
}
