package dev.borderline.analysis.calibration;

import dev.borderline.experiment.Runner;
import dev.borderline.experiment.compare.Replications;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.scenario.Scenario;
import dev.borderline.stat.Tally;
import dev.borderline.yaml.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Model results for the targets at some values of parameters, with common random numbers at every point. */
final class Evaluator {
    private final Scenario scenario;
    private final List<Target> targets;
    private final int replications;
    private final long seed;
    private final UnaryOperator<Runner> setUp;

    Evaluator(Scenario scenario, List<Target> targets, int replications, long seed, UnaryOperator<Runner> setUp) {
        this.scenario = scenario;
        this.targets = targets;
        this.replications = replications;
        this.seed = seed;
        this.setUp = setUp;
    }

    /** Each target's statistic over the replications; empty where the values contradict one another. */
    Optional<Tally[]> statistics(Map<String, Double> values) {
        Scenario changed;
        try {
            changed = Parameter.apply(values, scenario);
        } catch (InvalidInput contradiction) {
            return Optional.empty();
        }
        Replications replicated =
                Replications.of(changed).count(replications).seed(seed).runner(setUp);
        boolean months = targets.stream().anyMatch(target -> target.statistic().needsMonths());
        List<FinishedRun> runs =
                (months ? replicated.byMonth() : replicated).run().runs();
        Tally[] tallies = new Tally[targets.size()];
        Arrays.setAll(tallies, target -> tally(runs, targets.get(target).statistic()));
        return Optional.of(tallies);
    }

    private static Tally tally(List<FinishedRun> runs, Statistic statistic) {
        Tally tally = new Tally();
        runs.stream().mapToDouble(statistic::of).filter(Double::isFinite).forEachOrdered(tally::add);
        return tally;
    }
}
