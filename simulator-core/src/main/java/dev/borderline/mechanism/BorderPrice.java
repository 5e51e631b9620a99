package dev.borderline.mechanism;

import dev.borderline.policy.Lever;

/**
 * Price of a crossing and what it does to attempts. Under fortification F the price is {@code base (1 + rise F)}, unless a policy
 * sets it; attempts go with {@code (1 - closed F) (price / reference)^elasticity}.
 */
final class BorderPrice {
    private final Terms terms;
    private final Lever fortification;
    private final Lever priceSet;

    /**
     * Terms of the border.
     *
     * @param referenceUsd price at which attempts are those of the scenario
     * @param elasticity of attempts to the price
     * @param baseUsd price without fortification
     * @param rise over the base at full fortification
     * @param closed share of attempts that full fortification makes impossible
     */
    record Terms(double referenceUsd, double elasticity, double baseUsd, double rise, double closed) {}

    /** The price under two levers: the fortification, and the price that a policy sets, 0 for none. */
    BorderPrice(Terms terms, Lever fortification, Lever priceSet) {
        this.terms = terms;
        this.fortification = fortification;
        this.priceSet = priceSet;
    }

    /** Price in force, in USD. */
    double usd() {
        double set = priceSet.value();
        return set > 0 ? set : terms.baseUsd() * (1 + terms.rise() * fortification.value());
    }

    /** Price in force, in whole cents. */
    long cents() {
        return (long) (usd() * 100 + 0.5);
    }

    /** Attempts under the price and the fortification in force over those at the reference price and an open border. */
    double attemptsFactor() {
        double open = 1 - terms.closed() * fortification.value();
        return open * StrictMath.pow(usd() / terms.referenceUsd(), terms.elasticity());
    }
}
