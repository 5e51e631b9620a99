package dev.borderline.experiment.table;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.Task;
import dev.borderline.measure.Measure;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Columns that the tables of one experiment share: names and values of factors, names of arms, measures. Arms may differ in their
 * mechanisms and so in their measures: then there is a column for each measure of any arm. One owner.
 */
public final class TableColumns {
    private static final int ABSENT = -1;

    private final Experiment experiment;
    private final List<Measure> measures;
    private @Nullable RunSchema mapped; // the layout that places are of
    private int[] places = {}; // of the columns in that layout

    public TableColumns(Experiment experiment, @Nullable RunSchema layout) {
        this.experiment = experiment;
        measures = layout == null ? List.of() : columns(experiment, layout);
    }

    private static List<Measure> columns(Experiment experiment, RunSchema layout) {
        Map<List<String>, Integer> armByMechanisms = new LinkedHashMap<>();
        for (int arm = 0; arm < experiment.arms().size(); arm++) {
            armByMechanisms.putIfAbsent(mechanisms(experiment, arm), arm);
        }
        if (armByMechanisms.size() == 1) {
            return layout.measures();
        }
        Map<String, Measure> byName = new LinkedHashMap<>();
        for (int arm : armByMechanisms.values()) {
            experiment.simulation(0, arm).measures().forEach(one -> byName.putIfAbsent(one.name(), one));
        }
        return List.copyOf(byName.values());
    }

    /** Names of an arm's mechanisms. Those of the base where it does not go together with the first point, so that no run of it is there. */
    private static List<String> mechanisms(Experiment experiment, int arm) {
        try {
            return experiment.scenario(0, arm).catalog().names();
        } catch (InvalidInput impossible) {
            return experiment.base().catalog().names();
        }
    }

    public Experiment experiment() {
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

    /** Headings of what tells a run from others. */
    List<String> runColumns() {
        return experiment.members().isEmpty()
                ? List.of("point", "arm", "replication")
                : List.of("point", "arm", "member", "replication");
    }

    /** Heading of the share of the people that are simulated; none where all are, one by one. */
    List<String> peopleColumns() {
        boolean all =
                experiment.members().isEmpty() && experiment.base().population().simulatedShare() == 1;
        return all ? List.of() : List.of("people_share");
    }

    /** Cells that identify a run. Replications are numbered through all members, so that one, with the seed, repeats its run. */
    List<String> run(Task task) {
        List<String> cell = List.of(Integer.toString(task.point()), arm(task));
        List<String> member = experiment
                .members()
                .map(members -> List.of(Integer.toString(members.memberOf(task.replication()))))
                .orElse(List.of());
        return joined(cell, member, List.of(Integer.toString(task.replication())));
    }

    /** Values of the factors at a point, so that they read back to the same bits. */
    public List<String> factorValues(int point) {
        return experiment.design().point(point).values().stream()
                .map(Numbers::exact)
                .toList();
    }

    /** The numbers of a run, one for each column; empty where they are undefined, or not of this run's mechanisms. */
    List<String> values(FinishedRun run) {
        map(run);
        List<String> values = new ArrayList<>();
        for (int place : places) {
            values.add(place == ABSENT ? "" : Numbers.fileOrEmpty(run.value(place)));
        }
        return values;
    }

    /** Finds the columns in a run's layout; refuses a run that has a measure without a column. */
    private void map(FinishedRun run) {
        if (run.layout() == mapped) {
            return;
        }
        mapped = run.layout();
        List<String> names = run.layout().measures().stream().map(Measure::name).toList();
        places = measures.stream()
                .mapToInt(measure -> names.indexOf(measure.name()))
                .toArray();
        if (Arrays.stream(places).filter(place -> place != ABSENT).count() < names.size()) {
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
