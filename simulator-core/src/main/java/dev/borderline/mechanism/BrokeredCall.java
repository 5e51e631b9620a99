package dev.borderline.mechanism;

import dev.borderline.model.Calling;
import dev.borderline.model.Places;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.Belief;
import dev.borderline.model.Ports.LossIfCaught;
import dev.borderline.model.Ports.Patience;
import dev.borderline.model.ReferenceRisk;
import dev.borderline.model.Tries;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Lever;
import dev.borderline.state.DoubleCell;
import dev.borderline.state.FlagCell;
import dev.borderline.state.StateRegistry;

/**
 * Place and length of a call at a broker's. Best for the mean value of a contact, at his own risk and loss. Worked out anew when
 * asked for after a lever has moved.
 */
final class BrokeredCall {
    private final double stakeMultiple;
    private final Calling calling;
    private final Places places;
    private final ReferenceRisk risk;
    private final Lever jamming;
    private final Port<Belief> belief;
    private final Port<LossIfCaught> loss;
    private final Port<Patience> patience;
    private final FlagCell stale;
    private final FlagCell remote;
    private final DoubleCell minutes;
    private final DoubleCell worthShare;
    private final DoubleCell expectedLossUsd;

    /** The call of brokers whose stake is {@code stakeMultiple} times that of a household. */
    BrokeredCall(Wiring wiring, double stakeMultiple) {
        this.stakeMultiple = stakeMultiple;
        calling = wiring.calling();
        places = wiring.places();
        risk = wiring.risk();
        jamming = wiring.lever("jamming.failure_probability");
        belief = wiring.port(Belief.class);
        loss = wiring.port(LossIfCaught.class);
        patience = wiring.port(Patience.class);
        StateRegistry state = wiring.state();
        stale = state.flag("brokers.stale", true);
        remote = state.flag("brokers.remote", false);
        minutes = state.doubleCell("brokers.minutes", 0);
        worthShare = state.doubleCell("brokers.worth_share", 0);
        expectedLossUsd = state.doubleCell("brokers.session_loss_usd", 0);
    }

    /** Notes that a lever has moved. */
    void forget() {
        stale.set(true);
    }

    /** Length in minutes. */
    double minutes() {
        refresh();
        return minutes.get();
    }

    /** Share of a contact's value that a call of this length has. */
    double worthShare() {
        refresh();
        return worthShare.get();
    }

    /** True for a remote place. */
    boolean remote() {
        refresh();
        return remote.get();
    }

    /** Expected arrest loss of the broker, in USD. */
    double expectedLossUsd() {
        refresh();
        return expectedLossUsd.get();
    }

    private void refresh() {
        if (!stale.get()) {
            return;
        }
        stale.set(false);
        double lossIfCaught = loss.get().brokerLossUsd(stakeMultiple);
        double expectedLoss = belief.get().priorArrestProbability() * lossIfCaught;
        remote.set(netValue(expectedLoss, true) > netValue(expectedLoss, false));
        minutes.set(bestMinutes(expectedLoss, remote.get()));
        worthShare.set(calling.worthShare(minutes.get()));
        expectedLossUsd.set(
                risk.detectionProbability(places.exposureFactor(remote.get()), minutes.get()) * lossIfCaught);
    }

    private double bestMinutes(double expectedLoss, boolean atRemote) {
        double exposure = places.exposureFactor(atRemote);
        return calling.bestMinutes(calling.valueMeanUsd(), expectedLoss * risk.detectionShare() * exposure);
    }

    private double netValue(double expectedLoss, boolean atRemote) {
        double length = bestMinutes(expectedLoss, atRemote);
        double jammed = Math.min(1, jamming.value() * places.jammingFactor(atRemote));
        double exposure = places.exposureFactor(atRemote);
        double gain = calling.valueMeanUsd() * calling.worthShare(length)
                - calling.riskUsd(expectedLoss, risk.detectionShare(), exposure, length);
        return Tries.connected(jammed, patience.get().tries()) * gain - places.costUsd(atRemote);
    }
}
