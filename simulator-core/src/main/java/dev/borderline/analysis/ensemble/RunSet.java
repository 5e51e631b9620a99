package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.calibration.Target;
import dev.borderline.experiment.compare.Replications;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.scenario.Scenario;
import dev.borderline.stat.Tally;
import java.util.List;

/**
 * Statistics of targets over some runs of a scenario.
 *
 * @param means of the statistics; NaN where no run has a value
 * @param variances over the runs, of the logarithm where a target's error is of that; NaN where fewer than two runs have a value
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, compared by nobody
record RunSet(double[] means, double[] variances) {
    static RunSet of(Scenario scenario, List<Target> targets, int replications, long seed, int threads) {
        Replications replicated =
                Replications.of(scenario).count(replications).seed(seed).runner(runner -> runner.threads(threads));
        boolean months = targets.stream().anyMatch(target -> target.statistic().needsMonths());
        List<FinishedRun> runs =
                (months ? replicated.byMonth() : replicated).run().runs();
        double[] means = new double[targets.size()];
        double[] variances = new double[targets.size()];
        for (int k = 0; k < means.length; k++) {
            Target target = targets.get(k);
            means[k] = tally(runs, target, false).mean();
            Tally spread = tally(runs, target, new FigureLikelihood(target, 0).isLogarithmic());
            variances[k] = spread.variance();
        }
        return new RunSet(means, variances);
    }

    private static Tally tally(List<FinishedRun> runs, Target target, boolean logarithm) {
        Tally tally = new Tally();
        runs.stream()
                .mapToDouble(target.statistic()::of)
                .map(value -> logarithm ? StrictMath.log(value) : value)
                .filter(Double::isFinite)
                .forEachOrdered(tally::add);
        return tally;
    }
}
