package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.StoppingRule.Goal;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoppingRuleTest {
    private static final StoppingRule TENTH = StoppingRule.relative(0.1, "calls");

    /** Ten values with mean 10 and standard deviation s: half-width 2.262157 s / sqrt(10) against 10 / 11. */
    private static Tally spread(double sd) {
        double step = sd * Math.sqrt(0.9); // five at -step, five at +step: sum of squares 10 step²
        double[] values = IntStream.range(0, 10)
                .mapToDouble(i -> 10 + (i % 2 == 0 ? step : -step))
                .toArray();
        return Tally.of(values);
    }

    @Test
    void relativeGoal_isMetUpToLawsHalfWidth() {
        double limit = 10.0 / 11 * Math.sqrt(10) / 2.262157;
        assertThat(StoppingRule.isMet(TENTH.goals().get(0), spread(limit - 1e-6)))
                .isTrue();
        assertThat(StoppingRule.isMet(TENTH.goals().get(0), spread(limit + 1e-6)))
                .isFalse();
    }

    @Test
    void zeroMean_isKnownWithoutSpreadOrByAnAbsoluteGoal() {
        Tally zeros = Tally.of(new double[10]);
        Tally around = Tally.of(-1, 1, -1, 1, -1, 1, -1, 1, -1, 1);
        assertThat(StoppingRule.isMet(Goal.relative("x", 0.1), zeros)).isTrue();
        assertThat(StoppingRule.isMet(Goal.relative("x", 0.9), around)).isFalse();
        assertThat(StoppingRule.isMet(Goal.absolute("x", 0.76), around))
                .isTrue(); // 2.262157 · 1.054093 / sqrt(10) = 0.754
        assertThat(StoppingRule.isMet(Goal.absolute("x", 0.75), around)).isFalse();
        assertThat(StoppingRule.isMet(new Goal("x", 0.1, 0.76), around))
                .as("either will do")
                .isTrue();
    }

    @Test
    void undefinedMeasure_asksForNothingAndOneValueIsNotKnown() {
        assertThat(StoppingRule.isMet(Goal.relative("x", 0.1), new Tally())).isTrue();
        assertThat(StoppingRule.isMet(Goal.relative("x", 0.1), Tally.of(5))).isFalse();
    }

    @Test
    void nextLook_isAfterWhatTheSpreadAsksForWithinTenMoreAndTwice() {
        double limit = 10.0 / 11 * Math.sqrt(10) / 2.262157;
        assertThat(TENTH.nextLook(10, List.of(spread(1.1 * limit)))).isEqualTo(20);
        assertThat(TENTH.nextLook(30, List.of(spread(Math.sqrt(1.5) * limit)))).isEqualTo(45);
        assertThat(TENTH.nextLook(30, List.of(spread(9 * limit)))).isEqualTo(60);
        assertThat(TENTH.atMost(50).nextLook(30, List.of(spread(9 * limit)))).isEqualTo(50);
    }

    /** The rounding of Student's factor hides its last bits on every number of replications: none is near a half. */
    @Test
    void studentFactor_isNeverNearARoundingBoundary() {
        for (int n = 2; n <= 20_000; n++) {
            double scaled = 1e6 * Intervals.studentFactor(n, MeasureSummary.CONF_LEVEL);
            assertThat(Math.abs(scaled - Math.floor(scaled) - 0.5))
                    .as("n = " + n)
                    .isGreaterThan(1e-8);
        }
    }

    private static int replications(StoppingRule rule, List<Integer> order, IntToDoubleFunction law) {
        CellStopping cell = new CellStopping(rule);
        for (int replication : order) {
            cell.add(replication, law.applyAsDouble(replication));
        }
        return cell.wanted();
    }

    @Test
    void replications_inAnyOrder_areTheSame() {
        Draws draws = Draws.of(7, "test.stopping", SubjectKind.WORLD);
        IntToDoubleFunction law = i -> 10 + 3 * draws.normal(0, i);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
        int inOrder = replications(TENTH, order, law);
        assertThat(inOrder).isBetween(20, 199);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(order, new java.util.Random(seed));
            assertThat(replications(TENTH, order, law)).isEqualTo(inOrder);
        }
    }

    @Test
    void cap_isNeverPassedAndToldAsUnmet() {
        CellStopping cell = new CellStopping(TENTH.atMost(25));
        for (int replication = 0; replication < 40; replication++) {
            cell.add(replication, replication % 2 == 0 ? 1 : -1);
        }
        assertThat(cell.wanted()).isEqualTo(25);
        assertThat(cell.counted()).isEqualTo(25);
        assertThat(cell.unmet()).isEqualTo(TENTH.goals());
    }

    private record Coverage(double interval, double error, double replications) {}

    private static Coverage coverage(IntToDoubleFunction[] laws, double mean, StoppingRule rule) {
        int covered = 0;
        int near = 0;
        long made = 0;
        for (IntToDoubleFunction law : laws) {
            CellStopping cell = new CellStopping(rule);
            Tally tally = new Tally();
            for (int i = 0; i < cell.wanted(); i++) {
                double value = law.applyAsDouble(i);
                tally.add(value);
                cell.add(i, value);
            }
            Interval interval = Intervals.studentT(tally, 0.95);
            covered += interval.low() <= mean && mean <= interval.high() ? 1 : 0;
            near += Math.abs(tally.mean() - mean) <= rule.goals().get(0).relative() * mean ? 1 : 0;
            made += tally.n();
        }
        return new Coverage((double) covered / laws.length, (double) near / laws.length, (double) made / laws.length);
    }

    private static IntToDoubleFunction[] laws(String purpose, java.util.function.DoubleUnaryOperator quantile) {
        Draws draws = Draws.of(42, purpose, SubjectKind.WORLD);
        return IntStream.range(0, 4000)
                .mapToObj(run -> (IntToDoubleFunction) i -> quantile.applyAsDouble(draws.uniform(run, i)))
                .toArray(IntToDoubleFunction[]::new);
    }

    /**
     * Looking at the data to decide when to stop costs coverage: measured here on 4,000 sequences of normal and of exponential
     * numbers. The standard error of a measured coverage is 0.0035, so a bound 0.02 away is 5 of them: false alarm below 1e-6.
     */
    @Test
    void intervals_afterTheRule_coverAlmostAsPromised() {
        Coverage normal =
                coverage(laws("test.normal", u -> 10 + 3 * dev.borderline.random.Inversion.normal(u)), 10, TENTH);
        Coverage skewed = coverage(
                laws("test.exponential", u -> -Math.log(u)),
                1,
                StoppingRule.relative(0.2, "x").atMost(1000));
        assertThat(normal.interval()).isCloseTo(0.944, within(0.02));
        assertThat(skewed.interval()).isCloseTo(0.938, within(0.02));
        assertThat(normal.error()).as("share of means within 10 %").isGreaterThan(0.95);
        assertThat(skewed.error()).as("share of means within 20 %").isGreaterThan(0.95);
        assertThat(normal.replications()).isBetween(43.0, 55.0); // (1.96 · 3 / 0.909)² = 42 at the least
    }

    @Test
    void nonsense_isRefused() {
        assertThatThrownBy(() -> StoppingRule.relative(0.05)).hasMessageContaining("needs a measure");
        assertThatThrownBy(() -> StoppingRule.relative(1, "x")).hasMessageContaining("above 0 and below 1");
        assertThatThrownBy(() -> Goal.absolute("x", 0)).hasMessageContaining("half-width above 0");
        assertThatThrownBy(() -> TENTH.atMost(9)).hasMessageContaining("max_replications is 9");
    }
}
