package dev.borderline.experiment;

import dev.borderline.model.Measure;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tables of one experiment have in common: names and values of factors, names of arms, columns of measures. */
final class Headings {
    private final Experiment experiment;
    private final List<Measure> measures;

    Headings(Experiment experiment, @Nullable Layout layout) {
        this.experiment = experiment;
        measures = layout == null ? List.of() : layout.measures();
    }

    Experiment experiment() {
        return experiment;
    }

    /** Columns of measures. */
    List<Measure> measures() {
        return measures;
    }

    /** Seed of a run, which with its replication repeats it. */
    String seed(Task task) {
        return Long.toString(experiment.key(task).seed());
    }

    String arm(Task task) {
        return experiment.arms().get(task.arm()).name();
    }

    /** Values of the factors at a point, so that they read back to the same bits. */
    List<String> factorValues(int point) {
        return experiment.design().point(point).values().stream()
                .map(Numbers::exact)
                .toList();
    }

    /** Refuses a run whose measures are not those of the columns. */
    void check(FinishedRun run) {
        if (!run.layout().measures().equals(measures)) {
            throw new IllegalStateException("the runs of " + arm(run.task()) + " at point "
                    + run.task().point() + " report other measures than those of other cells");
        }
    }

    /** Lists in one. */
    @SafeVarargs
    static List<String> joined(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
