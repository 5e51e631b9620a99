package dev.borderline.mechanism;

import dev.borderline.model.HouseholdDraws;

/**
 * Needs for money among a household's needs. Money lasts: of the K needs after one for money none is for money again, and any
 * other is with the probability {@code p = s/(1 − K s)}, so that the share of all is s whatever K: a renewal process in the
 * number of needs, with gaps of K and a geometric number more. K = 0 makes them independent.
 *
 * <p>It is a pure function of the household's draws, no policy moves it, and it is stationary: at the start money lasts over each of
 * 1 to K needs with probability s. A need is looked up by going back to K needs in a row whose draws ask for no money, from where
 * all is known, or to the first.
 *
 * <p>Draws: {@code needs.money} by household and need; sub-draw 1 of need 0 the needs over which money lasts at the start.
 */
final class MoneyNeeds {
    private static final int AT_THE_START = 1; // sub-draw

    private final HouseholdDraws draws;
    private final double share;
    private final double probability; // of a need over which no money lasts
    private final int lasts;

    MoneyNeeds(HouseholdDraws draws, double share, int lasts) {
        this.draws = draws;
        this.share = share;
        this.lasts = lasts;
        double others = 1 - lasts * share;
        probability = share == 0 ? 0 : Math.min(1, share / others);
    }

    /** True when this need is for money. */
    boolean isOne(int household, int need) {
        if (!asks(household, need)) {
            return false;
        }
        if (lasts == 0) {
            return true;
        }
        int from = need;
        int quiet = 0; // needs in a row from there on that ask for no money
        while (quiet < lasts && from > 0) {
            from--;
            quiet = asks(household, from) ? 0 : quiet + 1;
        }
        int free = quiet == lasts ? from + lasts : lastsAtTheStart(household);
        while (free < need) {
            free += asks(household, free) ? 1 + lasts : 1;
        }
        return free == need;
    }

    /** First needs that cannot be for money, because money from before the start lasts. */
    private int lastsAtTheStart(int household) {
        double u = draws.uniform(household, 0, AT_THE_START);
        return u < lasts * share ? 1 + (int) (u / share) : 0;
    }

    /** True when a need would be for money if none lasted. */
    private boolean asks(int household, int need) {
        return draws.bernoulli(household, need, probability);
    }
}
