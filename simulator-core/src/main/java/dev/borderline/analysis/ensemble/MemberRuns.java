package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.calibration.EvaluationLog;
import dev.borderline.analysis.calibration.EvaluationSubject;
import dev.borderline.analysis.calibration.Target;
import dev.borderline.random.RunKeys;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Runs of members over all years of a scenario, each with random numbers of its own. They are for the figures that were not
 * fitted: read once, when the fit is over.
 */
public final class MemberRuns {
    private final Scenario scenario;
    private final Members members;
    private final List<Target> targets;
    private final long seed;

    /**
     * Runs still to be made.
     *
     * @param targets of which those not to fit are looked at
     */
    public MemberRuns(Scenario scenario, Ensemble ensemble, List<Target> targets, long seed) {
        this.scenario = scenario;
        members = new Members(ensemble, Members.REPLICATIONS);
        this.targets = targets.stream()
                .filter(target -> target.use() != Target.Use.FIT)
                .toList();
        this.seed = seed;
    }

    /** Identity of the runs, for a log. */
    public EvaluationSubject subject(String program) {
        return EvaluationSubject.of(program, scenario, seed, Members.REPLICATIONS)
                .inputs(List.of("population"))
                .inputs(members.ensemble().paths())
                .targets(targets)
                .targets(targets);
    }

    /** The predictions of the figures; {@code listener} is told after every member. */
    public List<FigurePrediction> predictions(EvaluationLog log, int threads, Runnable listener) {
        if (targets.isEmpty()) {
            return List.of();
        }
        List<Point> points = IntStream.range(0, members.count())
                .mapToObj(member -> new Point(
                        members.ensemble().member(member).values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray(),
                        member))
                .toList();
        List<Optional<double[]>> runs;
        try (Evaluations evaluations = new Evaluations(new OfMember(), log, threads, listener)) {
            runs = evaluations.at(points);
        }
        Predictions predictions = new Predictions(seed);
        List<FigurePrediction> found = new ArrayList<>();
        for (int k = 0; k < targets.size(); k++) {
            double[] means = column(runs, k);
            double chance = scenario.value(SimulatedModel.SHARE) * mean(column(runs, targets.size() + k));
            found.add(predictions.unfitted(new FigureLikelihood(targets.get(k), chance), means));
        }
        return found;
    }

    private static double[] column(List<Optional<double[]>> runs, int column) {
        return runs.stream()
                .mapToDouble(run -> run.map(values -> values[column]).orElse(Double.NaN))
                .toArray();
    }

    private static double mean(double[] values) {
        Tally tally = new Tally();
        Arrays.stream(values).filter(Double::isFinite).forEachOrdered(tally::add);
        return tally.n() == 0 ? 0 : tally.mean();
    }

    /** Mean of each figure over the runs of a member, then its variance over them. */
    private final class OfMember implements FittedModel {
        @Override
        public List<String> inputs() {
            return members.ensemble().paths();
        }

        @Override
        public List<String> predictions() {
            return IntStream.range(0, 2 * targets.size())
                    .mapToObj(Integer::toString)
                    .toList();
        }

        @Override
        public boolean allows(double[] values) {
            return true;
        }

        @Override
        public Optional<double[]> predict(double[] values, int member) {
            RunSet runs = RunSet.of(
                    members.applyTo(scenario, member),
                    targets,
                    Members.REPLICATIONS,
                    RunKeys.cellSeed(seed, member, "member"),
                    1);
            double[] both = Arrays.copyOf(runs.means(), 2 * targets.size());
            System.arraycopy(runs.variances(), 0, both, targets.size(), targets.size());
            return Optional.of(both);
        }

        @Override
        public double[] residuals(double[] predicted) {
            return new double[0];
        }
    }
}
