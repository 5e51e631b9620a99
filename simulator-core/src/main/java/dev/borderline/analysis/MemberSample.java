package dev.borderline.analysis;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.Task;
import dev.borderline.measure.Measure;
import dev.borderline.scenario.Evidence;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.scenario.ensemble.Priors;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sample of a study over members: the unknowns, by row of evidence, beside the outcomes, a number for each member. Immutable.
 */
public final class MemberSample {
    private final Study study;
    private final StudyOutputs outputs;
    private final Members members;
    private final List<Unknown> unknowns;

    /**
     * One unknown.
     *
     * @param row of the evidence
     * @param paths of the inputs that it gives
     * @param grade of the row
     * @param values by member
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Unknown(String row, List<String> paths, String grade, double[] values) {
        public Unknown {
            paths = List.copyOf(paths);
        }
    }

    private MemberSample(Study study, StudyOutputs outputs, Members members) {
        this.study = study;
        this.outputs = outputs;
        this.members = members;
        SortedMap<String, List<String>> rows = new TreeMap<>();
        Priors.of(study.experiment().base()).varying().values().stream()
                .filter(entry -> !study.experiment().design().factors().contains(entry.path()))
                .forEach(entry -> rows.computeIfAbsent(entry.row(), row -> new ArrayList<>())
                        .add(entry.path()));
        List<Unknown> found = new ArrayList<>();
        Scenario base = study.experiment().base();
        Evidence evidence = Evidence.shipped();
        rows.forEach((row, paths) -> found.add(new Unknown(
                row,
                paths,
                evidence.of(paths.get(0), base).map(Evidence.Row::grade).orElse("-"),
                members.ensemble().column(paths.get(0)))));
        unknowns = List.copyOf(found);
    }

    /**
     * The sample of a study.
     *
     * @throws AnalysisRefused if it was not run over members, or runs are missing
     */
    public static MemberSample of(Study study) throws IOException {
        Members members = study.experiment()
                .members()
                .orElseThrow(() -> new AnalysisRefused(study.where()
                        + ": it was not run over members; run it with --ensemble prior, say, to learn what matters"));
        return new MemberSample(study, study.outputs(), members);
    }

    /** Study that was run. */
    public Study study() {
        return study;
    }

    /** Number of members. */
    public int size() {
        return members.count();
    }

    /** Inputs that are not known and do not vary by design, by row. */
    public List<Unknown> unknowns() {
        return unknowns;
    }

    /** The measure of that name; refused if there is none. */
    public Measure measure(String name) {
        return outputs.measure(name);
    }

    /** Means over the replications of each member, of a measure in a cell. */
    public double[] means(Measure measure, Task cell) {
        double[] all = outputs.of(measure, cell.arm())[cell.point()];
        double[] means = new double[members.count()];
        for (int i = 0; i < all.length; i++) {
            means[members.memberOf(i)] += all[i] / members.replicationsEach();
        }
        return means;
    }

    /** Changes of those means from one cell to another. */
    public double[] changes(Measure measure, Task from, Task to) {
        double[] before = means(measure, from);
        double[] after = means(measure, to);
        Arrays.setAll(after, member -> after[member] - before[member]);
        return after;
    }

    /** Name of a cell: its arm where there are several, else its settings. */
    public static String name(Study study, Task cell) {
        Experiment experiment = study.experiment();
        List<String> words = new ArrayList<>();
        experiment
                .design()
                .point(cell.point())
                .settings()
                .forEach((path, value) ->
                        words.add(path.substring(path.lastIndexOf('.') + 1) + " " + Numbers.human(value)));
        if (experiment.arms().size() > 1 || words.isEmpty()) {
            words.add(experiment.arms().get(cell.arm()).name());
        }
        return String.join(", ", words);
    }
}
