package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import dev.borderline.stat.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BargainTest {
    private static final int N = 200_000;

    /** The Nash bargain in closed form: the officer gets his floor and the share θ of what is left. */
    @ParameterizedTest(name = "stake {0}, wealth {1}, share {2}: price {3}")
    @CsvSource({
        "2000, 10000, 0.5, 1225", // (2000 − 100 + 550) / 2
        "2000, 10000, 0.0, 550",
        "2000, 10000, 1.0, 1900",
        "2000, 1000, 0.5, 1000",
        "2000, 549, 0.5, -1",
        "2000, 550, 0.5, 550", // all he owns is just enough
        "649, 10000, 0.5, -1",
        "650, 10000, 0.5, 550"
    })
    void price_closedForm(double stake, double wealth, double share, double price) {
        Bargain bargain = new Bargain(550, 100);

        assertThat(bargain.priceUsd(share, stake, wealth)).isCloseTo(price, within(1e-9));
    }

    /** No bribes above {@code q* = (S − R)/(P_o + P_c)}. */
    @Test
    void deal_atAndAboveCriticalDetection_stops() {
        double stake = 2000;
        double critical = (stake - 50) / (10_000 + 2_000);

        assertThat(terms(critical - 1e-9).priceUsd(0.5, stake, 1e9)).isPositive();
        assertThat(terms(critical + 1e-9).priceUsd(0.5, stake, 1e9)).isEqualTo(Bargain.NO_DEAL);
    }

    private static Bargain terms(double q) {
        return new Bargain(Bargain.floorUsd(50, q, 10_000, 0), q * 2_000);
    }

    /**
     * Gain ~ Exp(mean 1000), floor 300, θ = .4: P(deal) = e^−.3 and mean price 300 + .4 · 1000; with wealth 800 the mean is
     * 300 + 400 (1 − e^−1.25). Five standard errors: false alarm below 1e-6 each.
     */
    @Test
    void price_exponentialStakes_meanAndProbability() {
        Draws stakes = Draws.of(7, "test.stakes", SubjectKind.WORLD);
        Bargain bargain = new Bargain(300, 0);
        Tally deals = new Tally();
        Tally prices = new Tally();
        Tally capped = new Tally();
        for (int i = 0; i < N; i++) {
            double stake = 1000 * stakes.exponential(i, 0);
            double price = bargain.priceUsd(0.4, stake, 1e9);
            deals.add(price == Bargain.NO_DEAL ? 0 : 1);
            if (price != Bargain.NO_DEAL) {
                prices.add(price);
                capped.add(bargain.priceUsd(0.4, stake, 800));
            }
        }

        assertThat(deals.mean()).isCloseTo(0.740818, within(5 * deals.standardError()));
        assertThat(prices.mean()).isCloseTo(700, within(5 * prices.standardError()));
        assertThat(capped.mean()).isCloseTo(585.3981, within(5 * capped.standardError()));
    }

    /** Settlement weakens deterrence: p · min(b + q P_c, S) ≤ p · S, and strictly where a deal is struck (Becker 1968). */
    @Test
    void loss_withDeal_belowStake() {
        assertThat(terms(0.05).lossUsd(0.5, 2000, 1e9)).isLessThan(2000).isEqualTo(1225 + 100, within(1e-9));
        assertThat(terms(0.05).lossUsd(0.5, 2000, 100)).isEqualTo(2000);
    }

    /**
     * Becker and Stigler: an officer stays honest, that is below no stake is there a deal, once q (penalty + bond) exceeds the
     * stake less the reward.
     */
    @ParameterizedTest(name = "pay premium {0}")
    @CsvSource({"0, true", "300, true", "600, false"})
    void floor_risesWithPay_untilHonest(double premiumPerMonth, boolean deals) {
        double bond = 12 * 5 * premiumPerMonth;
        double floor = Bargain.floorUsd(50, 0.05, 10_000, bond);

        assertThat(floor).isEqualTo(50 + 0.05 * (10_000 + bond));
        assertThat(new Bargain(floor, 0).priceUsd(0.5, 2000, 1e9) > 0).isEqualTo(deals);
    }

    /** A(d) against its integral, and its limits. */
    @Test
    void annuity_matchesIntegral() {
        assertThat(Bargain.annuity(0.75, 0.5)).isCloseTo(integral(0.5), within(1e-6));
        assertThat(Bargain.annuity(0.75, 10)).isCloseTo(integral(10), within(1e-6));
        assertThat(Bargain.annuity(0.75, 0)).isZero();
    }

    private static double integral(double years) {
        int steps = 100_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += StrictMath.pow(0.75, (i + 0.5) * years / steps);
        }
        return sum * years / steps;
    }

    /** Certainty beats severity: with δ = .75 doubling the chance deters more than doubling the term (Nagin 2013). */
    @Test
    void certainty_beatsSeverity() {
        double p = 0.01;

        assertThat(2 * p * Bargain.annuity(0.75, 10)).isGreaterThan(p * Bargain.annuity(0.75, 20));
    }
}
