package dev.borderline.experiment.compare;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.Granularity;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.design.Design;
import dev.borderline.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Scenarios run on the same people and needs, with common random numbers (CRN).
 *
 * <pre>{@code
 * Comparison comparison = Compare.arms(base, base.with(policy)).replications(30).run();
 * comparison.difference("person_years_held").interval95();
 * }</pre>
 *
 * <p>Set up by one thread and run once.
 */
public final class Compare {
    private static final int REPLICATIONS = 10;
    private static final long SEED = 42;

    private final Scenario base;
    private final List<Arm> arms;
    private int replications = REPLICATIONS;
    private long seed = SEED;
    private Granularity by = Granularity.YEAR;
    private UnaryOperator<Runner> setUp = UnaryOperator.identity();

    private Compare(Scenario base, List<Arm> arms) {
        this.base = base;
        this.arms = arms;
    }

    /** Compares scenarios with {@code base}: ten replications with seed 42, unless set otherwise. */
    public static Compare arms(Scenario base, Scenario... others) {
        List<Arm> arms = new ArrayList<>(List.of(Arm.base()));
        for (Scenario other : others) {
            arms.add(Arm.of("arm " + arms.size() + ": " + other.name(), other));
        }
        return new Compare(base, arms);
    }

    /** Compares arms of any kind, such as those with a controller, with {@code base} under their own names. */
    public static Compare arms(Scenario base, Arm other, Arm... more) {
        List<Arm> arms = new ArrayList<>(List.of(Arm.base(), other));
        arms.addAll(List.of(more));
        return new Compare(base, arms);
    }

    /** Number of runs of each arm. */
    public Compare replications(int number) {
        replications = number;
        return this;
    }

    /** Master seed. */
    public Compare seed(long master) {
        seed = master;
        return this;
    }

    /** Keeps measures by calendar month beside those by year. */
    public Compare byMonth() {
        by = Granularity.MONTH;
        return this;
    }

    /** Sets threads, progress or cancelling: {@code runner -> runner.threads(2)}. */
    public Compare runner(UnaryOperator<Runner> change) {
        setUp = change;
        return this;
    }

    /**
     * Makes the runs.
     *
     * @throws RunsFailed if any broke off
     */
    public Comparison run() {
        Experiment experiment = new Experiment(base, Design.single(), arms, replications, seed, List.of());
        List<String> names = arms.stream().map(Arm::name).toList();
        return new Comparison(names, InMemoryRuns.run(experiment.with(by), setUp));
    }
}
