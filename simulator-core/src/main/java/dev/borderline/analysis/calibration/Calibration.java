package dev.borderline.analysis.calibration;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.experiment.Runner;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.Scenario;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Fits inputs inside their ranges to targets, and says which inputs the targets identify.
 *
 * <p><b>Objective.</b> With u the places of the parameters in their ranges (0 to 1), m_k the model's statistic and σ_k a 95 % tolerance
 * read as a standard deviation:
 *
 * <pre>{@code
 * Σ_k ((m_k(u) - target_k) / σ_k)² + 12 Σ_i (u_i - 1/2)²        over targets to fit; checks never enter
 * }</pre>
 *
 * The second sum is the normal law with the mean and variance of a place about which nothing is known but its range; without it an
 * input that no target moves would end anywhere. The minimum is the posterior mode. Every point is run with the same draws (common
 * random numbers), so the objective is a fixed function.
 *
 * <p><b>Search.</b> CMA-ES (N. Hansen, "The CMA evolution strategy: a comparing review", 2006; commons-math) from the values of the
 * scenario, started again with twice the population from the best so far (A. Auger, N. Hansen, "A restart CMA evolution strategy
 * with increasing population size", CEC 2005) until the budget is spent.
 *
 * <p><b>Posterior.</b> Normal around the mode (Laplace's approximation; A. Gelman et al., Bayesian Data Analysis, 3rd ed., chapter 4),
 * with the derivatives of the statistics from paired central differences; the chance of the model's own runs, as the final ones show it,
 * is added to σ_k².
 *
 * <p>Set up by one thread and run once.
 *
 * <pre>{@code
 * Fit fit = Calibration.of(Scenarios.named("historical"), targets)
 *         .vary("needs.rate_mean_per_year", Range.linear(1, 6))
 *         .budget(200)
 *         .run();
 * }</pre>
 */
public final class Calibration {
    private static final double LEVEL = 0.95;
    private static final int REPLICATIONS_MIN = 2;

    private final Scenario scenario;
    private final List<Target> targets;
    private final List<Parameter> parameters = new ArrayList<>();
    private int replications = 3;
    private int finalReplications = 10;
    private long seed = 42;
    private int budget = 200;
    private EvaluationLog log = EvaluationLog.none();
    private UnaryOperator<Runner> setUp = UnaryOperator.identity();
    private Consumer<Progress> listener = progress -> {};

    /** Progress of a calibration: evaluations made of the budget, the least distance so far. */
    public record Progress(int evaluations, int budget, double distance) {}

    private Calibration(Scenario scenario, List<Target> targets) {
        this.scenario = scenario;
        this.targets = List.copyOf(targets);
    }

    /** Three replications a point, seed 42, 200 evaluations, unless set otherwise. */
    public static Calibration of(Scenario scenario, List<Target> targets) {
        return new Calibration(scenario, targets);
    }

    /**
     * Lets the fit move an input inside a range. A path such as {@code policies.border.fortification} is the moves of a
     * lever, see {@link Parameter}.
     */
    public Calibration vary(String path, Range range) {
        Parameter parameter = new Parameter(path, range);
        new CalibrationCheck(scenario).check(parameter);
        parameters.add(parameter);
        return this;
    }

    /** Runs of each point, 2 or more. */
    public Calibration replications(int number) {
        replications = number;
        return this;
    }

    /** Runs with other random numbers that check the fit; 2 or more. They show how it meets the targets and how much chance there is in a run. */
    public Calibration finalReplications(int number) {
        finalReplications = number;
        return this;
    }

    /** Seed of the search and of the runs. */
    public Calibration seed(long master) {
        seed = master;
        return this;
    }

    /** Number of points to run in the search. */
    public Calibration budget(int evaluations) {
        budget = evaluations;
        return this;
    }

    /** Log that keeps evaluations. */
    public Calibration log(EvaluationLog newLog) {
        log = newLog;
        return this;
    }

    /** Sets threads or cancelling: {@code runner -> runner.threads(2)}. */
    public Calibration runner(UnaryOperator<Runner> change) {
        setUp = change;
        return this;
    }

    /** Is told after every evaluation. */
    public Calibration onProgress(Consumer<Progress> newListener) {
        listener = newListener;
        return this;
    }

    /**
     * Refuses what could not be fitted, without a run. Everything that depends on the scenario, the targets, the parameters and the
     * numbers set here.
     *
     * @throws AnalysisRefused if there is nothing to fit or to move, or a number is too small
     * @throws dev.borderline.yaml.InvalidInput naming every target with a measure, year or unit that the scenario's runs lack
     */
    public Calibration check() {
        atLeast(REPLICATIONS_MIN, "replications", replications);
        atLeast(REPLICATIONS_MIN, "final replications", finalReplications);
        atLeast(1, "points of the search", budget);
        CalibrationCheck check = new CalibrationCheck(scenario);
        check.check(targets);
        check.checkAll(parameters);
        return this;
    }

    private static void atLeast(int least, String what, int number) {
        if (number < least) {
            throw new AnalysisRefused(number + " " + what + ": " + least + " or more are needed");
        }
    }

    /**
     * Subject of the evaluations, all that they depend on, for a {@link FileEvaluationLog}.
     *
     * @param program build that makes the runs, see {@link dev.borderline.experiment.store.Program#build}
     */
    public EvaluationSubject subject(String program) {
        return EvaluationSubject.of(program, scenario, seed, replications)
                .inputs(parameters.stream().map(Parameter::path).toList())
                .targets(targets);
    }

    /**
     * Searches, and looks around the best.
     *
     * @throws AnalysisRefused see {@link #check}; or, after the first point, if a target to fit has no value there
     */
    public Fit run() {
        check();
        Surface surface = new Surface();
        double[] start = parameters.stream()
                .mapToDouble(parameter -> parameter.placeOf(parameter.valueIn(scenario)))
                .toArray();
        checkStart(surface.statistics(start));
        double[] best = new CmaSearch(budget, seed).minimise(surface::penalised, start);
        return fit(surface, best);
    }

    private void checkStart(List<Double> statistics) {
        for (int k = 0; k < statistics.size(); k++) {
            Target target = targets.get(k);
            if (target.use() == Target.Use.FIT && statistics.get(k).isNaN()) {
                throw new AnalysisRefused(
                        target.id() + ": " + target.statistic() + " has no value in " + scenario.name()
                                + ": what it is divided by is 0 in every run; begin from values at which it has one, or make"
                                + " the target a check");
            }
        }
    }

    private Fit fit(Surface surface, double[] best) {
        Evaluator other = new Evaluator(scenario, targets, finalReplications, seed + 1, setUp);
        Map<String, Double> values = surface.values(best);
        Tally[] before = other.statistics(Map.of()).orElseThrow();
        Tally[] after = other.statistics(values)
                .orElseThrow(() -> new AnalysisRefused("no point of the search is a scenario that can be run"));
        LocalPosterior posterior =
                LocalPosterior.at(best, new LocalPosterior.Figures(targets, chance(after)), surface::statistics);
        List<Fit.OfTarget> ofTargets = IntStream.range(0, targets.size())
                .mapToObj(k -> new Fit.OfTarget(
                        targets.get(k),
                        mean(before[k]),
                        mean(after[k]),
                        interval(after[k]),
                        hold(k, mean(after[k]), posterior)))
                .toList();
        List<Fit.OfParameter> ofParameters = IntStream.range(0, parameters.size())
                .mapToObj(i -> ofParameter(i, best, posterior))
                .toList();
        return new Fit(
                Parameter.apply(values, scenario),
                ofParameters,
                ofTargets,
                distance(after),
                distance(before),
                surface.evaluations);
    }

    private static double mean(Tally runs) {
        return runs.n() == 0 ? Double.NaN : runs.mean();
    }

    private Fit.Hold hold(int target, double fitted, LocalPosterior posterior) {
        List<String> ends = IntStream.range(0, parameters.size())
                .filter(i -> posterior.endHolds(i, target, targets.get(target).value() - fitted))
                .mapToObj(i -> parameters.get(i).path())
                .toList();
        long others = IntStream.range(0, targets.size())
                .filter(k -> k != target && targets.get(k).use() == Target.Use.FIT)
                .count();
        return new Fit.Hold(posterior.leverage(target), ends, others > 0);
    }

    /** Student's interval of the mean; everything where fewer than two runs have a value. */
    private static Interval interval(Tally runs) {
        return runs.n() < 2
                ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, LEVEL)
                : Intervals.studentT(runs, LEVEL);
    }

    /** Squared standard errors of the statistics of a point of the search; 0 where there is none. */
    private List<Double> chance(Tally[] runs) {
        return Arrays.stream(runs)
                .map(tally -> tally.n() > 1 ? tally.sd() * tally.sd() / replications : 0)
                .toList();
    }

    private Fit.OfParameter ofParameter(int index, double[] best, LocalPosterior posterior) {
        Parameter parameter = parameters.get(index);
        Interval places = posterior.interval(index);
        Interval values = new Interval(
                parameter.range().at(places.low()), parameter.range().at(places.high()), LEVEL);
        return new Fit.OfParameter(
                parameter,
                parameter.valueIn(scenario),
                parameter.range().at(best[index]),
                values,
                posterior.ignorance(index));
    }

    private double distance(Tally[] statistics) {
        double sum = 0;
        for (int k = 0; k < targets.size(); k++) {
            if (targets.get(k).use() == Target.Use.FIT) {
                double distance = targets.get(k).distance(mean(statistics[k]));
                sum += distance * distance;
            }
        }
        return sum;
    }

    /** The model as a function of places. */
    private final class Surface {
        private static final double CONTRADICTION = 1e200; // beyond every distance that a search can be at

        private final Evaluator evaluator = new Evaluator(scenario, targets, replications, seed, setUp);
        private final Map<List<Double>, List<Double>> made = new HashMap<>(); // looked up, never walked through
        private double least = Double.POSITIVE_INFINITY;
        private int evaluations;

        Map<String, Double> values(double[] places) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (int i = 0; i < places.length; i++) {
                values.put(parameters.get(i).path(), parameters.get(i).range().at(places[i]));
            }
            return values;
        }

        /** Means of the statistics; remembered ones are not run again. */
        List<Double> statistics(double[] places) {
            Map<String, Double> values = values(places);
            List<Double> key = List.copyOf(values.values());
            return made.computeIfAbsent(
                    key,
                    absent -> log.find(key).orElseGet(() -> {
                        List<Double> found = run(values);
                        log.add(key, found);
                        return found;
                    }));
        }

        private List<Double> run(Map<String, Double> values) {
            return evaluator
                    .statistics(values)
                    .map(tallies ->
                            Arrays.stream(tallies).map(Calibration::mean).toList())
                    .orElseGet(() -> Collections.nCopies(targets.size(), Double.NaN));
        }

        double penalised(double[] places) {
            List<Double> means = statistics(places);
            double sum = 0;
            for (int k = 0; k < means.size(); k++) {
                if (targets.get(k).use() == Target.Use.FIT) {
                    double distance = targets.get(k).distance(means.get(k));
                    sum += Double.isNaN(distance) ? CONTRADICTION : distance * distance;
                }
            }
            evaluations++;
            least = Math.min(least, sum);
            listener.accept(new Progress(evaluations, budget, least));
            for (double place : places) {
                sum += LocalPosterior.PRIOR_PRECISION * (place - 0.5) * (place - 0.5);
            }
            return sum;
        }
    }
}
