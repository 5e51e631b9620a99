package dev.borderline.mechanism;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.random.Draws;
import dev.borderline.random.Inversion;
import dev.borderline.random.SubjectKind;
import dev.borderline.state.Doubles;
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

    private static final int GIVING_UP = 1; // sub-draws of a day
    private static final int TAKEN = 2;
    private static final int MIDDLE_FIFTH = 2; // brokers have no wealth fifth; they are shown under the middle one

    private final Params params;
    private final Wiring wiring;
    private final Port<Settling> settling;
    private final Draws fills;
    private final Draws levels;
    private final double peoplePerSimulated;
    private final BrokerQueue queue;
    private final Count feesUsd;
    private final Count takenCount;
    private final Count lostCount;
    private final Count level;
    private final BrokerPrices prices;
    private final BrokeredCall call;
    private final Doubles wanted; // brokers there is room for, by zone; all of them, whatever share is simulated
    private final Doubles active;
    private final Doubles takenToday; // expected, of the sessions simulated
    private final IntCell yearsCounted;
    private final int day;

    private Brokers(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        settling = wiring.port(Settling.class);
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
        int zones = wiring.zoneCount();
        StateRegistry state = wiring.state();
        prices = new BrokerPrices(terms(params), start(params), state, zones);
        wanted = state.doubles("brokers.wanted", zones, 0);
        active = state.doubles("brokers.active", zones, 0);
        takenToday = state.doubles("brokers.taken_today", zones, 0);
        yearsCounted = state.intCell("brokers.years_counted", 0);
        peoplePerSimulated = wiring.households().peoplePerSimulated();
        if (params.queueing() && peoplePerSimulated != 1) {
            throw new IllegalArgumentException(
                    "brokers.queueing makes clients wait for one another, so it needs all of them:"
                            + " population.simulated_share must be 1");
        }
        call = new BrokeredCall(wiring, params.stakeMultiple());
        queue = new BrokerQueue(
                new BrokerQueue.Terms(params.queueing(), params.patienceHours(), params.serviceMinutesMean()),
                wiring,
                active);
        day = wiring.scheduler().kind("brokers.day", Phase.MODEL, this::onDay);
        wiring.onAnyMove(call::forget);
        wiring.provide(BrokerMarket.class, new Market());
        wiring.signal(Signals.SESSION_STARTED).listen(this::onSession);
        wiring.onStart(this::start);
        wiring.onPeriodEnd(this::countBrokers);
    }

    private static BrokerPrices.Terms terms(Params params) {
        return new BrokerPrices.Terms(
                params.baseFeeUsd(),
                params.baseCommission(),
                params.riskInCommission(),
                params.memoryDays(),
                params.ownLegShare(),
                params.standingCostUsdPerYear());
    }

    private static BrokerPrices.Start start(Params params) {
        return new BrokerPrices.Start(params.startingFeeUsd(), params.startingCommission());
    }

    private void start() {
        double[] households = new double[active.length()];
        for (int household = 0; household < wiring.households().size(); household++) {
            households[market(wiring.households().zone(household))]++;
        }
        for (int zone = 0; zone < active.length(); zone++) {
            double pairsInContact = households[zone] * params.contactShare();
            wanted.set(zone, StrictMath.rint(params.perThousandPairs() * pairsInContact * peoplePerSimulated / 1000));
            active.set(zone, wanted.get(zone));
        }
        wiring.scheduler().post(Times.DAY, day, 0, 1);
    }

    /** The border zone whose brokers serve a zone. */
    private int market(int zone) {
        return wiring.sessionZone(zone);
    }

    private void onSession(int household, int session) {
        if (wiring.calls().brokered(session)) {
            int zone = wiring.calls().zone(session);
            prices.sold(zone, call.expectedLossUsd());
            feesUsd.add(household, (long) (prices.feeUsd(zone) * 100 + 0.5));
        }
    }

    private int onDay(long time, int subject, int number) {
        for (int zone = 0; zone < active.length(); zone++) {
            takeOthers(zone, number);
            prices.closeDay(zone, active.get(zone) / peoplePerSimulated);
            fillVacancies(zone, number);
            giveUp(zone, number);
        }
        wiring.scheduler().post(time + Times.DAY, day, 0, number + 1);
        return 0;
    }

    /** Brokers taken today over sessions that are not simulated: for each that is, {@code peoplePerSimulated − 1} others. */
    private void takeOthers(int zone, int number) {
        if (peoplePerSimulated > 1 && takenToday.get(zone) > 0) {
            double settled = settling.get().brokerSettlesProbability(params.stakeMultiple());
            double mean = takenToday.get(zone) * (peoplePerSimulated - 1) * (1 - settled);
            int gone =
                    Inversion.poisson(fills.uniform(zone, number, TAKEN), Math.min(mean, Inversion.POISSON_MEAN_MAX));
            active.set(zone, Math.max(0, active.get(zone) - gone));
        }
        takenToday.set(zone, 0);
    }

    private void fillVacancies(int zone, int number) {
        double vacancies = wanted.get(zone) - active.get(zone);
        if (vacancies > 0) {
            double perYear =
                    params.fillRatePerYear() * Math.max(0, profitUsdPerYear(zone) / params.referenceProfitUsd());
            double filledToday = -StrictMath.expm1(-perYear / Times.DAYS_PER_YEAR);
            active.add(zone, Inversion.binomial(fills.uniform(zone, number), (int) vacancies, filledToday));
            queue.serve(zone);
        }
    }

    /** Exit of brokers who earn less than being one costs, if anything, at the rate at which others begin. */
    private void giveUp(int zone, int number) {
        if (params.standingCostUsdPerYear() > 0 && active.get(zone) > 0) {
            double perYear =
                    params.fillRatePerYear() * Math.max(0, -profitUsdPerYear(zone) / params.referenceProfitUsd());
            double today = -StrictMath.expm1(-perYear / Times.DAYS_PER_YEAR);
            int brokers = (int) active.get(zone);
            active.add(zone, -Inversion.binomial(fills.uniform(zone, number, GIVING_UP), brokers, today));
        }
    }

    /** Yearly profit of a broker, from what is remembered. */
    private double profitUsdPerYear(int zone) {
        return prices.profitUsdPerYear(zone) * peoplePerSimulated / Math.max(1, active.get(zone));
    }

    /** Brokers per people simulated, in whole numbers: the part of one more is counted as often as it is large. */
    private void countBrokers() {
        for (int zone = 0; zone < active.length(); zone++) {
            double simulated = active.get(zone) / peoplePerSimulated;
            double whole = StrictMath.floor(simulated);
            double part = simulated - whole;
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
            return prices.feeUsd(market(zone));
        }

        @Override
        public double minutes(int zone) {
            return call.minutes();
        }

        @Override
        public double worthShare(int zone) {
            return call.worthShare();
        }

        @Override
        public boolean remote(int zone) {
            return call.remote();
        }

        @Override
        public boolean receives(int household, int session) {
            return queue.receives(household, session);
        }

        @Override
        public double clientTakenProbability() {
            return params.clientTakenProbability();
        }

        @Override
        public double commissionShare(int zone) {
            return prices.commission(market(zone));
        }

        @Override
        public void carries(int zone, double usd) {
            prices.carried(market(zone), usd);
        }

        @Override
        public void loses(int zone, double usd) {
            prices.madeGood(market(zone), params.madeGoodShare() * usd);
        }

        @Override
        public double dishonestShare() {
            return params.dishonestShare();
        }

        @Override
        public void risks(int zone, double takenProbability) {
            takenToday.add(zone, takenProbability);
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
}
