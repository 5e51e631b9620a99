package dev.borderline.mechanism;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Calling;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Places;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.Belief;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.LossIfCaught;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.ReferenceRisk;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.random.Draws;
import dev.borderline.random.Inversion;
import dev.borderline.random.SubjectKind;
import java.util.Arrays;

/**
 * M10, brokers: they sell calls to households without a handset and hand over money, pooled over a border zone. A broker
 * chooses place and length of a call as a caller does, for the mean value of a contact and with his own risk and loss, which
 * is {@code stakeMultiple} times that of an average household.
 *
 * <p>Risk is priced in (Reuter and Kleiman 1986): with X the expected arrest loss of a zone's brokers, sessions and dollars
 * over a memory of a year, {@code fee = c0 + (1 − η) X/sessions} and {@code commission = φ0 + (η X + interceptions made
 * good)/dollars}. What happened today counts from tomorrow. A broker who is taken may settle; else he is gone, and the vacancy
 * fills at a rate that rises with profit. A share of brokers keeps the money. Where a scenario says so, a broker serves one
 * client at a time: {@link BrokerQueue}.
 *
 * <p>Draws: {@code brokers.fills} by zone and day; those of the queue.
 */
public final class Brokers {
    /** What a scenario sets. */
    public record Params(
            @Input(
                    what = "Brokers per thousand pairs in contact at the start",
                    unit = "brokers/1000 pairs",
                    max = 1000,
                    source = "P29")
            double perThousandPairs,

            @Input(what = "Base fee of a brokered call", unit = "USD", max = 1e5, source = "P89")
            double baseFeeUsd,

            @Input(what = "Base commission without risk", unit = "1", max = 1, source = "P91")
            double baseCommission,

            @Input(
                    what = "Share of the risk that the commission bears rather than the fee",
                    unit = "1",
                    max = 1,
                    source = "Q67")
            double riskInCommission,

            @Input(what = "Share of losses made good by brokers", unit = "1", max = 1, source = "P97")
            double madeGoodShare,

            @Input(what = "Memory of losses, sessions and dollars", unit = "days", min = 1, max = 3650, source = "Q68")
            double memoryDays,

            @Input(what = "Chance that the client is taken with the broker", unit = "1", max = 1, source = "P86")
            double clientTakenProbability,

            @Input(
                    what = "Stake of a broker over that of a household of the same income",
                    unit = "1",
                    max = 100,
                    source = "Q17")
            double stakeMultiple,

            @Input(what = "Brokers who keep the money", unit = "1", max = 1, source = "P88")
            double dishonestShare,

            @Input(
                    what = "Rate at which a vacancy fills at the reference profit",
                    unit = "1/year",
                    max = 1000,
                    source = "Q69")
            double fillRatePerYear,

            @Input(
                    what = "Yearly profit of a broker at which vacancies fill at that rate",
                    unit = "USD/year",
                    min = 1,
                    max = 1e6,
                    source = "Q70")
            double referenceProfitUsd,

            @Input(
                    what = "Share of pairs in contact behind the number of brokers",
                    unit = "1",
                    min = 0.01,
                    max = 1,
                    source = "P12")
            double contactShare,

            @Input(what = "Fee of a session before a memory has formed", unit = "USD", max = 1e5, source = "P25")
            double startingFeeUsd,

            @Input(what = "Commission before a memory has formed", unit = "1", max = 1, source = "P20")
            double startingCommission,

            @Input(
                    what = "Share of the commission that the broker in the country keeps",
                    unit = "1",
                    max = 1,
                    source = "Q71")
            double ownLegShare,

            @Input(what = "Whether a broker serves one client at a time", unit = "1", max = 1, source = "Q80")
            boolean queueing,

            @Input(
                    what = "Mean time after which a client who waits gives up, where clients queue",
                    unit = "hours",
                    min = 0.001,
                    max = 1e6,
                    source = "Q81")
            double patienceHours,

            @Input(
                    what = "Mean time that a client takes of a broker besides the call, where clients queue",
                    unit = "min",
                    max = 1e5,
                    source = "Q82")
            double serviceMinutesMean) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("brokers", Params.class, Brokers::new);

    private static final int MIDDLE_FIFTH = 2; // brokers have no wealth fifth; they are shown under the middle one

    private final Params params;
    private final Wiring wiring;
    private final Calling calling;
    private final Places places;
    private final ReferenceRisk risk;
    private final Lever jamming;
    private final Port<Belief> belief;
    private final Port<LossIfCaught> loss;
    private final Port<Settling> settling;
    private final Draws fills;
    private final Draws levels;
    private final double peoplePerSimulated;
    private final BrokerQueue queue;
    private final Count feesUsd;
    private final Count takenCount;
    private final Count lostCount;
    private final Count level;
    private final double kept; // share of memory left after a day
    private final double[] lossUsd; // remembered, by zone: expected arrest losses of brokers
    private final double[] madeGoodUsd;
    private final double[] sessions;
    private final double[] dollars;
    private final double[] lossToday;
    private final double[] madeGoodToday;
    private final double[] sessionsToday;
    private final double[] dollarsToday;
    private final double[] feeUsd; // as of this morning, by zone
    private final double[] commission;
    private final double[] wanted; // brokers there is room for, by zone; of a share of the people that share of them
    private final double[] active;
    private int yearsCounted;
    private final int day;
    private boolean stale = true;
    private boolean remote;
    private double minutes;
    private double worthShare;
    private double sessionLossUsd;

    private Brokers(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        calling = wiring.calling();
        places = wiring.places();
        risk = wiring.risk();
        jamming = wiring.lever("jamming.failure_probability");
        belief = wiring.port(Belief.class);
        loss = wiring.port(LossIfCaught.class);
        settling = wiring.port(Settling.class);
        fills = wiring.draws("brokers.fills", SubjectKind.ZONE);
        levels = wiring.draws("brokers.level", SubjectKind.ZONE);
        feesUsd = wiring.money("fees_usd", "Fees paid for brokered calls");
        takenCount = wiring.count(
                "brokers_taken", "brokers", "Brokers taken in or after a session, by the zone and fifth of the client");
        lostCount = wiring.count(
                "brokers_arrested", "brokers", "Brokers taken who did not settle, by the zone and fifth of the client");
        level = wiring.level("brokers", "brokers", "Active brokers by border zone, all shown under the middle fifth");
        Count brokered = wiring.count("brokered_sessions", "sessions", "Sessions held on a broker's handset");
        wiring.ratio("fee_usd", "USD", "Fees over brokered sessions", feesUsd, brokered);
        kept = StrictMath.exp(-1 / params.memoryDays());
        int zones = wiring.zoneCount();
        lossUsd = new double[zones];
        madeGoodUsd = new double[zones];
        sessions = new double[zones];
        dollars = new double[zones];
        lossToday = new double[zones];
        madeGoodToday = new double[zones];
        sessionsToday = new double[zones];
        dollarsToday = new double[zones];
        feeUsd = new double[zones];
        commission = new double[zones];
        Arrays.fill(feeUsd, params.startingFeeUsd());
        Arrays.fill(commission, params.startingCommission());
        wanted = new double[zones];
        active = new double[zones];
        peoplePerSimulated = wiring.households().peoplePerSimulated();
        if (params.queueing() && peoplePerSimulated != 1) {
            throw new IllegalArgumentException("brokers.queueing makes clients wait for one another, so it needs all of them:"
                    + " population.simulated_share must be 1");
        }
        queue = new BrokerQueue(
                new BrokerQueue.Terms(params.queueing(), params.patienceHours(), params.serviceMinutesMean()),
                wiring,
                active);
        day = wiring.loop().kind("brokers.day", Phase.MODEL, this::onDay);
        wiring.onAnyMove(() -> stale = true);
        wiring.provide(BrokerMarket.class, new Market());
        wiring.signal(Signals.SESSION_STARTED).listen(this::onSession);
        wiring.onStart(this::start);
        wiring.onYearEnd(this::countBrokers);
    }

    private void start() {
        double[] households = new double[active.length];
        for (int household = 0; household < wiring.households().size(); household++) {
            households[market(wiring.households().zone(household))]++;
        }
        for (int zone = 0; zone < active.length; zone++) {
            double pairsInContact = households[zone] * params.contactShare();
            wanted[zone] = StrictMath.rint(params.perThousandPairs() * pairsInContact * peoplePerSimulated / 1000)
                    / peoplePerSimulated;
            active[zone] = wanted[zone];
        }
        wiring.loop().post(Times.DAY, day, 0, 1);
    }

    /** The border zone whose brokers serve a zone. */
    private int market(int zone) {
        return wiring.sessionZone(zone);
    }

    private void onSession(int household, int call) {
        if (wiring.calls().brokered(call)) {
            refresh();
            int zone = wiring.calls().zone(call);
            sessionsToday[zone]++;
            lossToday[zone] += sessionLossUsd;
            feesUsd.add(household, (long) (feeUsd[zone] * 100 + 0.5));
        }
    }

    private int onDay(long time, int subject, int number) {
        for (int zone = 0; zone < active.length; zone++) {
            remember(zone);
            if (sessions[zone] > 0) {
                feeUsd[zone] = params.baseFeeUsd() + (1 - params.riskInCommission()) * lossUsd[zone] / sessions[zone];
            }
            if (dollars[zone] > 0) {
                double perDollar = (params.riskInCommission() * lossUsd[zone] + madeGoodUsd[zone]) / dollars[zone];
                commission[zone] = Math.min(1, params.baseCommission() + perDollar);
            }
            fillVacancies(zone, number);
        }
        wiring.loop().post(time + Times.DAY, day, 0, number + 1);
        return 0;
    }

    private void remember(int zone) {
        lossUsd[zone] = lossUsd[zone] * kept + lossToday[zone];
        madeGoodUsd[zone] = madeGoodUsd[zone] * kept + madeGoodToday[zone];
        sessions[zone] = sessions[zone] * kept + sessionsToday[zone];
        dollars[zone] = dollars[zone] * kept + dollarsToday[zone];
        lossToday[zone] = 0;
        madeGoodToday[zone] = 0;
        sessionsToday[zone] = 0;
        dollarsToday[zone] = 0;
    }

    private void fillVacancies(int zone, int number) {
        double vacancies = wanted[zone] - active[zone];
        if (vacancies > 0) {
            double perYear =
                    params.fillRatePerYear() * Math.max(0, profitUsdPerYear(zone) / params.referenceProfitUsd());
            double mean = vacancies * -StrictMath.expm1(-perYear / Times.DAYS_PER_YEAR);
            int filled = Inversion.poisson(fills.uniform(zone, number), mean);
            active[zone] += Math.min(vacancies, filled);
            queue.serve(zone);
        }
    }

    /** What a broker earns a year, from what is remembered: fees and his leg of the commission less arrest losses. */
    private double profitUsdPerYear(int zone) {
        double yearly = Times.DAYS_PER_YEAR / params.memoryDays();
        double earned = feeUsd[zone] * sessions[zone] + commission[zone] * params.ownLegShare() * dollars[zone];
        return yearly * (earned - lossUsd[zone]) / Math.max(1 / peoplePerSimulated, active[zone]);
    }

    /** Whole brokers; with some people simulated there may be part of one more, which is counted as often as it is large. */
    private void countBrokers() {
        for (int zone = 0; zone < active.length; zone++) {
            double whole = StrictMath.floor(active[zone]);
            boolean oneMore = whole < active[zone] && levels.bernoulli(zone, yearsCounted, active[zone] - whole);
            level.addPerson(zone, MIDDLE_FIFTH, (long) whole + (oneMore ? 1 : 0));
        }
        yearsCounted++;
    }

    private final class Market implements BrokerMarket {
        @Override
        public boolean available(int zone) {
            return active[market(zone)] > 0;
        }

        @Override
        public double feeUsd(int zone) {
            return feeUsd[market(zone)];
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
        public boolean receives(int household, int call) {
            return queue.receives(household, call);
        }

        @Override
        public double clientTakenProbability() {
            return params.clientTakenProbability();
        }

        @Override
        public double commissionShare(int zone) {
            return commission[market(zone)];
        }

        @Override
        public void carries(int zone, double usd) {
            dollarsToday[market(zone)] += usd;
        }

        @Override
        public void loses(int zone, double usd) {
            madeGoodToday[market(zone)] += params.madeGoodShare() * usd;
        }

        @Override
        public double dishonestShare() {
            return params.dishonestShare();
        }

        @Override
        public void taken(int household, int need, int sessionZone) {
            takenCount.add(household);
            if (!settling.get().settlesForBroker(household, need, params.stakeMultiple()) && active[sessionZone] > 0) {
                active[sessionZone] = Math.max(0, active[sessionZone] - 1);
                lostCount.add(household);
            }
        }
    }

    private void refresh() {
        if (!stale) {
            return;
        }
        stale = false;
        double lossIfCaught = loss.get().brokerLossUsd(params.stakeMultiple());
        double expectedLoss = belief.get().priorArrestProbability() * lossIfCaught;
        remote = netValue(expectedLoss, true) > netValue(expectedLoss, false);
        minutes = bestMinutes(expectedLoss, remote);
        worthShare = calling.worthShare(minutes);
        sessionLossUsd = risk.detectionProbability(places.exposureFactor(remote), minutes) * lossIfCaught;
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
