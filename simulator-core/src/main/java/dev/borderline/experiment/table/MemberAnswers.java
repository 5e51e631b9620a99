package dev.borderline.experiment.table;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.measure.Measure;
import dev.borderline.scenario.ensemble.Members;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers over members, cell by cell: the level of each measure, and its change. The change is from the first arm at the same
 * point; where there is one arm, from the point at which the scenario stands as it is, else from the first. Give it all records
 * in order, then {@link #finish}. Holds two cells at a time. Mutable; one owner.
 */
public final class MemberAnswers implements RunStore.Visitor {
    private final Members members;
    private final boolean ofArms; // whether changes are from the first arm, not from a point
    private final Visitor visitor;
    private final @Nullable List<String> wanted; // null: all measures
    private @Nullable Cell current;
    private @Nullable Cell reference; // what changes are from

    /** Visitor of each answer. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Takes the next answer.
         *
         * @param cell point and arm of the answer; the replication is 0
         */
        void accept(Task cell, MemberAnswer answer) throws IOException;
    }

    /** Runs of one cell: values by measure and replication. */
    private static final class Cell {
        private final Task task;
        private final @Nullable FinishedRun[] runs;

        Cell(Task task, int replications) {
            this.task = task;
            runs = new @Nullable FinishedRun[replications];
        }

        @Nullable
        RunSchema layout() {
            for (FinishedRun run : runs) {
                if (run != null) {
                    return run.layout();
                }
            }
            return null;
        }
    }

    MemberAnswers(Experiment experiment, RunStore store, @Nullable List<String> wanted, Visitor visitor)
            throws IOException {
        this.members = experiment
                .members()
                .orElseThrow(() -> new IllegalArgumentException("the experiment is run over no members"));
        this.wanted = wanted;
        this.visitor = visitor;
        ofArms = experiment.arms().size() > 1;
        reference = ofArms ? null : read(store, new Task(referencePoint(experiment), 0, 0), members);
    }

    private static Cell read(RunStore store, Task task, Members members) throws IOException {
        Cell cell = new Cell(task, members.replications());
        for (int replication = 0; replication < members.replications(); replication++) {
            if (store.find(new Task(task.point(), task.arm(), replication)) instanceof FinishedRun run) {
                cell.runs[replication] = run;
            }
        }
        return cell;
    }

    /** The first point whose settings are the values that the scenario has; the first of all where there is none. */
    public static int referencePoint(Experiment experiment) {
        for (int point = 0; point < experiment.design().size(); point++) {
            boolean same = experiment.design().point(point).settings().entrySet().stream()
                    .allMatch(setting -> setting.getValue() == experiment.base().value(setting.getKey()));
            if (same) {
                return point;
            }
        }
        return 0;
    }

    /** Reference that changes are from: an arm by name, or a point by number. */
    public static String changeFrom(Experiment experiment) {
        return experiment.arms().size() > 1 ? experiment.arms().get(0).name() : "point " + referencePoint(experiment);
    }

    /** Changes of these measures from one cell to another, as far as both report them. */
    public static List<MemberAnswer> changes(
            Experiment experiment, RunStore store, Task from, Task to, List<String> measures) throws IOException {
        Members members = experiment.members().orElseThrow();
        Cell before = read(store, from, members);
        Cell after = read(store, to, members);
        RunSchema layout = after.layout();
        if (layout == null) {
            return List.of();
        }
        List<MemberAnswer> answers = new ArrayList<>();
        for (String name : measures) {
            double[] changes = changes(before, after, name);
            if (changes.length > 0) {
                answers.add(MemberAnswer.ofChange(layout.measures().get(layout.index(name)), members, changes));
            }
        }
        return answers;
    }

    /** Shows the answers to all measures. */
    public static void forEach(Experiment experiment, RunStore store, Visitor visitor) throws IOException {
        run(store, new MemberAnswers(experiment, store, null, visitor));
    }

    /** Shows the answers to these measures. */
    public static void forEach(Experiment experiment, RunStore store, List<String> measures, Visitor visitor)
            throws IOException {
        run(store, new MemberAnswers(experiment, store, measures, visitor));
    }

    private static void run(RunStore store, MemberAnswers answers) throws IOException {
        store.forEach(answers);
        answers.finish();
    }

    @Override
    public void accept(RunRecord run) throws IOException {
        Task task = run.task();
        if (current != null && (current.task.point() != task.point() || current.task.arm() != task.arm())) {
            finish();
        }
        if (current == null) {
            current = new Cell(new Task(task.point(), task.arm(), 0), members.replications());
        }
        if (run instanceof FinishedRun finished) {
            current.runs[task.replication()] = finished;
        }
    }

    /** Answers for the last cell. */
    void finish() throws IOException {
        Cell cell = current;
        current = null;
        if (cell == null) {
            return;
        }
        if (ofArms && cell.task.arm() == 0) {
            reference = cell;
        }
        RunSchema layout = cell.layout();
        if (layout == null) {
            return;
        }
        for (Measure measure : measures(layout)) {
            visitor.accept(cell.task, MemberAnswer.ofLevel(measure, members, levels(cell, measure.name())));
        }
        Cell base = reference;
        boolean other = base != null && !base.task.equals(cell.task);
        if (base != null && other && (!ofArms || base.task.point() == cell.task.point())) {
            for (Measure measure : measures(layout)) {
                double[] changes = changes(base, cell, measure.name());
                if (changes.length > 0) {
                    visitor.accept(cell.task, MemberAnswer.ofChange(measure, members, changes));
                }
            }
        }
    }

    private List<Measure> measures(RunSchema layout) {
        return layout.measures().stream()
                .filter(measure -> wanted == null || wanted.contains(measure.name()))
                .toList();
    }

    private static double[] levels(Cell cell, String measure) {
        double[] values = new double[cell.runs.length];
        for (int i = 0; i < values.length; i++) {
            FinishedRun run = cell.runs[i];
            values[i] = run == null ? Double.NaN : run.value(run.layout().index(measure));
        }
        return values;
    }

    /** The changes of a measure between two cells, replication by replication; empty where one does not report it. */
    private static double[] changes(Cell base, Cell other, String measure) {
        RunSchema layout = base.layout();
        boolean reported = layout != null
                && layout.measures().stream().anyMatch(one -> one.name().equals(measure));
        if (!reported) {
            return new double[0];
        }
        double[] values = new double[other.runs.length];
        for (int i = 0; i < values.length; i++) {
            FinishedRun from = base.runs[i];
            FinishedRun to = other.runs[i];
            values[i] = from == null || to == null ? Double.NaN : to.less(from, measure);
        }
        return values;
    }
}
