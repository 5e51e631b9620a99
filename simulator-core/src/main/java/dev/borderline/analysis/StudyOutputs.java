package dev.borderline.analysis;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Layout;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunVisitor;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.measure.Measure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every measure of every run of a study, all of which are there. Immutable. */
public final class StudyOutputs {
    private final String where;
    private final Layout layout;
    private final TaskSpace tasks;
    private final double[][] values; // by rank of the task, then measure

    private StudyOutputs(String where, Layout layout, TaskSpace tasks, double[][] values) {
        this.where = where;
        this.layout = layout;
        this.tasks = tasks;
        this.values = values;
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
     * Values of a measure in an arm, by point, then replication.
     *
     * @throws Undetermined if it has no value somewhere
     */
    public double[][] of(Measure measure, int arm) {
        int index = layout.index(measure.name());
        double[][] byPoint = new double[tasks.points()][tasks.replications()];
        for (int point = 0; point < byPoint.length; point++) {
            for (int replication = 0; replication < byPoint[point].length; replication++) {
                double value = values[tasks.rank(new Task(point, arm, replication))][index];
                if (Double.isNaN(value)) {
                    throw new Undetermined("it has no value at point " + point + ", replication " + replication
                            + ": what it is divided by is 0 there");
                }
                byPoint[point][replication] = value;
            }
        }
        return byPoint;
    }

    /** As {@link #of}, the mean over the replications at each point. */
    public double[] means(Measure measure, int arm) {
        double[][] byPoint = of(measure, arm);
        double[] means = new double[byPoint.length];
        for (int point = 0; point < means.length; point++) {
            means[point] = Outputs.mean(byPoint[point]);
        }
        return means;
    }

    /** Takes in the runs of a study. */
    static final class Reader implements RunVisitor {
        private final String where;
        private final TaskSpace tasks;
        private final double[][] values;
        private @Nullable Layout layout;
        private int read;

        Reader(Study study) {
            where = study.where();
            tasks = study.experiment().tasks();
            values = new double[tasks.size()][0];
        }

        @Override
        public void accept(RunRecord run) {
            if (run instanceof FinishedRun finished && tasks.contains(run.task())) {
                Layout own = finished.layout();
                layout = layout == null ? own : layout;
                double[] all = new double[own.measures().size()];
                for (int measure = 0; measure < all.length; measure++) {
                    all[measure] = finished.value(measure);
                }
                values[tasks.rank(run.task())] = all;
                read++;
            }
        }

        StudyOutputs finished() {
            if (layout == null || read < tasks.size()) {
                throw new AnalysisRefused(
                        where + " has " + read + " of " + tasks.size()
                                + " runs: finish the sweep first (the same command goes on; --retry-failed makes failed runs again)");
            }
            return new StudyOutputs(where, layout, tasks, values);
        }
    }
}
