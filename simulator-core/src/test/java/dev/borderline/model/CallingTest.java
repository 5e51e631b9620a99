package dev.borderline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallingTest {
    private static final Calling CALLING = new Calling(1.5, 250, 5, 1, 20);

    /**
     * The exact problem behind the callers' linear one: constant hazard λ while on air, cost C if located, so the net value is
     * {@code U0 (1 − e^(−T/τ)) − C (1 − e^(−λT))}. Where 1/τ > λ its one maximum is {@code T* = ln[U0/(τλC)] / (1/τ − λ)}; else
     * and where the clip binds, the ends are compared.
     */
    private record ExactLength(double tau, double hazard, double worth, double cost) {
        double netValue(double minutes) {
            return -worth * StrictMath.expm1(-minutes / tau) + cost * StrictMath.expm1(-hazard * minutes);
        }

        double best(double shortest, double longest) {
            double stationary =
                    1 / tau > hazard ? StrictMath.log(worth / (tau * hazard * cost)) / (1 / tau - hazard) : Double.NaN;
            if (stationary > shortest && stationary < longest) {
                return stationary;
            }
            return netValue(shortest) >= netValue(longest) ? shortest : longest;
        }
    }

    /** The best of a fine grid. */
    private static double gridBest(DoubleUnaryOperator value, double from, double to) {
        double best = from;
        int steps = 190_000;
        for (int i = 0; i <= steps; i++) {
            double at = from + (to - from) * i / steps;
            if (value.applyAsDouble(at) > value.applyAsDouble(best)) {
                best = at;
            }
        }
        return best;
    }

    @ParameterizedTest(name = "V {0}, p·w·Λ·x {1}")
    @CsvSource({"250, 30", "250, 0.01", "250, 600", "40, 12", "3000, 90", "250, 5000", "250, 1e-9"})
    void bestMinutes_matchesNumericOptimum(double value, double lossPerReference) {
        double best = CALLING.bestMinutes(value, lossPerReference);
        double numeric =
                gridBest(minutes -> value * CALLING.worthShare(minutes) - lossPerReference * minutes / 5, 1, 20);

        assertThat(best).isBetween(1.0, 20.0).isCloseTo(numeric, within(2e-4));
    }

    /** The closed form of the worth at the best length, clipped lengths included. */
    @ParameterizedTest(name = "V {0}, p·w·Λ·x {1}")
    @CsvSource({"250, 30", "250, 0.01", "250, 600", "40, 12", "3000, 90", "250, 5000", "250, 0"})
    void worthShareAtBest_matchesWorthShare(double value, double lossPerReference) {
        double best = CALLING.bestMinutes(value, lossPerReference);

        assertThat(CALLING.worthShareAtBest(value, lossPerReference, best))
                .isCloseTo(CALLING.worthShare(best), within(1e-14));
    }

    @Test
    void bestMinutes_withoutRisk_longest() {
        assertThat(CALLING.bestMinutes(250, 0)).isEqualTo(20);
    }

    @Test
    void riskUsd_inReferenceSessionInTown_isTheLoss() {
        assertThat(CALLING.riskUsd(77, 0.3, 1, 5)).isCloseTo(77, within(1e-12));
        assertThat(CALLING.riskUsd(77, 0, 1, 20)).isEqualTo(77); // all of it does not depend on time
        assertThat(CALLING.riskUsd(77, 1, 0.5, 10)).isCloseTo(77, within(1e-12));
    }

    /** The oracle's own number, and its agreement with a grid, corners included. */
    @ParameterizedTest(name = "U0 {0}, τ {1}, λ {2}, C {3}: {4} min")
    @CsvSource({
        "400, 3, 0.02, 2000, 3.842",
        "400, 3, 0.5, 300, 20", // 1/τ < λ: risk runs out before worth does, so it is the longest or the shortest
        "400, 3, 0.5, 900, 1",
        "40000, 3, 0.02, 200, 20",
        "100, 1.5, 0.1, 2000, 1"
    })
    void exactLength_matchesGrid(double worth, double tau, double hazard, double cost, double expected) {
        ExactLength exact = new ExactLength(tau, hazard, worth, cost);

        assertThat(exact.best(1, 20)).isCloseTo(expected, within(5e-4));
        assertThat(gridBest(exact::netValue, 1, 20)).isCloseTo(expected, within(5e-4));
    }

    /**
     * The linear rule is the exact one for small hazards: with λ → 0 at fixed λC the difference vanishes in proportion to
     * λ: T*(exact)/T*(linear) = 1/(1 − λτ).
     */
    @ParameterizedTest(name = "hazard {0}")
    @CsvSource({"0.1", "0.01", "0.001"})
    void linearRule_isTheLimitOfTheExactOne(double hazard) {
        double lossPerMinute = 30;
        double exact = new ExactLength(1.5, hazard, 250, lossPerMinute / hazard).best(1, 20);
        double linear = CALLING.bestMinutes(250, 5 * lossPerMinute);

        assertThat(linear).isStrictlyBetween(1.0, 20.0);
        assertThat(exact).isCloseTo(linear / (1 - hazard * 1.5), within(1e-9));
    }

    /** More to lose never makes a call longer; more to gain never makes it shorter. */
    @Test
    void bestMinutes_monotone() {
        Draws random = Draws.of(1, "test.calling", SubjectKind.WORLD);
        for (int i = 0; i < 10_000; i++) {
            double value = 2000 * random.uniform(i, 0);
            double loss = 500 * random.uniform(i, 1);
            double more = 1 + random.uniform(i, 2);

            double best = CALLING.bestMinutes(value, loss);
            assertThat(CALLING.bestMinutes(value, more * loss)).isLessThanOrEqualTo(best);
            assertThat(CALLING.bestMinutes(more * value, loss)).isGreaterThanOrEqualTo(best);
        }
    }
}
