package dev.borderline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.mechanism.Bench;
import dev.borderline.random.Fit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thinned candidates, against the Poisson law they must give. */
class ThinnedArrivalsTest {
    private static final int N = 20_000;
    private static final double FIVE_YEARS = 1826 / 365.25; // 2009 to 2013

    /** Accepts candidates of a fixed rate at a hazard that steps once. */
    private static final class Thinned {
        private final double candidatesPerYear;
        private final long stepAt;
        private final double before;
        private final double after;
        private final int[] counts = new int[N];
        private final double[] times = new double[100 * N];
        private final Set<Long> seen = new HashSet<>();
        private int accepted;
        private int repeated;

        private Thinned(double candidatesPerYear, long stepAt, double before, double after) {
            this.candidatesPerYear = candidatesPerYear;
            this.stepAt = stepAt;
            this.before = before;
            this.after = after;
        }

        private Thinned run() {
            Bench.run(Bench.scenario(Catalog.of(Bench.stub("test.thinned", this::install)), 5, Bench.households(N)), 0);
            return this;
        }

        private void install(Wiring wiring) {
            DrawSite accept = wiring.chance("test.accept");
            DoubleSupplier hazard = () -> wiring.scheduler().now() < stepAt ? before : after;
            ThinnedArrivals[] own = new ThinnedArrivals[1];
            own[0] = new ThinnedArrivals(
                    wiring, "test.candidate", candidatesPerYear, hazard, (household, occurrence, layer) -> {
                        repeated += seen.add((long) household << 32 | occurrence) ? 0 : 1;
                        double share = own[0].acceptance(hazard.getAsDouble(), layer);
                        if (accept.occurs(household, occurrence, share)) {
                            counts[household]++;
                            times[accepted++] = wiring.scheduler().now();
                        }
                        return 0;
                    });
            int step = wiring.scheduler().kind("test.step", Phase.POLICY, (time, subject, occurrence) -> {
                own[0].levelMoved();
                return 0;
            });
            wiring.onStart(() -> wiring.scheduler().post(stepAt, step, 0, 0));
        }
    }

    /**
     * Arrests by thinning: candidates at 6 a year, accepted with .01 for four years and with .03 for one, number .42 in the
     * mean and none with probability .6570468. Five standard errors: false alarm below 1e-6 each.
     */
    @Test
    void thinned_probabilityThatSteps_poisson() {
        Thinned thinned = new Thinned(6, 4 * Times.YEAR, 0.06, 0.18).run();
        double mean = 0.06 * 4 + 0.18 * (FIVE_YEARS - 4);
        double none = StrictMath.exp(-mean);
        long observedNone =
                Arrays.stream(thinned.counts).filter(count -> count == 0).count();

        assertThat(mean).isCloseTo(0.42, within(2e-4));
        assertThat(none).isCloseTo(0.6570468, within(2e-4));
        assertThat(thinned.accepted / (double) N).isCloseTo(mean, within(5 * StrictMath.sqrt(mean / N)));
        assertThat(observedNone / (double) N).isCloseTo(none, within(5 * StrictMath.sqrt(none * (1 - none) / N)));
    }

    /** Numbers within a window have six bits: a rate that would need more is refused, not cut off. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 20.5, Double.NaN})
    void rate_outOfRange_refused(double ratePerYear) {
        assertThatThrownBy(() -> new Thinned(ratePerYear, 0, 0, 0).run()).hasMessageContaining("candidates a year");
    }

    /** A hazard above the candidates' rate is made up of layers: counts are Poisson still. Chi-squared, false alarm 1e-6. */
    @Test
    void thinned_hazardAboveRate_layersAddUpToPoisson() {
        Thinned thinned = new Thinned(0.5, 0, 1.7, 1.7).run();
        PoissonDistribution law = new PoissonDistribution(1.7 * FIVE_YEARS);
        int cells = 20;
        double[] expected = new double[cells];
        long[] observed = new long[cells];
        for (int k = 0; k < cells; k++) {
            expected[k] = N * (k == cells - 1 ? 1 - law.cumulativeProbability(k - 1) : law.probability(k));
        }
        for (int count : thinned.counts) {
            observed[Math.min(count, cells - 1)]++;
        }

        Fit.assertCounts(expected, observed);
    }

    /**
     * A hazard raised above the layers laid so far, at the start of the run, inside a window, at the start of a window: no
     * candidate comes twice, and from then on accepted ones come evenly at the new rate. Five standard errors; Kolmogorov at
     * 1e-6.
     */
    @ParameterizedTest(name = "raised after {0} hours")
    @ValueSource(longs = {0, 4_000, 8_766, 4 * 8_766})
    void thinned_raised_newRateFromThenOn(long hours) {
        long at = hours * Times.HOUR;
        Thinned thinned = new Thinned(0.5, at, 0.2, 1.7).run();
        double[] after = Arrays.stream(thinned.times, 0, thinned.accepted)
                .filter(time -> time >= at)
                .toArray();
        double end = FIVE_YEARS * Times.YEAR;
        double meanBefore = N * 0.2 * at / Times.YEAR;
        double meanAfter = N * 1.7 * (end - at) / Times.YEAR;

        assertThat(thinned.repeated).isZero();
        assertThat((double) after.length).isCloseTo(meanAfter, within(5 * StrictMath.sqrt(meanAfter)));
        assertThat((double) thinned.accepted - after.length)
                .isCloseTo(meanBefore, within(5 * StrictMath.sqrt(meanBefore) + 1e-9));
        Fit.assertFollows(time -> (time - at) / (end - at), after);
    }
}
