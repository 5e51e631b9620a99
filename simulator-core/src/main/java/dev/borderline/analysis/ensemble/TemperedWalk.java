package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.ensemble.TemperedFit.Temperature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Populations on their way from the prior to the posterior. Used once, by one thread. */
final class TemperedWalk {
    private static final double FIRST_SCALE = 0.5;
    private static final double SCALE_MIN = 0.01;
    private static final double WISHED_ACCEPTANCE = 0.3;

    private final FittedModel model;
    private final FitSettings settings;
    private final PriorDraws draws;
    private final List<Temperature> temperatures = new ArrayList<>();
    private double inverse;
    private double scale = FIRST_SCALE;
    private int moves;

    TemperedWalk(FittedModel model, FitSettings settings) {
        this.model = model;
        this.settings = settings;
        draws = new PriorDraws(model, settings);
    }

    /** The sample at the end. */
    FitSample run(Evaluations evaluations) {
        List<List<Particle>> populations = start(evaluations);
        int[] informed = informed(populations);
        while (inverse < settings.until()) {
            populations = next(populations, informed, evaluations, new Stage(settings.steps(), 1, true));
        }
        if (inverse > 0) {
            populations = next(
                    populations, informed, evaluations, new Stage(settings.lastSteps(), settings.movesEach(), false));
        }
        return new FitSample(model, populations, temperatures, informed);
    }

    /** Inverse temperature that is worked at. */
    double inverse() {
        return inverse;
    }

    private List<List<Particle>> start(Evaluations evaluations) {
        List<Point> points = new ArrayList<>();
        for (int population = 0; population < settings.populations(); population++) {
            for (int particle = 0; particle < settings.particles(); particle++) {
                points.add(new Point(draws.at(population, particle), population));
            }
        }
        List<Optional<double[]>> predictions = evaluations.at(points);
        List<List<Particle>> populations = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (i % settings.particles() == 0) {
                populations.add(new ArrayList<>());
            }
            int chain = i % settings.chains();
            populations
                    .get(populations.size() - 1)
                    .add(particle(points.get(i).scores(), predictions.get(i), chain, chain));
        }
        populations.forEach(this::refuseImpossible);
        return populations;
    }

    private void refuseImpossible(List<Particle> particles) {
        if (particles.stream().allMatch(one -> one.logLikelihood() == Double.NEGATIVE_INFINITY)) {
            throw new AnalysisRefused("no point of the prior gives the record any likelihood: some target to fit has no"
                    + " value, or none above 0, at any of " + particles.size() + " points");
        }
    }

    private Particle particle(double[] scores, Optional<double[]> predicted, int chain, int ancestor) {
        double[] none = new double[model.predictions().size()];
        Arrays.fill(none, Double.NaN);
        double logLikelihood = predicted.map(model::logLikelihood).orElse(Double.NEGATIVE_INFINITY);
        return new Particle(scores, predicted.orElse(none), logLikelihood, chain, ancestor);
    }

    private int[] informed(List<List<Particle>> populations) {
        List<Particle> all = populations.stream().flatMap(List::stream).toList();
        return Screening.informed(
                all.stream().map(Particle::scores).toList(),
                all.stream().map(Particle::predicted).toList());
    }

    /** The populations at the next temperature; at the last again once that is reached. */
    private List<List<Particle>> next(
            List<List<Particle>> populations, int[] informed, Evaluations evaluations, Stage stage) {
        double to = Weights.next(populations, inverse, settings.until(), settings.essShare());
        List<double[]> weights = populations.stream()
                .map(particles -> Weights.of(particles, to - inverse))
                .toList();
        Moves proposals = new Moves(
                reference(populations, weights, informed, to), model.inputs().size());
        inverse = to;
        return move(ancestors(populations, weights), proposals, evaluations, stage);
    }

    private GaussianReference reference(
            List<List<Particle>> populations, List<double[]> weights, int[] informed, double to) {
        List<Particle> all = populations.stream().flatMap(List::stream).toList();
        double[] shares = weights.stream()
                .flatMapToDouble(Arrays::stream)
                .map(weight -> weight / populations.size())
                .toArray();
        return GaussianReference.of(
                all.stream().map(Particle::scores).toList(),
                all.stream().map(one -> model.residuals(one.predicted())).toList(),
                shares,
                informed,
                to);
    }

    /** The first states of the chains of each population. */
    private List<List<Particle>> ancestors(List<List<Particle>> populations, List<double[]> weights) {
        List<List<Particle>> chosen = new ArrayList<>();
        for (int population = 0; population < populations.size(); population++) {
            List<Particle> particles = populations.get(population);
            double uniform = draws.of(population).resample(temperatures.size());
            int[] indices = Weights.resample(weights.get(population), settings.chains(), uniform);
            chosen.add(IntStream.range(0, indices.length)
                    .mapToObj(chain -> particles.get(indices[chain]).begins(chain))
                    .toList());
        }
        return chosen;
    }

    /** All states of all chains, step by step. */
    private List<List<Particle>> move(
            List<List<Particle>> first, Moves proposals, Evaluations evaluations, Stage stage) {
        List<List<Particle>> all = first.stream().map(ArrayList::new).collect(Collectors.toList());
        List<List<Particle>> before = first;
        int[] accepted = new int[settings.populations()];
        for (int step = 1; step < stage.states(); step++) {
            for (int move = 0; move < stage.movesEach(); move++) {
                List<List<Particle>> after = step(before, proposals, evaluations);
                int moved = 0;
                for (int population = 0; population < accepted.length; population++) {
                    int own = moved(before.get(population), after.get(population));
                    accepted[population] += own;
                    moved += own;
                }
                if (stage.adapts()) {
                    double share = (double) moved / (settings.populations() * settings.chains());
                    double wished = scale * StrictMath.exp(share - WISHED_ACCEPTANCE);
                    scale = Math.max(SCALE_MIN, Math.min(1, wished));
                }
                before = after;
            }
            for (int population = 0; population < accepted.length; population++) {
                all.get(population).addAll(before.get(population));
            }
        }
        int least = Arrays.stream(accepted).min().orElseThrow();
        double acceptance = (double) least / (settings.chains() * (stage.states() - 1) * stage.movesEach());
        temperatures.add(new Temperature(inverse, acceptance, scale));
        return all;
    }

    private int moved(List<Particle> before, List<Particle> after) {
        return (int) IntStream.range(0, before.size())
                .filter(chain -> !Arrays.equals(
                        before.get(chain).scores(), after.get(chain).scores()))
                .count();
    }

    /** One move of every chain; refused proposals cost no evaluation. */
    private List<List<Particle>> step(List<List<Particle>> before, Moves proposals, Evaluations evaluations) {
        List<Point> asked = new ArrayList<>();
        List<Optional<double[]>> proposed = new ArrayList<>(); // empty where the priors refuse it
        for (int population = 0; population < before.size(); population++) {
            for (int chain = 0; chain < settings.chains(); chain++) {
                double[] from = before.get(population).get(chain).scores();
                double[] to = proposals.propose(from, draws.of(population), moves + chain, scale);
                boolean allowed = model.allows(to);
                proposed.add(allowed ? Optional.of(to) : Optional.empty());
                if (allowed) {
                    asked.add(new Point(to, population));
                }
            }
        }
        Iterator<Optional<double[]>> predictions = evaluations.at(asked).iterator();
        List<List<Particle>> after = new ArrayList<>();
        for (int population = 0; population < before.size(); population++) {
            List<Particle> states = new ArrayList<>();
            for (int chain = 0; chain < settings.chains(); chain++) {
                Particle from = before.get(population).get(chain);
                Optional<double[]> to = proposed.get(population * settings.chains() + chain);
                if (to.isEmpty()) {
                    states.add(from);
                    continue;
                }
                Particle there = particle(to.get(), predictions.next(), from.chain(), from.ancestor());
                double uniform = draws.of(population).accept(moves + chain);
                states.add(accepts(proposals, from, there, uniform) ? there : from);
            }
            after.add(states);
        }
        moves += settings.chains();
        return after;
    }

    private boolean accepts(Moves proposals, Particle from, Particle to, double uniform) {
        if (to.logLikelihood() == Double.NEGATIVE_INFINITY) {
            return false;
        }
        double logRatio = inverse * (to.logLikelihood() - from.logLikelihood())
                + proposals.logPriorOverKept(to.scores())
                - proposals.logPriorOverKept(from.scores());
        return StrictMath.log(uniform) < logRatio;
    }

    /**
     * Length of the chains at a temperature.
     *
     * @param states of a chain
     * @param movesEach moves from one state to the next
     * @param adapts whether the scale follows the acceptance
     */
    private record Stage(int states, int movesEach, boolean adapts) {}
}
