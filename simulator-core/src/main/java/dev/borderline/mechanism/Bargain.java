package dev.borderline.mechanism;

/**
 * The terms on which an officer and a person in his hands meet. The Nash bargain over what both gain by not going on
 * (Polinsky and Shavell 2001; Basu, Bhattacharya and Mishra 1992).
 *
 * <p>The person gains the stake S less {@code q P_c}; the officer needs at least the floor {@code R + q P_o}. There is no deal
 * if the first is below the second, or wealth is; else {@code b = min(wealth, θ (S − q P_c) + (1 − θ) floor)}. So nobody deals
 * above {@code q* = (S − R) / (P_o + P_c)}.
 *
 * <p>These are the terms under the levers in force, alike for all; the officer's share θ of the gain, 0 to 1, differs from person to
 * person.
 *
 * @param floorUsd the least an officer takes
 * @param expectedPayerPenaltyUsd {@code q P_c}
 */
record Bargain(double floorUsd, double expectedPayerPenaltyUsd) {
    /** Returned where there is no deal. */
    static final double NO_DEAL = -1;

    /** The price of getting out of a stake, USD, or {@link #NO_DEAL}. */
    double priceUsd(double share, double stakeUsd, double wealthUsd) {
        double worth = stakeUsd - expectedPayerPenaltyUsd;
        if (worth < floorUsd || wealthUsd < floorUsd) {
            return NO_DEAL;
        }
        return Math.min(wealthUsd, share * worth + (1 - share) * floorUsd);
    }

    /** The loss of being caught with this stake. The price and the risk of its being found out, or the stake if less or no deal. */
    double lossUsd(double share, double stakeUsd, double wealthUsd) {
        double price = priceUsd(share, stakeUsd, wealthUsd);
        return price == NO_DEAL ? stakeUsd : Math.min(price + expectedPayerPenaltyUsd, stakeUsd);
    }

    /**
     * The floor {@code R + q P_o} of an officer with {@code P_o = penalty + 12 years (pay − outside pay)}, at least the
     * reward. Pay above what he would earn elsewhere binds him (Becker and Stigler 1974).
     */
    static double floorUsd(double rewardUsd, double detection, double penaltyUsd, double bondUsd) {
        return rewardUsd + detection * Math.max(0, penaltyUsd + bondUsd);
    }

    /** Present value of a yearly unit over d years, {@code A(d) = (1 − δ^d)/(−ln δ)}. */
    static double annuity(double discountPerYear, double years) {
        double force = -StrictMath.log(discountPerYear);
        return -StrictMath.expm1(-force * years) / force;
    }
}
