package dev.borderline.mechanism;

import dev.borderline.model.Calling;
import dev.borderline.model.Input;
import dev.borderline.model.Lever;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Places;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.Belief;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.LossIfCaught;
import dev.borderline.model.ReferenceRisk;
import dev.borderline.model.Wiring;

/**
 * M10, brokers: they sell calls to households without a handset. A broker chooses place and length as a caller does, for the
 * mean value of a contact and with his own risk and loss, which is {@code stakeMultiple} times that of an average household.
 *
 * <p>A broker's call can always be had, at a fixed fee. No draws.
 */
public final class Brokers {
    /** What a scenario sets. */
    public record Params(
            @Input(what = "Fee of a brokered call", unit = "USD", max = 1e5, source = "P25")
            double feeUsd,

            @Input(what = "Chance that the client is taken with the broker", unit = "1", max = 1, source = "P86")
            double clientTakenProbability,

            @Input(
                    what = "Stake of a broker over that of a household of the same income",
                    unit = "1",
                    max = 100,
                    source = "Q17")
            double stakeMultiple) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("brokers", Params.class, Brokers::new);

    private final Params params;
    private final Calling calling;
    private final Places places;
    private final ReferenceRisk risk;
    private final Lever jamming;
    private final Port<Belief> belief;
    private final Port<LossIfCaught> loss;
    private boolean stale = true;
    private boolean remote;
    private double minutes;
    private double worthShare;

    private Brokers(Params params, Wiring wiring) {
        this.params = params;
        calling = wiring.calling();
        places = wiring.places();
        risk = wiring.risk();
        jamming = wiring.lever("jamming.failure_probability");
        belief = wiring.port(Belief.class);
        loss = wiring.port(LossIfCaught.class);
        wiring.onAnyMove(() -> stale = true);
        wiring.provide(BrokerMarket.class, new Market());
    }

    private final class Market implements BrokerMarket {
        @Override
        public boolean available(int zone) {
            return true;
        }

        @Override
        public double feeUsd(int zone) {
            return params.feeUsd();
        }

        @Override
        public double minutes(int zone) {
            refresh();
            return minutes;
        }

        @Override
        public double worthShare(int zone) {
            refresh();
            return worthShare;
        }

        @Override
        public boolean remote(int zone) {
            refresh();
            return remote;
        }

        @Override
        public double clientTakenProbability() {
            return params.clientTakenProbability();
        }
    }

    private void refresh() {
        if (!stale) {
            return;
        }
        stale = false;
        double expectedLoss = belief.get().priorArrestProbability() * loss.get().brokerLossUsd(params.stakeMultiple());
        double inTown = netValue(expectedLoss, false);
        remote = netValue(expectedLoss, true) > inTown;
        minutes = bestMinutes(expectedLoss, remote);
        worthShare = calling.worthShare(minutes);
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
        return (1 - jammed * jammed * jammed) * gain - places.costUsd(atRemote);
    }
}
