package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import org.junit.jupiter.api.Test;

/** Properties of every bargain, whatever its terms: nothing here is left to chance but which terms are tried. */
class BargainPropertiesTest {
    private static final int N = 100_000;
    private static final double ROUNDING = 1e-9;

    /** Terms drawn at random, stakes and wealth so that about half of them end in a deal. */
    private record Terms(double share, double q, double officerPenalty, double payerPenalty, double reward) {
        static Terms of(Draws draws, int i) {
            return new Terms(
                    draws.uniform(i, 0),
                    0.4 * draws.uniform(i, 1),
                    10_000 * draws.uniform(i, 2),
                    4_000 * draws.uniform(i, 3),
                    500 * draws.uniform(i, 4));
        }

        Bargain bargain() {
            return new Bargain(Bargain.floorUsd(reward, q, officerPenalty, 0), q * payerPenalty);
        }

        double priceUsd(double stake, double wealth) {
            return bargain().priceUsd(share, stake, wealth);
        }

        /** {@code q* = (S − R)/(P_o + P_c)}. */
        double critical(double stake) {
            return (stake - reward) / (officerPenalty + payerPenalty);
        }
    }

    /** A case: its terms, stake and wealth. */
    @FunctionalInterface
    private interface Check {
        void on(Terms terms, double stake, double wealth);
    }

    private static void forAll(Check check) {
        Draws draws = Draws.of(4, "test.terms", SubjectKind.WORLD);
        for (int i = 0; i < N; i++) {
            check.on(Terms.of(draws, i), 6_000 * draws.uniform(i, 5), 3_000 * draws.exponential(i, 6));
        }
    }

    /** There is a deal exactly where q ≤ q* and wealth reaches the floor; it lies between the floor and what it is worth. */
    @Test
    void deal_upToTheCriticalDetection_betweenTheFloorAndTheGain() {
        int[] deals = new int[1];
        forAll((terms, stake, wealth) -> {
            Bargain bargain = terms.bargain();
            double price = terms.priceUsd(stake, wealth);
            boolean pays = terms.q <= terms.critical(stake) && wealth >= bargain.floorUsd();

            assertThat(price != Bargain.NO_DEAL).isEqualTo(pays);
            if (pays) {
                deals[0]++;
                assertThat(price)
                        .isGreaterThanOrEqualTo(bargain.floorUsd() - ROUNDING)
                        .isLessThanOrEqualTo(stake - terms.q * terms.payerPenalty + ROUNDING)
                        .isLessThanOrEqualTo(wealth);
            }
        });

        assertThat(deals[0]).isBetween(N / 5, 4 * N / 5);
    }

    /** Settlement weakens deterrence: {@code p min(b + q P_c, S) ≤ p S}, strictly where the officer does not get all of the gain. */
    @Test
    void loss_isLessThanTheStakeWhereThereIsADeal_elseTheStake() {
        forAll((terms, stake, wealth) -> {
            Bargain bargain = terms.bargain();
            double loss = bargain.lossUsd(terms.share, stake, wealth);

            if (terms.priceUsd(stake, wealth) == Bargain.NO_DEAL) {
                assertThat(loss).isEqualTo(stake);
            } else {
                assertThat(loss).isLessThan(stake);
            }
        });
    }

    /** A bribe rises with the stake, the officer's share, wealth and, while there is a deal, with the chance that it is found out. */
    @Test
    void price_risesWithStakeShareAndWealth() {
        forAll((terms, stake, wealth) -> {
            double price = terms.priceUsd(stake, wealth);
            if (price != Bargain.NO_DEAL) {
                Terms greedier = new Terms(
                        (1 + terms.share) / 2, terms.q, terms.officerPenalty, terms.payerPenalty, terms.reward);

                assertThat(terms.priceUsd(1.1 * stake, wealth)).isGreaterThanOrEqualTo(price);
                assertThat(terms.priceUsd(stake, 1.1 * wealth)).isGreaterThanOrEqualTo(price);
                assertThat(greedier.priceUsd(stake, wealth)).isGreaterThanOrEqualTo(price);
            }
        });
    }

    /** Nagin: with δ = .75 a camp of 20 years is worth 5.6 % more than one of 10, so twice the chance deters twice as much and it not. */
    @Test
    void termTwiceAsLong_isWorthLittleMore() {
        double ten = Bargain.annuity(0.75, 10);
        double twenty = Bargain.annuity(0.75, 20);

        assertThat(twenty / ten).isCloseTo(1 + StrictMath.pow(0.75, 10), within(1e-12));
        assertThat(twenty / ten).isCloseTo(1.0563, within(5e-5));
        assertThat(Bargain.annuity(0.999, 20) / Bargain.annuity(0.999, 10)).isGreaterThan(1.98);
    }
}
