package dev.borderline.analysis.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KimNelsonTest {
    /** Normal systems with sd 1; their outputs of one round have this correlation. */
    private static KimNelson run(double[] means, double correlation, KimNelson.Settings settings, long seed) {
        ContinuousDistribution.Sampler normal =
                NormalDistribution.of(0, 1).createSampler(RandomSource.XO_SHI_RO_256_PP.create(seed));
        KimNelson selection = new KimNelson(means.length, settings);
        while (!selection.isDecided()) {
            double shared = Math.sqrt(correlation) * normal.sample();
            double[] round = selection.left().stream()
                    .mapToDouble(system -> means[system] + shared + Math.sqrt(1 - correlation) * normal.sample())
                    .toArray();
            selection.add(round);
        }
        return selection;
    }

    private static final double[] SLIPPAGE = {0, 0, 0, 0.5, 0}; // the hardest case: all others are δ behind

    private static double[] correctAndRounds(double correlation, int trials, long seed) {
        KimNelson.Settings settings = new KimNelson.Settings(.05, .5, 10, true);
        double correct = 0;
        double rounds = 0;
        for (int trial = 0; trial < trials; trial++) {
            KimNelson selection = run(SLIPPAGE, correlation, settings, seed + trial);
            correct += selection.selected() == 3 ? 1.0 / trials : 0;
            rounds += (double) selection.rounds() / trials;
        }
        return new double[] {correct, rounds};
    }

    /** The promise is at least 0.95. With 600 trials fewer than 0.915 would come of 0.95 once in 10,000. */
    @Test
    void slippage_commonRandomNumbers_isSelectedAsOftenAsPromised() {
        double[] apart = correctAndRounds(0, 600, 1_000);
        double[] shared = correctAndRounds(.8, 600, 9_000);

        assertThat(apart[0]).isGreaterThan(.915);
        assertThat(shared[0]).isGreaterThan(.915);
        assertThat(shared[1]).isLessThan(.5 * apart[1]); // that is what common random numbers are for
    }

    /** Standard error 0.0015: 0.944 would come of 0.95 once in 10,000. */
    @Test
    @Tag("deep")
    void slippage_often_isSelectedAsOftenAsPromised() {
        assertThat(correctAndRounds(0, 20_000, 100_000)[0]).isGreaterThan(.944);
        assertThat(correctAndRounds(.8, 20_000, 500_000)[0]).isGreaterThan(.944);
    }

    /** A procedure that stopped after the first rounds would be wrong far more often: the promise is not empty. */
    @Test
    void slippage_firstRoundsOnly_wouldBreakThePromise() {
        KimNelson.Settings hasty = new KimNelson.Settings(.79, .5, 10, true);
        int correct = 0;
        for (int trial = 0; trial < 600; trial++) {
            correct += run(SLIPPAGE, 0, hasty, 1_000 + trial).selected() == 3 ? 1 : 0;
        }
        assertThat(correct / 600.0).isBetween(.21, .9);
    }

    @Test
    void smallest_asked_isSelected() {
        KimNelson selection = run(new double[] {3, 1, 2}, .5, new KimNelson.Settings(.01, .5, 10, false), 4);

        assertThat(selection.selected()).isEqualTo(1);
        assertThat(selection.eliminated())
                .extracting(KimNelson.Elimination::system)
                .containsExactlyInAnyOrder(0, 2);
        assertThat(selection.tally(1).mean()).isCloseTo(1, within(1.0));
    }

    /**
     * Two systems, n0 = 3, α = 0.1, δ = 1: η = (0.2^-1 - 1)/2 = 2, h² = 8. Differences 1, 2, 3 have variance 1. W(3) = max(0,
     * 1/6 (8 - 3)) = 5/6, and the mean difference is 2: the second goes at once.
     */
    @Test
    void screening_firstRounds_followsTheFormula() {
        KimNelson.Settings settings = new KimNelson.Settings(.1, 1, 3, true);
        KimNelson clear = new KimNelson(2, settings);
        clear.add(1, 0);
        clear.add(2, 0);
        assertThat(clear.isDecided()).isFalse();
        clear.add(3, 0);
        assertThat(clear.selected()).isZero();
        assertThat(clear.eliminated()).containsExactly(new KimNelson.Elimination(1, 0, 3));

        KimNelson close = new KimNelson(2, settings);
        close.add(-.2, 0);
        close.add(.8, 0);
        close.add(1.8, 0); // mean difference 0.8 < 5/6
        assertThat(close.left()).containsExactly(0, 1);
        assertThat(close.maxRounds()).isEqualTo(9);
        close.add(.9, 0); // mean 0.825 > W(4) = 1/8 (8 - 4)
        assertThat(close.selected()).isZero();
    }

    @Test
    void equalSystems_withCommonRandomNumbers_endWithTheFirst() {
        KimNelson selection = new KimNelson(3, new KimNelson.Settings(.05, 1, 2, true));
        selection.add(4, 4, 4);
        selection.add(6, 6, 6);

        assertThat(selection.selected()).isZero();
        assertThat(selection.rounds()).isEqualTo(2);
    }

    /** A small indifference needs more rounds than an int, or a long, counts: the number stays as large as it can be. */
    @Test
    void maxRounds_ofATinyIndifference_doesNotOverflow() {
        KimNelson many = new KimNelson(2, new KimNelson.Settings(.05, 1e-5, 2, true));
        many.add(0, 0);
        many.add(1, 0);
        assertThat(many.maxRounds()).isGreaterThan(Integer.MAX_VALUE);

        KimNelson endless = new KimNelson(2, new KimNelson.Settings(.05, 1e-200, 2, true));
        endless.add(0, 0);
        endless.add(1, 0);
        assertThat(endless.maxRounds()).isEqualTo(Long.MAX_VALUE);
        assertThat(endless.left()).containsExactly(0, 1);

        KimNelson alike = new KimNelson(2, new KimNelson.Settings(.05, 1e-200, 2, true));
        alike.add(1, 0);
        alike.add(2, 1);
        assertThat(alike.selected()).isZero();
    }

    /**
     * Settings that the constructor refuses can be asked for before anything is run. So can an alpha that no number of rounds
     * reaches.
     */
    @Test
    void check_ofAlpha_refusesBeforeARound() {
        KimNelson.Settings large = new KimNelson.Settings(.6, 1, 10, true);
        assertThatThrownBy(() -> KimNelson.check(2, large)).hasMessageContaining("blind choice among 2");
        KimNelson.check(3, large);
        KimNelson.Settings tiny = new KimNelson.Settings(1e-200, 1, 2, true);
        assertThatThrownBy(() -> KimNelson.check(2, tiny)).hasMessageContaining("too small");
        assertThatThrownBy(() -> KimNelson.check(1, large)).hasMessageContaining("needs 2 or more");
    }

    @Test
    void settings_outOfRange_areRefused() {
        assertThatThrownBy(() -> new KimNelson.Settings(0, 1, 10, true)).hasMessageContaining("alpha is 0.0");
        assertThatThrownBy(() -> new KimNelson.Settings(.05, 0, 10, true)).hasMessageContaining("indifference is 0.0");
        assertThatThrownBy(() -> new KimNelson.Settings(.05, 1, 1, true)).hasMessageContaining("1 first rounds");
        KimNelson.Settings settings = new KimNelson.Settings(.5, 1, 10, true);
        assertThatThrownBy(() -> new KimNelson(2, settings)).hasMessageContaining("blind choice");
        KimNelson selection = new KimNelson(3, settings);
        assertThatThrownBy(() -> selection.add(1, 2)).hasMessageContaining("2 outputs for 3 systems");
        assertThatThrownBy(selection::selected).hasMessageContaining("3 systems are left");
    }
}
