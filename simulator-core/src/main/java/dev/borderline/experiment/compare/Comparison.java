package dev.borderline.experiment.compare;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.measure.Compensator;
import dev.borderline.measure.Measure;
import dev.borderline.stat.MultipleTests;
import dev.borderline.stat.PairedTally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Arms run replication by replication, as a rule with common random numbers. The first is what the others are compared with. Immutable. */
public final class Comparison {
    private final List<String> names;
    private final List<Replicates> arms;

    Comparison(List<String> names, List<Replicates> arms) {
        this.names = List.copyOf(names);
        this.arms = List.copyOf(arms);
    }

    /** The arms of an experiment with one design point. Their runs are those in the store that have not failed. */
    public static Comparison of(Experiment experiment, RunStore store) throws IOException {
        List<String> names = experiment.arms().stream().map(Arm::name).toList();
        return new Comparison(names, InMemoryRuns.byArm(experiment, store));
    }

    /** Names of the arms, the base first. */
    public List<String> names() {
        return names;
    }

    /** Runs by arm, the base first. */
    public List<Replicates> arms() {
        return arms;
    }

    /** True when every arm has all the runs that were to be made. False where the work was cancelled, interrupted or cut off. */
    public boolean isComplete() {
        return arms.stream().allMatch(Replicates::isComplete);
    }

    /** The arms with the numbers of their runs, in words. */
    @Override
    public String toString() {
        List<String> said = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            said.add(names.get(arm) + " (" + arms.get(arm) + ")");
        }
        return String.join("; ", said);
    }

    /** Replications that every arm has. */
    public List<Integer> replications() {
        List<Integer> common = new ArrayList<>(replications(arms.get(0)));
        arms.forEach(arm -> common.retainAll(replications(arm)));
        return List.copyOf(common);
    }

    private static List<Integer> replications(Replicates arm) {
        return arm.runs().stream().map(run -> run.task().replication()).toList();
    }

    /** Measures that every arm reports, in the order of the base. Arms may differ in their mechanisms, and so in measures. */
    public List<Measure> measures() {
        return arms.get(0).measures().stream()
                .filter(measure -> arms.stream()
                        .allMatch(arm -> arm.measures().stream()
                                .anyMatch(other -> other.name().equals(measure.name()))))
                .toList();
    }

    /** Difference in a measure between the first arm after the base and the base. */
    public Difference difference(String measure) {
        return difference(1, measure);
    }

    /** Difference in a measure between an arm, counted from 1, and the base: paired by replication. */
    public Difference difference(int arm, String measure) {
        PairedTally difference = new PairedTally();
        ToDoubleFunction<FinishedRun> value = valueOf(measure);
        forEachPair(
                arm,
                (base, other) -> difference.add(
                        value.applyAsDouble(base), value.applyAsDouble(other), other.less(base, measure)));
        return new Difference(measure(measure), difference);
    }

    /**
     * As {@link #difference(int, String)}, from the expected numbers that the {@link Compensator} of the measure keeps: the same
     * mean with less noise. Empty where the measure has none.
     */
    public Optional<Difference> expectedDifference(int arm, String measure) {
        String name = measure + Compensator.SUFFIX;
        boolean kept =
                arms.get(0).measures().stream().anyMatch(one -> one.name().equals(name));
        if (!kept) {
            return Optional.empty();
        }
        PairedTally difference = new PairedTally();
        ToDoubleFunction<FinishedRun> counted = valueOf(measure);
        ToDoubleFunction<FinishedRun> expected = valueOf(name);
        forEachPair(
                arm,
                (base, other) -> difference.add(
                        counted.applyAsDouble(base),
                        counted.applyAsDouble(other),
                        expected.applyAsDouble(other) - expected.applyAsDouble(base)));
        return Optional.of(new Difference(measure(measure), difference));
    }

    /**
     * Contrasts of every arm in each of these measures, with adjusted p-values. Adjusted for making them all: by arm, then as
     * given.
     */
    public List<Contrast> contrasts(List<String> measures) {
        List<Contrast> contrasts = new ArrayList<>();
        for (int arm = 1; arm < arms.size(); arm++) {
            for (String measure : measures) {
                contrasts.add(new Contrast(
                        names.get(arm), difference(arm, measure), expectedDifference(arm, measure), Double.NaN));
            }
        }
        return adjusted(contrasts);
    }

    private static List<Contrast> adjusted(List<Contrast> contrasts) {
        double[] defined = contrasts.stream()
                .mapToDouble(contrast -> contrast.best().pValue())
                .filter(p -> !Double.isNaN(p))
                .toArray();
        double[] holm = MultipleTests.holm(defined);
        List<Contrast> adjusted = new ArrayList<>();
        int next = 0;
        for (Contrast contrast : contrasts) {
            double p = Double.isNaN(contrast.best().pValue()) ? Double.NaN : holm[next++];
            adjusted.add(new Contrast(contrast.arm(), contrast.counted(), contrast.expected(), p));
        }
        return adjusted;
    }

    /** Visitor of two runs of one replication. */
    private interface PairVisitor {
        void accept(FinishedRun base, FinishedRun other);
    }

    private void forEachPair(int arm, PairVisitor visitor) {
        Map<Integer, FinishedRun> partners = new HashMap<>();
        arms.get(arm).runs().forEach(run -> partners.put(run.task().replication(), run));
        for (FinishedRun run : arms.get(0).runs()) {
            FinishedRun partner = partners.get(run.task().replication());
            if (partner != null) {
                visitor.accept(run, partner);
            }
        }
    }

    private Measure measure(String name) {
        RunSchema layout = arms.get(0).runs().get(0).layout();
        return layout.measures().get(layout.index(name));
    }

    /** Arms may differ in their mechanisms, so each run is asked by name. */
    private static ToDoubleFunction<FinishedRun> valueOf(String measure) {
        return run -> run.value(run.layout().index(measure));
    }

    /**
     * Contrast of an arm with the base in one measure.
     *
     * @param arm name of the arm
     * @param counted the difference of the measure as counted
     * @param expected the difference of its {@link Compensator}, where it has one: of the same mean, and less noise
     * @param pHolm p-value of {@link #best}, adjusted by Holm for all contrasts made together; NaN with fewer than two pairs
     */
    public record Contrast(String arm, Difference counted, Optional<Difference> expected, double pHolm) {
        /** The difference that the p-value is of: the expected one where there is one. Chosen before looking, never by its result. */
        public Difference best() {
            return expected.orElse(counted);
        }
    }
}
