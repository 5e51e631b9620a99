package dev.borderline.mechanism;

import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Calling;
import dev.borderline.model.Calls;
import dev.borderline.model.DecisionNumbers;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.NeedLedger;
import dev.borderline.model.Places;
import dev.borderline.model.Port;
import dev.borderline.model.Ports;
import dev.borderline.model.Ports.Belief;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.LossIfCaught;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Ports.Patience;
import dev.borderline.model.ReferenceRisk;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Tries;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Lever;
import dev.borderline.state.DoubleCell;
import dev.borderline.state.FlagCell;
import dev.borderline.state.IntCell;
import dev.borderline.state.StateRegistry;

/**
 * Choice: what a household does about a need. It tries the channels without risk first; then it weighs its own handset, in
 * town or at a remote place, and a broker's, and takes the best.
 *
 * <p>With J = min(1, jamming × place) the net value of a plan is {@code (1 − J^n)(worth(V, T) − risk − price) − travel (1 + J +
 * … + J^(n−1)) − placeCost}: at most n tries a day apart, each paid for by travel. The caller's own plan takes the length of {@link
 * Calling#bestMinutes}; through a broker the length is the broker's, the client pays the fee and half of the travel and is
 * taken with him with the probability k, so his risk is {@code p k Λ}. If no plan is above 0 the need is deterred when one would
 * have been at a believed risk of zero, else priced out.
 *
 * <p>No draws.
 */
final class Choice {
    /** Nothing of its own: what a call is worth stands in {@link dev.borderline.model.Calling}. */
    public record Params() {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("choice", Params.class, Choice::new);

    private static final double LEAST = 0; // a plan must be worth more than doing nothing

    private final Wiring wiring;
    private final Households households;
    private final Calls calls;
    private final Calling calling;
    private final Places places;
    private final ReferenceRisk risk;
    private final NeedLedger ledger;
    private final Lever jamming;
    private final Port<NeedView> needs;
    private final Port<Belief> belief;
    private final Port<LossIfCaught> loss;
    private final Port<BrokerMarket> brokers;
    private final Port<Patience> patience;
    private final Signal planned;
    private final DecisionNumbers figures;
    private final Count weighed;
    private final Count believedRisk;
    private final Count trueRisk;
    private final double longestWorthShare;
    private final Ports.OpenChannel openChannels;

    // The best plan so far for the need in hand.
    private final DoubleCell bestValue;
    private final DoubleCell bestMinutes;
    private final FlagCell bestRemote;
    private final FlagCell bestBrokered;
    private final DoubleCell bestWithoutFear;
    private final IntCell chooser;
    private final FlagCell forMoney; // known once a plan is worth something without fear

    private Choice(Params unused, Wiring wiring) {
        this.wiring = wiring;
        households = wiring.households();
        calls = wiring.calls();
        calling = wiring.calling();
        longestWorthShare = calling.worthShare(calling.longestMinutes());
        places = wiring.places();
        risk = wiring.risk();
        ledger = wiring.needs();
        jamming = wiring.lever("jamming.failure_probability");
        needs = wiring.port(NeedView.class);
        belief = wiring.port(Belief.class);
        loss = wiring.port(LossIfCaught.class, new LossIfCaught() {});
        brokers = wiring.port(BrokerMarket.class, new BrokerMarket() {});
        patience = wiring.port(Patience.class);
        planned = wiring.signal(Signals.CALL_PLANNED);
        figures = wiring.figures();
        weighed = wiring.neutral(MeasureGroup.CONTACTS)
                .count("needs_weighed", "needs", "Needs weighed, no channel without risk having met them");
        believedRisk = wiring.neutral(MeasureGroup.KNOWLEDGE)
                .expected(
                        "believed_risk_sum",
                        "arrests",
                        "Believed probabilities of arrest in a reference session, once a need weighed");
        trueRisk = wiring.harm(MeasureGroup.KNOWLEDGE)
                .expected(
                        "true_risk_sum",
                        "arrests",
                        "True probabilities of arrest in a reference session, once a need weighed");
        wiring.neutral(MeasureGroup.KNOWLEDGE)
                .ratio(
                        "believed_risk",
                        "1",
                        "Mean believed risk of a reference session when a need is weighed",
                        believedRisk,
                        weighed);
        wiring.harm(MeasureGroup.KNOWLEDGE)
                .ratio(
                        "true_risk",
                        "1",
                        "Mean true risk of a reference session when a need is weighed",
                        trueRisk,
                        weighed);
        wiring.signal(Signals.NEED_ARISEN).listen(this::onNeed);
        openChannels = wiring.openChannels();
        StateRegistry state = wiring.state();
        bestValue = state.doubleCell("choice.best_value", 0);
        bestMinutes = state.doubleCell("choice.best_minutes", 0);
        bestRemote = state.flag("choice.best_remote", false);
        bestBrokered = state.flag("choice.best_brokered", false);
        bestWithoutFear = state.doubleCell("choice.best_without_fear", 0);
        chooser = state.intCell("choice.chooser", 0);
        forMoney = state.flag("choice.for_money", false);
    }

    private void onNeed(int household, int need) {
        if (openChannels.meets(household, need)) {
            return;
        }
        weigh(household, need);
        if (bestValue.get() > LEAST) {
            plan(household, need);
        } else if (bestWithoutFear.get() > LEAST) {
            ledger.deterred(household);
        } else {
            ledger.pricedOut(household);
        }
    }

    private void weigh(int household, int need) {
        bestValue.set(LEAST);
        chooser.set(household);
        double believed = belief.get().arrestProbability(household);
        weighed.add(household);
        believedRisk.addExpected(household, believed);
        trueRisk.addExpected(household, risk.arrestProbability());
        if (!takesBrokerForSure(household, need, believed)) {
            weigh(household, need, believed);
        }
    }

    /**
     * True if bounds already tell that somebody without a handset goes to a broker. Bounds of what the need is worth and of what is
     * to be feared tell so for most: a broker's call is then worth more than nothing, which is all that matters where there is no
     * other plan. It spares half of the draws and exponentials of a choice.
     */
    private boolean takesBrokerForSure(int household, int need, double believed) {
        int zone = households.zone(household);
        if (households.ownsHandset(household) || !brokers.get().available(zone) || figures.heard()) {
            return false;
        }
        forMoney.set(needs.get().forMoney(household, need));
        int aggravation = wiring.arrests().callAggravation(household, forMoney.get());
        BrokerMarket market = brokers.get();
        double riskAtMostUsd =
                believed * loss.get().lossAtMostUsd(household, aggravation) * market.clientTakenProbability();
        double atLeastUsd = brokerUsd(needs.get().valueAtLeastUsd(household, need), riskAtMostUsd, zone);
        consider(atLeastUsd, market.minutes(zone), market.remote(zone), true);
        return bestValue.get() > LEAST;
    }

    /** Bound without fear, at no logarithm: only plans that may win by it are weighed. */
    private void weigh(int household, int need, double believed) {
        double value = needs.get().valueUsd(household, need);
        int zone = households.zone(household);
        boolean owns = households.ownsHandset(household);
        double town = owns ? ownWithoutFear(value, zone, false) : LEAST;
        double remote = owns ? ownWithoutFear(value, zone, true) : LEAST;
        double broker = brokers.get().available(zone) ? brokerUsd(value, 0, zone) : LEAST;
        bestWithoutFear.set(Math.max(Math.max(town, remote), Math.max(broker, LEAST)));
        if (bestWithoutFear.get() <= LEAST) {
            return;
        }
        forMoney.set(needs.get().forMoney(household, need));
        int aggravation = wiring.arrests().callAggravation(household, forMoney.get());
        double lossUsd = loss.get().lossUsd(household, aggravation);
        double expectedLoss = believed * lossUsd;
        if (figures.heard()) {
            figures.tell(household, "choice.believed_risk", believed);
            figures.tell(household, "choice.loss_if_caught_usd", lossUsd);
            figures.tell(household, "choice.best_without_fear_usd", bestWithoutFear.get());
        }
        if (town > bestValue.get()) {
            weighOwn(value, expectedLoss, zone, false);
        }
        if (remote > bestValue.get()) {
            weighOwn(value, expectedLoss, zone, true);
        }
        if (broker > bestValue.get()) {
            BrokerMarket market = brokers.get();
            double riskUsd = expectedLoss * market.clientTakenProbability();
            consider(brokerUsd(value, riskUsd, zone), market.minutes(zone), market.remote(zone), true);
        }
    }

    private double ownWithoutFear(double value, int zone, boolean remote) {
        double jammed = jammed(remote);
        return connected(jammed) * value * longestWorthShare - ownCostUsd(zone, remote, jammed);
    }

    private void weighOwn(double value, double expectedLoss, int zone, boolean remote) {
        double jammed = jammed(remote);
        double share = risk.detectionShare();
        double exposure = places.exposureFactor(remote);
        double lossPerReference = expectedLoss * share * exposure;
        double minutes = calling.bestMinutes(value, lossPerReference);
        double gain = value * calling.worthShareAtBest(value, lossPerReference, minutes)
                - calling.riskUsd(expectedLoss, share, exposure, minutes);
        consider(connected(jammed) * gain - ownCostUsd(zone, remote, jammed), minutes, remote, false);
    }

    private double ownCostUsd(int zone, boolean remote, double jammed) {
        return wiring.zone(zone).travelCostUsd() * triesMade(jammed) + places.costUsd(remote);
    }

    /** Net value of a call through a broker of this zone. */
    private double brokerUsd(double value, double riskUsd, int zone) {
        BrokerMarket market = brokers.get();
        double jammed = jammed(market.remote(zone));
        double worth = value * market.worthShare(zone) - market.feeUsd(zone);
        return connected(jammed) * (worth - riskUsd) - wiring.zone(zone).travelCostUsd() / 2 * triesMade(jammed);
    }

    /** Probability that a try fails. */
    private double jammed(boolean remote) {
        return Math.min(1, jamming.value() * places.jammingFactor(remote));
    }

    /** Probability that one of the tries connects. */
    private double connected(double jammed) {
        return Tries.connected(jammed, patience.get().tries());
    }

    /** Expected number of tries. */
    private double triesMade(double jammed) {
        return Tries.made(jammed, patience.get().tries());
    }

    private void consider(double netValue, double minutes, boolean remote, boolean brokered) {
        if (figures.heard()) {
            String plan =
                    brokered ? "choice.broker_call_usd" : remote ? "choice.remote_call_usd" : "choice.town_call_usd";
            figures.tell(chooser.get(), plan, netValue);
        }
        if (netValue > bestValue.get()) {
            bestValue.set(netValue);
            bestMinutes.set(minutes);
            bestRemote.set(remote);
            bestBrokered.set(brokered);
        }
    }

    private void plan(int household, int need) {
        int zone = wiring.sessionZone(households.zone(household));
        int call = calls.plan(household, need, zone, bestRemote.get(), bestBrokered.get(), bestMinutes.get());
        if (forMoney.get()) {
            calls.markForMoney(call);
        }
        planned.emit(household, call);
    }
}
