package dev.borderline.mechanism;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Calling;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Places;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.Belief;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.LossIfCaught;
import dev.borderline.model.Ports.Patience;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.ReferenceRisk;
import dev.borderline.model.Signals;
import dev.borderline.model.Tries;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.random.Draws;
import dev.borderline.random.Inversion;
import dev.borderline.random.SubjectKind;
import dev.borderline.state.DoubleCell;
import dev.borderline.state.Doubles;
import dev.borderline.state.FlagCell;
import dev.borderline.state.IntCell;
import dev.borderline.state.StateRegistry;

/**
 * M10, brokers: they sell calls to households without a handset and hand over money, pooled over a border zone. A broker
 * chooses place and length of a call as a caller does, for the mean value of a contact and with his own risk and loss, which
 * is {@code stakeMultiple} times that of an average household.
 *
 * <p>Risk is priced in (Reuter and Kleiman 1986): with X the expected arrest loss of a zone's brokers and what being one costs
 * them, sessions and dollars over a memory of a year, {@code fee = c0 + (1 − η) X/sessions} and {@code commission = φ0 + (η X + interceptions made
 * good)/dollars}. What happened today counts from tomorrow. A broker who is taken may settle; else he is gone, and the vacancy
 * fills at a rate that rises with profit. A share of brokers keeps the money. Where a scenario says so, a broker serves one
 * client at a time: {@link BrokerQueue}.
 *
 * <p>Draws: {@code brokers.fills} by zone and day (sub-draw 0 who comes, 1 who gives up); those of the queue.
 */
final class Brokers {
    /** Parameters that a scenario sets. */
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

            @Input(what = "Cost of being a broker, whatever he sells", unit = "USD/year", max = 1e6, source = "Q97")
            double standingCostUsdPerYear,

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

    private static final int GIVING_UP = 1; // sub-draw
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
    private final Port<Patience> patience;
    private final Draws fills;
    private final Draws levels;
    private final double peoplePerSimulated;
    private final BrokerQueue queue;
    private final Count feesUsd;
    private final Count takenCount;
    private final Count lostCount;
    private final Count level;
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
    private final Doubles wanted; // brokers there is room for, by zone; of a share of the people that share of them
    private final Doubles active;
    private final IntCell yearsCounted;
    private final int day;
    private final FlagCell stale;
    private final FlagCell remote;
    private final DoubleCell minutes;
    private final DoubleCell worthShare;
    private final DoubleCell sessionLossUsd;

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
        patience = wiring.port(Patience.class);
        fills = wiring.draws("brokers.fills", SubjectKind.ZONE);
        levels = wiring.draws("brokers.level", SubjectKind.ZONE);
        feesUsd = wiring.harm(MeasureGroup.MONEY).money("fees_usd", "Fees paid for brokered calls");
        takenCount = wiring.enforcement(MeasureGroup.BROKERS)
                .count(
                        "brokers_taken",
                        "brokers",
                        "Brokers taken in or after a session, by the zone and fifth of the client");
        lostCount = wiring.enforcement(MeasureGroup.BROKERS)
                .count(
                        "brokers_arrested",
                        "brokers",
                        "Brokers taken who did not settle, by the zone and fifth of the client");
        level = wiring.neutral(MeasureGroup.BROKERS)
                .level("brokers", "brokers", "Active brokers by border zone, all shown under the middle fifth");
        Count brokered = wiring.neutral(MeasureGroup.CONTACTS)
                .sharedCount("brokered_sessions", "sessions", "Sessions held on a broker's handset");
        wiring.harm(MeasureGroup.MONEY)
                .line(5)
                .ratio("fee_usd", "USD", "Fees over brokered sessions", feesUsd, brokered);
        kept = StrictMath.exp(-1 / params.memoryDays());
        int zones = wiring.zoneCount();
        StateRegistry state = wiring.state();
        lossUsd = state.doubles("brokers.loss_usd", zones, 0);
        madeGoodUsd = state.doubles("brokers.made_good_usd", zones, 0);
        sessions = state.doubles("brokers.sessions", zones, 0);
        dollars = state.doubles("brokers.dollars", zones, 0);
        lossToday = state.doubles("brokers.loss_today", zones, 0);
        madeGoodToday = state.doubles("brokers.made_good_today", zones, 0);
        sessionsToday = state.doubles("brokers.sessions_today", zones, 0);
        dollarsToday = state.doubles("brokers.dollars_today", zones, 0);
        feeUsd = state.doubles("brokers.fee_usd", zones, params.startingFeeUsd());
        commission = state.doubles("brokers.commission", zones, params.startingCommission());
        wanted = state.doubles("brokers.wanted", zones, 0);
        active = state.doubles("brokers.active", zones, 0);
        yearsCounted = state.intCell("brokers.years_counted", 0);
        peoplePerSimulated = wiring.households().peoplePerSimulated();
        if (params.queueing() && peoplePerSimulated != 1) {
            throw new IllegalArgumentException(
                    "brokers.queueing makes clients wait for one another, so it needs all of them:"
                            + " population.simulated_share must be 1");
        }
        stale = state.flag("brokers.stale", true);
        remote = state.flag("brokers.remote", false);
        minutes = state.doubleCell("brokers.minutes", 0);
        worthShare = state.doubleCell("brokers.worth_share", 0);
        sessionLossUsd = state.doubleCell("brokers.session_loss_usd", 0);
        queue = new BrokerQueue(
                new BrokerQueue.Terms(params.queueing(), params.patienceHours(), params.serviceMinutesMean()),
                wiring,
                active);
        day = wiring.scheduler().kind("brokers.day", Phase.MODEL, this::onDay);
        wiring.onAnyMove(() -> stale.set(true));
        wiring.provide(BrokerMarket.class, new Market());
        wiring.signal(Signals.SESSION_STARTED).listen(this::onSession);
        wiring.onStart(this::start);
        wiring.onPeriodEnd(this::countBrokers);
    }

    private void start() {
        double[] households = new double[active.length()];
        for (int household = 0; household < wiring.households().size(); household++) {
            households[market(wiring.households().zone(household))]++;
        }
        for (int zone = 0; zone < active.length(); zone++) {
            double pairsInContact = households[zone] * params.contactShare();
            double all = StrictMath.rint(params.perThousandPairs() * pairsInContact * peoplePerSimulated / 1000);
            wanted.set(zone, all / peoplePerSimulated);
            active.set(zone, wanted.get(zone));
        }
        wiring.scheduler().post(Times.DAY, day, 0, 1);
    }

    /** The border zone whose brokers serve a zone. */
    private int market(int zone) {
        return wiring.sessionZone(zone);
    }

    private void onSession(int household, int call) {
        if (wiring.calls().brokered(call)) {
            refresh();
            int zone = wiring.calls().zone(call);
            sessionsToday.add(zone, 1);
            lossToday.add(zone, sessionLossUsd.get());
            feesUsd.add(household, (long) (feeUsd.get(zone) * 100 + 0.5));
        }
    }

    private int onDay(long time, int subject, int number) {
        for (int zone = 0; zone < active.length(); zone++) {
            remember(zone);
            if (sessions.get(zone) > 0) {
                feeUsd.set(
                        zone,
                        params.baseFeeUsd() + (1 - params.riskInCommission()) * lossUsd.get(zone) / sessions.get(zone));
            }
            if (dollars.get(zone) > 0) {
                double perDollar =
                        (params.riskInCommission() * lossUsd.get(zone) + madeGoodUsd.get(zone)) / dollars.get(zone);
                commission.set(zone, Math.min(1, params.baseCommission() + perDollar));
            }
            fillVacancies(zone, number);
            giveUp(zone, number);
        }
        wiring.scheduler().post(time + Times.DAY, day, 0, number + 1);
        return 0;
    }

    private void remember(int zone) {
        double standing = active.get(zone) * params.standingCostUsdPerYear() / Times.DAYS_PER_YEAR;
        lossUsd.set(zone, lossUsd.get(zone) * kept + lossToday.get(zone) + standing);
        madeGoodUsd.set(zone, madeGoodUsd.get(zone) * kept + madeGoodToday.get(zone));
        sessions.set(zone, sessions.get(zone) * kept + sessionsToday.get(zone));
        dollars.set(zone, dollars.get(zone) * kept + dollarsToday.get(zone));
        lossToday.set(zone, 0);
        madeGoodToday.set(zone, 0);
        sessionsToday.set(zone, 0);
        dollarsToday.set(zone, 0);
    }

    private void fillVacancies(int zone, int number) {
        double vacancies = wanted.get(zone) - active.get(zone);
        if (vacancies > 0) {
            double perYear =
                    params.fillRatePerYear() * Math.max(0, profitUsdPerYear(zone) / params.referenceProfitUsd());
            double filledToday = -StrictMath.expm1(-perYear / Times.DAYS_PER_YEAR);
            int whole = (int) vacancies;
            double part = (vacancies - whole) * filledToday; // of one place, where a share of the people is simulated
            active.add(zone, Inversion.binomial(fills.uniform(zone, number), whole, filledToday) + part);
            queue.serve(zone);
        }
    }

    /** Exit of brokers who earn less than being one costs, if anything, at the rate at which others begin. */
    private void giveUp(int zone, int number) {
        if (params.standingCostUsdPerYear() > 0 && active.get(zone) > 0) {
            double perYear =
                    params.fillRatePerYear() * Math.max(0, -profitUsdPerYear(zone) / params.referenceProfitUsd());
            double today = -StrictMath.expm1(-perYear / Times.DAYS_PER_YEAR);
            int whole = (int) active.get(zone);
            double part = (active.get(zone) - whole) * today; // of one broker, where a share of the people is simulated
            active.add(zone, -(Inversion.binomial(fills.uniform(zone, number, GIVING_UP), whole, today) + part));
        }
    }

    /** Yearly profit of a broker, from what is remembered. It is fees and his leg of the commission less what he has to bear. */
    private double profitUsdPerYear(int zone) {
        double yearly = Times.DAYS_PER_YEAR / params.memoryDays();
        double earned =
                feeUsd.get(zone) * sessions.get(zone) + commission.get(zone) * params.ownLegShare() * dollars.get(zone);
        return yearly * (earned - lossUsd.get(zone)) / Math.max(1 / peoplePerSimulated, active.get(zone));
    }

    /** Whole brokers; with some people simulated there may be part of one more, which is counted as often as it is large. */
    private void countBrokers() {
        for (int zone = 0; zone < active.length(); zone++) {
            double whole = StrictMath.floor(active.get(zone));
            double part = active.get(zone) - whole;
            boolean oneMore = part > 0 && levels.bernoulli(zone, yearsCounted.get(), part);
            level.addPerson(zone, MIDDLE_FIFTH, (long) whole + (oneMore ? 1 : 0));
        }
        yearsCounted.set(yearsCounted.get() + 1);
    }

    private final class Market implements BrokerMarket {
        @Override
        public boolean available(int zone) {
            return active.get(market(zone)) > 0;
        }

        @Override
        public double feeUsd(int zone) {
            return feeUsd.get(market(zone));
        }

        @Override
        public double minutes(int zone) {
            refresh();
            return minutes.get();
        }

        @Override
        public double worthShare(int zone) {
            refresh();
            return worthShare.get();
        }

        @Override
        public boolean remote(int zone) {
            refresh();
            return remote.get();
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
            return commission.get(market(zone));
        }

        @Override
        public void carries(int zone, double usd) {
            dollarsToday.add(market(zone), usd);
        }

        @Override
        public void loses(int zone, double usd) {
            madeGoodToday.add(market(zone), params.madeGoodShare() * usd);
        }

        @Override
        public double dishonestShare() {
            return params.dishonestShare();
        }

        @Override
        public void taken(int household, int need, int sessionZone) {
            takenCount.add(household);
            if (!settling.get().settlesForBroker(household, need, params.stakeMultiple())
                    && active.get(sessionZone) > 0) {
                active.set(sessionZone, Math.max(0, active.get(sessionZone) - 1));
                lostCount.add(household);
            }
        }
    }

    private void refresh() {
        if (!stale.get()) {
            return;
        }
        stale.set(false);
        double lossIfCaught = loss.get().brokerLossUsd(params.stakeMultiple());
        double expectedLoss = belief.get().priorArrestProbability() * lossIfCaught;
        remote.set(netValue(expectedLoss, true) > netValue(expectedLoss, false));
        minutes.set(bestMinutes(expectedLoss, remote.get()));
        worthShare.set(calling.worthShare(minutes.get()));
        sessionLossUsd.set(
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
