package dev.borderline.experiment.compare;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.Granularity;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.StoppingRule;
import dev.borderline.experiment.design.Design;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.ControllerFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Runs of one scenario that differ in their random numbers alone.
 *
 * <pre>{@code
 * Replicates runs = Replications.of(Scenarios.named("tightening-2015")).count(30).run();
 * runs.interval("arrests", 0.95);
 * }</pre>
 *
 * <p>Set up by one thread and run once.
 */
public final class Replications {
    private static final int COUNT = 10;
    private static final long SEED = 42;

    private final Scenario scenario;
    private int count = COUNT;
    private long seed = SEED;
    private Arm arm = Arm.base();
    private Optional<StoppingRule> stopping = Optional.empty();
    private Granularity by = Granularity.YEAR;
    private UnaryOperator<Runner> setUp = UnaryOperator.identity();

    private Replications(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Ten replications with seed 42, unless set otherwise. */
    public static Replications of(Scenario scenario) {
        return new Replications(scenario);
    }

    /** Number of runs. */
    public Replications count(int number) {
        count = number;
        return this;
    }

    /** As many runs as a rule asks for: {@code StoppingRule.relative(0.05, "arrests", "contact_share")}. */
    public Replications until(StoppingRule rule) {
        stopping = Optional.of(rule);
        return this;
    }

    /** Master seed. */
    public Replications seed(long master) {
        seed = master;
        return this;
    }

    /** Keeps measures by calendar month beside those by year. */
    public Replications byMonth() {
        by = Granularity.MONTH;
        return this;
    }

    /** Puts controllers to work in every run. */
    public Replications with(ControllerFactory... controllers) {
        arm = arm.with(controllers);
        return this;
    }

    /** Sets threads, progress or cancelling: {@code runner -> runner.threads(2)}. */
    public Replications runner(UnaryOperator<Runner> change) {
        setUp = change;
        return this;
    }

    /**
     * Makes the runs.
     *
     * @throws RunsFailed if any broke off
     */
    public Replicates run() {
        Experiment experiment = new Experiment(scenario, Design.single(), List.of(arm), count, seed, List.of());
        return InMemoryRuns.run(experiment.with(stopping).with(by), setUp).get(0);
    }
}
