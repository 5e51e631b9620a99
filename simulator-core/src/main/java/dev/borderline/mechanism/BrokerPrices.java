package dev.borderline.mechanism;

import dev.borderline.event.Times;
import dev.borderline.state.Doubles;
import dev.borderline.state.StateRegistry;

/**
 * Fees and commissions of brokers by zone. Each morning they cover what brokers remember to have lost, over what they sold. The
 * formulas stand with {@link Brokers}.
 */
final class BrokerPrices {
    private final Terms terms;
    private final double kept; // share of memory left after a day
    private final Doubles lossUsd; // remembered, by zone: expected arrest losses of brokers and their standing cost
    private final Doubles madeGoodUsd;
    private final Doubles sessions;
    private final Doubles dollars;
    private final Doubles lossToday;
    private final Doubles madeGoodToday;
    private final Doubles sessionsToday;
    private final Doubles dollarsToday;
    private final Doubles feeUsd; // as of this morning, by zone
    private final Doubles commission;

    /**
     * Terms of trade.
     *
     * @param baseFeeUsd of a session, without risk
     * @param baseCommission share of the money, without risk
     * @param riskInCommission share of the risk that the commission bears rather than the fee
     * @param memoryDays of losses, sessions and dollars
     * @param ownLegShare share of the commission that the broker in the country keeps
     * @param standingCostUsdPerYear cost of being a broker, whatever he sells
     */
    record Terms(
            double baseFeeUsd,
            double baseCommission,
            double riskInCommission,
            double memoryDays,
            double ownLegShare,
            double standingCostUsdPerYear) {}

    /** Prices before a memory has formed. */
    record Start(double feeUsd, double commission) {}

    BrokerPrices(Terms terms, Start start, StateRegistry state, int zones) {
        this.terms = terms;
        kept = StrictMath.exp(-1 / terms.memoryDays());
        lossUsd = state.doubles("brokers.loss_usd", zones, 0);
        madeGoodUsd = state.doubles("brokers.made_good_usd", zones, 0);
        sessions = state.doubles("brokers.sessions", zones, 0);
        dollars = state.doubles("brokers.dollars", zones, 0);
        lossToday = state.doubles("brokers.loss_today", zones, 0);
        madeGoodToday = state.doubles("brokers.made_good_today", zones, 0);
        sessionsToday = state.doubles("brokers.sessions_today", zones, 0);
        dollarsToday = state.doubles("brokers.dollars_today", zones, 0);
        feeUsd = state.doubles("brokers.fee_usd", zones, start.feeUsd());
        commission = state.doubles("brokers.commission", zones, start.commission());
    }

    /** Fee of a session, in USD, as of this morning. */
    double feeUsd(int zone) {
        return feeUsd.get(zone);
    }

    /** Commission as a share of the money, as of this morning. */
    double commission(int zone) {
        return commission.get(zone);
    }

    /** A session sold, at an expected arrest loss. */
    void sold(int zone, double expectedLossUsd) {
        sessionsToday.add(zone, 1);
        lossToday.add(zone, expectedLossUsd);
    }

    /** Money handed over. */
    void carried(int zone, double usd) {
        dollarsToday.add(zone, usd);
    }

    /** Intercepted money that a broker makes good. */
    void madeGood(int zone, double usd) {
        madeGoodToday.add(zone, usd);
    }

    /** End of a day of a zone with so many brokers: what happened is remembered, and priced from now on. */
    void closeDay(int zone, double brokers) {
        remember(zone, brokers);
        if (sessions.get(zone) > 0) {
            feeUsd.set(
                    zone, terms.baseFeeUsd() + (1 - terms.riskInCommission()) * lossUsd.get(zone) / sessions.get(zone));
        }
        if (dollars.get(zone) > 0) {
            double perDollar =
                    (terms.riskInCommission() * lossUsd.get(zone) + madeGoodUsd.get(zone)) / dollars.get(zone);
            commission.set(zone, Math.min(1, terms.baseCommission() + perDollar));
        }
    }

    private void remember(int zone, double brokers) {
        double standing = brokers * terms.standingCostUsdPerYear() / Times.DAYS_PER_YEAR;
        lossUsd.set(zone, lossUsd.get(zone) * kept + lossToday.get(zone) + standing);
        madeGoodUsd.set(zone, madeGoodUsd.get(zone) * kept + madeGoodToday.get(zone));
        sessions.set(zone, sessions.get(zone) * kept + sessionsToday.get(zone));
        dollars.set(zone, dollars.get(zone) * kept + dollarsToday.get(zone));
        lossToday.set(zone, 0);
        madeGoodToday.set(zone, 0);
        sessionsToday.set(zone, 0);
        dollarsToday.set(zone, 0);
    }

    /** Yearly profit of a zone's brokers, from what is remembered. Fees and own leg of the commission less what they bear. */
    double profitUsdPerYear(int zone) {
        double yearly = Times.DAYS_PER_YEAR / terms.memoryDays();
        double earned =
                feeUsd.get(zone) * sessions.get(zone) + commission.get(zone) * terms.ownLegShare() * dollars.get(zone);
        return yearly * (earned - lossUsd.get(zone));
    }
}
