package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Catalog;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.random.Fit;
import dev.borderline.yaml.InvalidInput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Needs for money, household by household, against the renewal process of the class. */
class MoneyNeedsTest {
    private static final int HOUSEHOLDS = 4_000;
    private static final int NEEDS = 40;

    private static boolean[][] forMoney(double share, int lasts) {
        boolean[][] money = new boolean[HOUSEHOLDS][NEEDS];
        Bench.run(
                Bench.scenario(
                        Catalog.of(
                                Needs.MECHANISM,
                                Bench.lineThatIsNeverUsed(),
                                Bench.stub(
                                        "test.look",
                                        wiring -> wiring.onStart(() -> {
                                            NeedView needs =
                                                    wiring.port(NeedView.class).get();
                                            for (int i = 0; i < HOUSEHOLDS * NEEDS; i++) {
                                                money[i / NEEDS][i % NEEDS] = needs.forMoney(i / NEEDS, i % NEEDS);
                                            }
                                        }))),
                        1,
                        Bench.all(
                                Bench.households(HOUSEHOLDS),
                                Map.of("needs.money_probability", share, "needs.money_lasts_needs", (double) lasts))),
                0);
        return money;
    }

    /**
     * From the first need on the share is that of all, the next one after a need for money follows K needs later at the earliest and
     * a geometric number with p = s/(1 − K s) later still. Five standard errors; chi-squared at 1e-6.
     */
    @ParameterizedTest(name = "share {0}, lasts {1}")
    @CsvSource({"0.2, 0", "0.2, 1", "0.2311, 2", "0.2, 3", "0.25, 3"})
    void needsForMoney_areARenewalProcess(double share, int lasts) {
        boolean[][] money = forMoney(share, lasts);
        double p = share / (1 - lasts * share);
        long[] gaps = new long[6]; // beyond K, the last cell for more
        int[] count = new int[2]; // at the first need, at the last
        for (boolean[] ofOne : money) {
            count[0] += ofOne[0] ? 1 : 0;
            count[1] += ofOne[NEEDS - 1] ? 1 : 0;
            int last = -1;
            for (int need = 0; need < NEEDS; need++) {
                if (ofOne[need]) {
                    if (last >= 0 && last < 10) {
                        assertThat(need - last).isGreaterThan(lasts);
                        gaps[Math.min(5, need - last - lasts - 1)]++;
                    }
                    last = need;
                }
            }
        }
        double error = 5 * StrictMath.sqrt(share * (1 - share) / HOUSEHOLDS);

        assertThat(count[0] / (double) HOUSEHOLDS).isCloseTo(share, within(error));
        assertThat(count[1] / (double) HOUSEHOLDS).isCloseTo(share, within(error));
        if (p < 1) {
            Fit.assertCounts(geometric(p, gaps), gaps);
        } else {
            assertThat(gaps[0]).isPositive();
            assertThat(gaps[1]).isZero();
        }
    }

    private static double[] geometric(double p, long[] gaps) {
        double all = 0;
        for (long gap : gaps) {
            all += gap;
        }
        double[] expected = new double[gaps.length];
        for (int i = 0; i + 1 < gaps.length; i++) {
            expected[i] = all * p * StrictMath.pow(1 - p, i);
        }
        expected[gaps.length - 1] = all * StrictMath.pow(1 - p, gaps.length - 1);
        return expected;
    }

    @Test
    void moreMoneyThanLasts_isRefused() {
        assertThatThrownBy(() -> forMoney(0.3, 3))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(
                        "money_probability is 0.3 and money_lasts_needs 3: at most one need in 4 can be for"
                                + " money");
    }
}
