package dev.borderline.analysis.sensitivity;

import dev.borderline.analysis.Estimate;
import dev.borderline.analysis.Undetermined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sobol's indices of an output: for each input, first-order and total shares of its variance. First order is the share that this
 * input explains alone, total the share that would remain if all other inputs were known. Immutable.
 *
 * <p><b>What varies.</b> Inputs are drawn independently from the ranges of the sweep; the variance is over these ranges, so the
 * indices say as much about the ranges as about the model. The sum of first-order indices is at most 1 and that of totals at
 * least 1, up to error; a total far above its first-order index means that the input acts together with others.
 *
 * <p><b>Estimators.</b> With f the outputs at Saltelli's points (see {@link SaltelliOutputs}), less the mean of all of them,
 * and V the variance of f(A) and f(B) together (divisor 2 N):
 *
 * <pre>{@code
 * S_i  = mean of f(B) (f(AB_i) - f(A)) / V     A. Saltelli et al., "Variance based sensitivity analysis of model output",
 *                                              Computer Physics Communications 181 (2010) 259-270, table 2 (b)
 * ST_i = mean of (f(A) - f(AB_i))² / (2 V)     M. J. W. Jansen, "Analysis of variance designs for model output", Computer
 *                                              Physics Communications 117 (1999) 35-43
 * }</pre>
 *
 * <p>Centring changes no expectation and takes away the variance that a large mean would add (I. M. Sobol', E. E. Myshetskaya,
 * "Monte Carlo estimators for small sensitivity indices", Monte Carlo Methods and Applications 13 (2007) 455-465). With one
 * replication the numbers are those of SALib.
 *
 * <p><b>Chance.</b> Where points have two or more replications, every product above is taken over pairs of different
 * replications ({@code Y_j Y_l}, j ≠ l), because the chance of a run multiplied with itself would count as variance, and mostly as
 * total effect. The indices are then those of the mean over all chance, without bias; whether points share random numbers or not.
 * What chance adds stands apart, in {@link ChanceShares}. With a single replication the indices are those of the outputs under
 * those draws. Source: G. Mazo, "A trade-off between explorations and repetitions for estimators of two global sensitivity
 * indices in stochastic models induced by probability measures", SIAM/ASA J. Uncertainty Quantification 9 (2021) 1673-1713.
 *
 * <p><b>Intervals.</b> Base samples are drawn again as wholes ({@link Bootstrap}), as if they were independent. Where they are, the
 * intervals cover about as they say. Those of Sobol's sequence are not: the intervals are mostly too wide, but with few base
 * points in many dimensions a pair of coordinates may lie badly, and then an index is off by more than its interval, under any
 * digital shift. They hold for the seeds that were run.
 *
 * @param factors in the order of the design
 * @param pairs what two inputs explain together beyond each alone; empty unless the outputs have second order
 * @param chance shares of the variance by chance
 * @param baseSamples number of pairs (a, b)
 * @param replications runs of each point
 */
public record SobolIndices(
        List<OfFactor> factors, List<OfPair> pairs, ChanceShares chance, int baseSamples, int replications) {
    /**
     * The indices of one input.
     *
     * @param name path of the input
     * @param first share of variance explained alone
     * @param total share of variance in which it has a part
     */
    public record OfFactor(String name, Estimate first, Estimate total) {}

    /**
     * The index of two inputs together, see {@link SobolPairTerms}.
     *
     * @param first path of the input that stands first in the design
     * @param second path of the other
     * @param together share of variance that both explain beyond what each explains alone
     */
    public record OfPair(String first, String second, Estimate together) {}

    public SobolIndices {
        factors = List.copyOf(factors);
        pairs = List.copyOf(pairs);
    }

    /**
     * The indices of these outputs.
     *
     * @param names of the factors, in the order of the design
     * @throws Undetermined if the output does not vary with the inputs, or not more than chance
     */
    public static SobolIndices of(List<String> names, SaltelliOutputs outputs, Bootstrap bootstrap) {
        int factors = outputs.factors();
        if (names.size() != factors) {
            throw new IllegalArgumentException(names.size() + " names for " + factors + " factors");
        }
        SobolTerms terms = new SobolTerms(outputs);
        Estimate[] estimates = bootstrap.estimates(terms.size(), terms);
        if (Double.isNaN(estimates[0].value())) {
            throw new Undetermined(
                    outputs.replications() == 1
                            ? "it is the same at every point"
                            : "it varies no more between points than by chance: more replications are needed");
        }
        List<OfFactor> all = new ArrayList<>();
        for (int factor = 0; factor < factors; factor++) {
            all.add(new OfFactor(names.get(factor), estimates[factor], estimates[factors + factor]));
        }
        List<OfPair> pairs = outputs.hasSecondOrder() ? pairs(names, outputs, bootstrap) : List.of();
        return new SobolIndices(all, pairs, ChanceShares.of(outputs), outputs.baseSamples(), outputs.replications());
    }

    private static List<OfPair> pairs(List<String> names, SaltelliOutputs outputs, Bootstrap bootstrap) {
        SobolPairTerms terms = new SobolPairTerms(outputs, new SobolTerms(outputs));
        Estimate[] estimates = bootstrap.estimates(outputs.baseSamples(), terms);
        List<OfPair> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                pairs.add(new OfPair(names.get(i), names.get(j), estimates[pairs.size()]));
            }
        }
        return pairs;
    }

    /** First-order index by factor, in the order of the factors. */
    public Map<String, Double> firstOrder() {
        Map<String, Double> first = new LinkedHashMap<>();
        factors.forEach(factor -> first.put(factor.name(), factor.first().value()));
        return first;
    }

    /** The indices of the input with this name. */
    public OfFactor factor(String name) {
        return factors.stream()
                .filter(factor -> factor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no factor " + name));
    }
}
