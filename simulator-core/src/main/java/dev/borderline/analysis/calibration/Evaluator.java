package dev.borderline.analysis.calibration;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.Granularity;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.SearchRuns;
import dev.borderline.experiment.compare.RunsFailed;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.scenario.Scenario;
import dev.borderline.stat.Tally;
import dev.borderline.yaml.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
    private final SearchRuns search = new SearchRuns();

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
        List<FinishedRun> runs = runs(changed);
        Tally[] tallies = new Tally[targets.size()];
        Arrays.setAll(tallies, target -> tally(runs, targets.get(target).statistic()));
        return Optional.of(tallies);
    }

    private List<FinishedRun> runs(Scenario changed) {
        boolean months = targets.stream().anyMatch(target -> target.statistic().needsMonths());
        Experiment experiment = new Experiment(
                        changed, Design.single(), List.of(Arm.base()), replications, seed, List.of())
                .with(months ? Granularity.MONTH : Granularity.YEAR);
        List<FinishedRun> runs = new ArrayList<>();
        List<FailedRun> failures = new ArrayList<>();
        try (MemoryStore store = new MemoryStore(experiment.tasks())) {
            setUp.apply(search.runner(experiment, store)).run();
            store.forEach(run -> {
                if (run instanceof FinishedRun finished) {
                    runs.add(finished);
                } else if (run instanceof FailedRun failed) {
                    failures.add(failed);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no disk to fail
        }
        if (!failures.isEmpty()) {
            throw new RunsFailed(failures);
        }
        return runs;
    }

    private static Tally tally(List<FinishedRun> runs, Statistic statistic) {
        Tally tally = new Tally();
        runs.stream().mapToDouble(statistic::of).filter(Double::isFinite).forEachOrdered(tally::add);
        return tally;
    }
}
