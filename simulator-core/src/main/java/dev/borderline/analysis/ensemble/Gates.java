package dev.borderline.analysis.ensemble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Gates of a fit, over every input, every predicted target and the log-likelihood.
 *
 * <pre>
 * R̂ and folded R̂                       at most 1.01 for each quantity
 * effective sample size by lineage     at least 400 for each, bulk and tails
 * effective sample size between        at least 400 in the harmonic mean over the quantities, bulk and tails; and for no
 * populations                          quantity so far below that 400 is refuted
 * acceptance                           at least 10 % at every temperature, in every population
 * the emulator's share of the variance at most 3/4 of that of each figure's likelihood, where the model is emulated: its
 *                                      standard deviation at most doubles
 * </pre>
 *
 * <p>Four means estimate their variance with three degrees of freedom: of a hundred quantities with 400 effective particles half would
 * seem to have fewer. So one quantity fails between populations only where a χ² test at {@value #FALSE_ALARM} over all of them refutes
 * 400. R̂, which compares the same means with the spread within, has no such allowance.
 */
public final class Gates {
    private static final double R_HAT_MAX = 1.01;
    private static final double ESS_MIN = 400;
    private static final double ACCEPTANCE_MIN = 0.1;
    private static final double DOUBT_MAX = 0.75;
    private static final double FALSE_ALARM = 0.01;
    private static final String MORE_PARTICLES = "--chains, --last-steps or --moves";
    private static final String MORE_RUNS = "--points, --waves or --people";
    private static final String LESS_CHANCE =
            "--replications or --people: each population agrees with itself, so what keeps"
                    + " them apart is the chance of their runs";

    private final FitSample sample;
    private final List<Quantity> quantities;

    /** Diagnostics of one quantity. */
    private record Quantity(
            String name,
            double rHat,
            double folded,
            double bulk,
            double tail,
            double bulkBetween,
            double tailBetween) {}

    private Gates(FitSample sample, List<Quantity> quantities) {
        this.sample = sample;
        this.quantities = quantities;
    }

    /** The gates of a fit. */
    public static List<Gate> of(FitSample sample) {
        List<Quantity> quantities = new ArrayList<>();
        List<String> inputs = sample.model().inputs();
        for (int i = 0; i < inputs.size(); i++) {
            quantities.add(quantity(inputs.get(i), sample.scores(i), sample.lineages()));
        }
        List<String> predictions = sample.model().predictions();
        for (int i = 0; i < predictions.size(); i++) {
            quantities.add(quantity(predictions.get(i), sample.predicted(i), sample.lineages()));
        }
        quantities.add(quantity("log-likelihood", sample.logLikelihoods(), sample.lineages()));
        return new Gates(sample, quantities).gates();
    }

    private static Quantity quantity(String name, double[][] populations, int[][] lineages) {
        double[][] bulk = Convergence.normalised(populations);
        double[][][] tails = Convergence.tails(populations);
        return new Quantity(
                name,
                Convergence.rHat(populations),
                Convergence.foldedRHat(populations),
                Convergence.essByLineage(bulk, lineages),
                Math.min(Convergence.essByLineage(tails[0], lineages), Convergence.essByLineage(tails[1], lineages)),
                Convergence.essBetween(bulk),
                Math.min(Convergence.essBetween(tails[0]), Convergence.essBetween(tails[1])));
    }

    private List<Gate> gates() {
        List<Gate> gates = new ArrayList<>();
        gates.add(atMost("R-hat", Quantity::rHat));
        gates.add(atMost("folded R-hat", Quantity::folded));
        gates.add(atLeast("effective sample size by lineage, bulk", Quantity::bulk, ESS_MIN));
        gates.add(atLeast("effective sample size by lineage, tails", Quantity::tail, ESS_MIN));
        gates.add(mean("mean effective sample size between populations, bulk", Quantity::bulkBetween));
        gates.add(mean("mean effective sample size between populations, tails", Quantity::tailBetween));
        gates.add(atLeast("effective sample size between populations, bulk", Quantity::bulkBetween, refuted(1)));
        gates.add(atLeast("effective sample size between populations, tails", Quantity::tailBetween, refuted(2)));
        gates.add(acceptance());
        if (sample.model() instanceof EmulatedModel emulated) {
            gates.add(doubt(emulated));
        }
        return gates;
    }

    /** Estimate below which {@value #ESS_MIN} is refuted for one quantity of all, each with some indicators. */
    private double refuted(int indicators) {
        int freedom = sample.scores(0).length - 1;
        double each = FALSE_ALARM / quantities.size() / indicators;
        return ESS_MIN * freedom / ChiSquaredDistribution.of(freedom).inverseSurvivalProbability(each);
    }

    private Gate atMost(String name, ToDoubleFunction<Quantity> of) {
        Quantity worst = quantities.stream().max(Comparator.comparingDouble(of)).orElseThrow();
        int failing = (int) quantities.stream()
                .filter(one -> !(of.applyAsDouble(one) <= R_HAT_MAX))
                .count();
        boolean ofChance = worst.bulk() >= ESS_MIN && worst.tail() >= ESS_MIN;
        String remedy = ofChance && !(sample.model() instanceof EmulatedModel) ? LESS_CHANCE : MORE_PARTICLES;
        return new Gate(name, worst.name(), of.applyAsDouble(worst), R_HAT_MAX, false, failing, remedy);
    }

    private Gate atLeast(String name, ToDoubleFunction<Quantity> of, double limit) {
        Quantity worst = quantities.stream().min(Comparator.comparingDouble(of)).orElseThrow();
        int failing = (int) quantities.stream()
                .filter(one -> !(of.applyAsDouble(one) >= limit))
                .count();
        return new Gate(name, worst.name(), of.applyAsDouble(worst), limit, true, failing, MORE_PARTICLES);
    }

    private Gate mean(String name, ToDoubleFunction<Quantity> of) {
        double inverse = quantities.stream()
                .mapToDouble(one -> 1 / of.applyAsDouble(one))
                .reduce(0, Double::sum);
        double mean = quantities.size() / inverse;
        return new Gate(name, "all quantities", mean, ESS_MIN, true, mean >= ESS_MIN ? 0 : 1, MORE_PARTICLES);
    }

    private static Gate doubt(EmulatedModel emulated) {
        List<String> figures = emulated.predictions();
        int worst = 0;
        int failing = 0;
        for (int k = 0; k < figures.size(); k++) {
            worst = emulated.doubt(k) > emulated.doubt(worst) ? k : worst;
            failing += emulated.doubt(k) <= DOUBT_MAX ? 0 : 1;
        }
        return new Gate(
                "the emulator's share of a figure's variance",
                figures.get(worst),
                emulated.doubt(worst),
                DOUBT_MAX,
                false,
                failing,
                MORE_RUNS);
    }

    private Gate acceptance() {
        List<TemperedFit.Temperature> temperatures = sample.temperatures();
        double least = temperatures.stream()
                .mapToDouble(TemperedFit.Temperature::acceptance)
                .min()
                .orElse(0);
        int failing = (int) temperatures.stream()
                .filter(one -> one.acceptance() < ACCEPTANCE_MIN)
                .count();
        boolean none = temperatures.isEmpty();
        return new Gate(
                "acceptance",
                "the temperatures",
                least,
                ACCEPTANCE_MIN,
                true,
                none ? 1 : failing,
                "--steps or --chains");
    }
}
