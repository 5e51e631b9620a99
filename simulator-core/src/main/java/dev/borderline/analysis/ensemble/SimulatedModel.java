package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.calibration.CalibrationCheck;
import dev.borderline.analysis.calibration.EvaluationSubject;
import dev.borderline.analysis.calibration.Target;
import dev.borderline.measure.CalendarPeriod;
import dev.borderline.model.Population;
import dev.borderline.random.Law;
import dev.borderline.random.RunKeys;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.PriorSpace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Simulation as a {@link FigureModel}: members of the prior run in a scenario, held against the figures to fit. Runs end with the last
 * year that is fitted, so no later figure can be seen.
 *
 * <p>A population has the same random numbers at every point, so its likelihood is a fixed function. What a figure would vary over
 * worlds is part of the likelihood: the variance over runs, as the scenario's own values show it, times the share of the people
 * simulated, for a variance goes as one over their number. So a smaller share does not widen the posterior; it moves those of the
 * populations apart, which the gates see.
 */
public final class SimulatedModel implements FigureModel {
    /** Path of the share of the people that is simulated. */
    public static final String SHARE = Population.SIMULATED_SHARE;

    private static final int CHANCE_RUNS = 16;
    private static final Law STANDARD_NORMAL = Law.normal(0, 1);

    private final Scenario scenario;
    private final PriorSpace space;
    private final Function<SortedMap<String, Double>, Optional<Scenario>> applied;
    private final List<FigureLikelihood> figures;
    private final int replications;
    private final long seed;

    private SimulatedModel(
            Scenario scenario, PriorSpace space, List<FigureLikelihood> figures, int replications, long seed) {
        this.scenario = scenario;
        this.space = space;
        this.figures = List.copyOf(figures);
        this.replications = replications;
        this.seed = seed;
        applied = space.applied(scenario);
    }

    /**
     * The model of a scenario; makes {@value #CHANCE_RUNS} runs to see what chance does.
     *
     * @param targets of which those to fit are held against it
     * @param replications runs of each point
     * @param threads for the first runs
     * @throws AnalysisRefused if nothing varies, there is nothing to fit, or a figure to fit has no value in the scenario
     */
    public static SimulatedModel of(
            Scenario scenario, PriorSpace space, List<Target> targets, int replications, long seed, int threads) {
        new CalibrationCheck(scenario).check(targets);
        if (space.rows().isEmpty()) {
            throw new AnalysisRefused("no input of " + scenario.name() + " varies: there is nothing to fit");
        }
        List<Target> fitted = targets.stream()
                .filter(target -> target.use() == Target.Use.FIT)
                .toList();
        Scenario until = scenario.endedBefore(dayAfter(fitted));
        RunSet runs = RunSet.of(until, fitted, CHANCE_RUNS, RunKeys.cellSeed(seed, 0, "chance"), threads);
        List<FigureLikelihood> figures = new ArrayList<>();
        for (int k = 0; k < fitted.size(); k++) {
            double variance = runs.variances()[k];
            if (Double.isNaN(variance)) {
                Target target = fitted.get(k);
                throw new AnalysisRefused(target.id() + ": " + target.statistic() + " has no value in "
                        + scenario.name() + ": what it is divided by is 0 in its runs; make the target a check");
            }
            figures.add(new FigureLikelihood(fitted.get(k), scenario.value(SHARE) * variance));
        }
        return new SimulatedModel(until, space, figures, replications, seed);
    }

    private static LocalDate dayAfter(List<Target> fitted) {
        return fitted.stream()
                .flatMap(target -> target.statistic().periods().stream())
                .map(CalendarPeriod::last)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plusMonths(1)
                .atDay(1);
    }

    /** Identity of its evaluations, for a log: everything they depend on but population and scores. */
    public EvaluationSubject subject(String program) {
        return EvaluationSubject.of(program, scenario, seed, replications)
                .inputs(List.of("population"))
                .inputs(inputs())
                .targets(targets());
    }

    @Override
    public List<FigureLikelihood> figures() {
        return figures;
    }

    @Override
    public double simulatedWorlds() {
        return scenario.value(SHARE) * replications;
    }

    /** The member at a point. */
    public SortedMap<String, Double> member(double[] scores) {
        return possible(scores).orElseThrow();
    }

    private Optional<SortedMap<String, Double>> possible(double[] scores) {
        double[] ranks = new double[scores.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = STANDARD_NORMAL.below(scores[i]);
        }
        return space.member(ranks);
    }

    @Override
    public List<String> inputs() {
        return space.rows();
    }

    @Override
    public boolean allows(double[] scores) {
        return space.allows(row -> STANDARD_NORMAL.below(scores[row]));
    }

    @Override
    public Optional<double[]> predict(double[] scores, int population) {
        return possible(scores).flatMap(applied).map(changed -> predictions(changed, population));
    }

    private double[] predictions(Scenario changed, int population) {
        return RunSet.of(changed, targets(), replications, RunKeys.cellSeed(seed, population, "population"), 1)
                .means();
    }

    private List<Target> targets() {
        return figures.stream().map(FigureLikelihood::target).toList();
    }
}
