package dev.borderline.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.analysis.sensitivity.MorrisEffects.TrajectoryStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class MorrisEffectsTest {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final double STEP = 2.0 / 3; // four levels

    /** Random walks of Morris' kind and the outputs on them. */
    private static final class Walks {
        final List<List<TrajectoryStep>> trajectories = new ArrayList<>();
        final List<double[]> outputs = new ArrayList<>();
        private final UniformRandomProvider random;

        Walks(long seed) {
            random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        }

        Walks add(int walks, ToDoubleFunction<double[]> function) {
            for (int walk = 0; walk < walks; walk++) {
                double[] at = {random.nextInt(2) / 3.0, random.nextInt(2) / 3.0, random.nextInt(2) / 3.0};
                boolean[] down = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
                for (int i = 0; i < at.length; i++) {
                    at[i] += down[i] ? STEP : 0;
                }
                outputs.add(new double[] {function.applyAsDouble(at)});
                List<TrajectoryStep> steps = new ArrayList<>();
                int[] order = {0, 1, 2};
                PermutationSampler.shuffle(random, order);
                for (int factor : order) {
                    double size = down[factor] ? -STEP : STEP;
                    at[factor] += size;
                    steps.add(new TrajectoryStep(factor, size, outputs.size() - 1, outputs.size()));
                    outputs.add(new double[] {function.applyAsDouble(at)});
                }
                trajectories.add(steps);
            }
            return this;
        }

        MorrisEffects effects() {
            return MorrisEffects.of(NAMES, trajectories, outputs.toArray(new double[0][]));
        }
    }

    @Test
    void plane_anyWalks_givesItsSlopesWithoutSpread() {
        MorrisEffects effects = new Walks(1).add(10, x -> 2 * x[0] + x[1]).effects();

        double[] slopes = {2, 1, 0};
        for (int i = 0; i < slopes.length; i++) {
            MorrisEffects.OfFactor factor = effects.factors().get(i);
            assertThat(factor.mu().value()).isCloseTo(slopes[i], within(1e-12));
            assertThat(factor.muStar().value()).isCloseTo(slopes[i], within(1e-12));
            assertThat(factor.muStar().interval().halfWidth()).isLessThan(1e-12);
            assertThat(factor.sigma()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void fallingPlane_mu_hasItsSignAndMuStarNot() {
        MorrisEffects effects = new Walks(2).add(10, x -> -3 * x[0]).effects();

        assertThat(effects.factors().get(0).mu().value()).isCloseTo(-3, within(1e-12));
        assertThat(effects.factors().get(0).muStar().value()).isCloseTo(3, within(1e-12));
    }

    /**
     * y = a b: the effect of a is b, which is 0, 1/3, 2/3 or 1 alike: mean 1/2, sd sqrt(5)/6 = 0.3727. Over 4,000 walks their
     * standard error is 0.006; four of them, false alarm 6e-5 each.
     */
    @Test
    void product_manyWalks_meanAndSpreadAreThoseOfThePartner() {
        MorrisEffects effects = new Walks(3).add(4000, x -> x[0] * x[1]).effects();

        for (int i = 0; i < 2; i++) {
            assertThat(effects.factors().get(i).muStar().value()).isCloseTo(.5, within(.024));
            assertThat(effects.factors().get(i).sigma()).isCloseTo(Math.sqrt(5) / 6, within(.02));
        }
    }

    /** The effect of a is ±1 alike: it cancels in mu, not in muStar. */
    @Test
    void effectThatChangesSign_cancelsInMuOnly() {
        MorrisEffects effects =
                new Walks(4).add(1000, x -> x[1] > .5 ? x[0] : 1 - x[0]).effects();

        assertThat(effects.factors().get(0).mu().value()).isCloseTo(0, within(.13));
        assertThat(effects.factors().get(0).muStar().value()).isCloseTo(1, within(1e-12));
    }

    /** Two replications that differ by ±d at one end only: each effect has variance d²/2 /(2 Δ²). */
    @Test
    void chance_twoReplications_isTheSpreadOfMeanEffects() {
        List<List<TrajectoryStep>> walks =
                List.of(List.of(new TrajectoryStep(0, STEP, 0, 1)), List.of(new TrajectoryStep(0, -STEP, 2, 3)));
        double[][] outputs = {{0, 0}, {1, 3}, {1, 3}, {0, 0}};
        MorrisEffects effects = MorrisEffects.of(List.of("a"), walks, outputs);

        assertThat(effects.factors().get(0).mu().value()).isCloseTo(2 / STEP, within(1e-12));
        assertThat(effects.factors().get(0).chance()).isCloseTo(1 / STEP, within(1e-12));
    }

    @Test
    void walks_malformed_areRefused() {
        double[][] outputs = {{0}, {1}, {0}, {1}};
        List<TrajectoryStep> good = List.of(new TrajectoryStep(0, STEP, 0, 1));
        assertThatThrownBy(() -> MorrisEffects.of(List.of("a"), List.of(good), outputs))
                .hasMessageContaining("two trajectories");
        assertThatThrownBy(() -> MorrisEffects.of(List.of("a"), List.of(good, List.of()), outputs))
                .hasMessageContaining("trajectory 1 has no step of factor 0");
        List<TrajectoryStep> standing = List.of(new TrajectoryStep(0, 0, 0, 1));
        assertThatThrownBy(() -> MorrisEffects.of(List.of("a"), List.of(good, standing), outputs))
                .hasMessageContaining("trajectory 1");
    }
}
