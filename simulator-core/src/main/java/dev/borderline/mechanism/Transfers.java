package dev.borderline.mechanism;

import dev.borderline.event.Times;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Calls;
import dev.borderline.model.DrawSite;
import dev.borderline.model.HouseholdDraws;
import dev.borderline.model.HouseholdTable;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Ports.Smuggling;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.random.Inversion;
import dev.borderline.state.LongCell;

/**
 * M11, transfers: a contact that asked for money makes the relative send an amount, log-normal. Most goes through brokers: the
 * commission is one share of the amount, split over three legs (southern broker, payer across the border, northern courier);
 * the rest is a broker's to hand over, who may keep it, or an official's to intercept. Some goes as a parcel past a guard. What
 * is not lost is delivered after about a day. With a probability the recipient pays the tolerance levy and is not arrested over
 * that session. The relative counts a transfer delivered when a contact within 90 days of the delivery confirms it; one contact
 * confirms all that have come since the last.
 *
 * <p>The ledger is in whole cents and holds at every instant: {@code sent = received + commission + intercepted + stolen +
 * levies + in transit}.
 *
 * <p>Draws, by household and need: {@code transfers.amount}, {@code transfers.by_guard}, {@code transfers.intercepted}, {@code
 * transfers.kept}, {@code transfers.days}, {@code transfers.levied}.
 */
final class Transfers {
    /** Parameters that a scenario sets. */
    public record Params(
            @Input(what = "Mean amount of a transfer", unit = "USD", min = 1, max = 1e6, source = "P19")
            double amountMeanUsd,

            @Input(what = "Log standard deviation of the amount", unit = "1", max = 3, source = "Q59")
            double amountSigma,

            @Input(what = "Share of the commission that the southern broker takes", unit = "1", max = 1, source = "Q60")
            double southernLegShare,

            @Input(
                    what = "Share of the commission that the payer across the border takes",
                    unit = "1",
                    max = 1,
                    source = "Q61")
            double payerLegShare,

            @Input(what = "Share of transfers that go as a parcel past a guard", unit = "1", max = 1, source = "Q62")
            double byGuardShare,

            @Input(what = "Mean time of a transfer", unit = "days", min = 0.01, max = 365, source = "Q63")
            double daysMean,

            @Input(what = "Levy on the amount of a recipient who pays it", unit = "1", max = 1, source = "P24")
            double levyRate,

            @Input(
                    what = "Time from a delivery within which a contact confirms it",
                    unit = "days",
                    min = 1,
                    max = 3650,
                    source = "Q64")
            double confirmationDays,

            @Input(
                    what = "Chance that officials intercept a transfer",
                    unit = "1",
                    max = 1,
                    source = "Q65",
                    lever = "transfers.interception_probability")
            Lever interceptionProbability,

            @Input(
                    what = "Share of recipients who pay the tolerance levy",
                    unit = "1",
                    max = 1,
                    source = "Q66",
                    lever = "transfers.tolerance_levy_share")
            Lever toleranceLevyShare,

            @Input(
                    what = "Incomes, wealth and amounts sent over those that the other inputs say",
                    unit = "1",
                    min = 0.01,
                    max = 100,
                    source = "Q94",
                    lever = "population.income_factor")
            Lever incomeFactor) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("transfers", Params.class, Transfers::new);

    private static final int RECEIVED = 0;
    private static final int LOST = 1;
    private static final int BY_GUARD = 1;
    private static final int LEVIED = 1 << 1;
    private static final double CENTS = 100;

    private final Params params;
    private final Wiring wiring;
    private final Calls calls;
    private final Lever interception;
    private final Lever levyShare;
    private final Lever incomeFactor;
    private final Port<BrokerMarket> brokers;
    private final Port<NeedView> needs;
    private final Port<Smuggling> smuggling;
    private final HouseholdDraws amounts;
    private final HouseholdDraws days;
    private final DrawSite byGuard;
    private final DrawSite intercepted;
    private final DrawSite kept;
    private final DrawSite levied;
    private final Count transfers;
    private final Count remitters;
    private final Count sentUsd;
    private final Count byBrokersUsd;
    private final Count receivedUsd;
    private final Count commissionUsd;
    private final Count southernUsd;
    private final Count payerUsd;
    private final Count northernUsd;
    private final Count interceptedUsd;
    private final Count stolenUsd;
    private final Count leviesUsd;
    private final Count confirmed;
    private final int arrive;
    private final InTransit inTransit;
    private final LongCell inTransitCents;
    private final HouseholdTable.Ints
            unconfirmed; // slot of the last transfer delivered and not confirmed, plus 1; 0 for none
    private final HouseholdTable.Bytes remittedIn; // year of the last transfer, counted from 1; 0 for none

    private Transfers(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        inTransit = new InTransit(wiring.state());
        inTransitCents = wiring.state().longCell("transfers.in_transit_cents", 0);
        calls = wiring.calls();
        interception = params.interceptionProbability();
        levyShare = params.toleranceLevyShare();
        incomeFactor = params.incomeFactor();
        brokers = wiring.port(BrokerMarket.class);
        needs = wiring.port(NeedView.class);
        smuggling = wiring.port(Smuggling.class, (household, need) -> false);
        amounts = wiring.draws("transfers.amount");
        days = wiring.draws("transfers.days");
        byGuard = wiring.chance("transfers.by_guard");
        intercepted = wiring.chance("transfers.intercepted");
        kept = wiring.chance("transfers.kept");
        levied = wiring.chance("transfers.levied");
        transfers = wiring.neutral(MeasureGroup.MONEY)
                .count("transfers", "transfers", "Transfers sent by relatives abroad");
        remitters = wiring.neutral(MeasureGroup.MONEY)
                .count("remitters", "pairs", "Pairs with a transfer in the calendar year, once in each year")
                .perYear();
        sentUsd = wiring.neutral(MeasureGroup.MONEY).line(7).money("sent_usd", "Money sent by relatives abroad");
        receivedUsd = wiring.good(MeasureGroup.MONEY)
                .main(8)
                .titled("Money received")
                .money("received_usd", "Money that reached the household, net of levies");
        commissionUsd = wiring.harm(MeasureGroup.MONEY).money("commission_usd", "Commission of all brokers");
        southernUsd = wiring.harm(MeasureGroup.MONEY)
                .money("commission_south_usd", "Commission of the brokers where the relatives live");
        payerUsd = wiring.harm(MeasureGroup.MONEY)
                .money("commission_payer_usd", "Commission of the payers across the border");
        northernUsd = wiring.harm(MeasureGroup.MONEY)
                .money("commission_north_usd", "Commission of the couriers in the country");
        interceptedUsd = wiring.harm(MeasureGroup.MONEY)
                .money("intercepted_usd", "Money intercepted by officials or seized at the border");
        stolenUsd = wiring.harm(MeasureGroup.MONEY).money("stolen_usd", "Money that brokers kept");
        leviesUsd = wiring.harm(MeasureGroup.MONEY).money("levies_usd", "Tolerance levies paid on money received");
        confirmed = wiring.good(MeasureGroup.MONEY)
                .count("transfers_confirmed", "transfers", "Transfers whose delivery a contact confirmed in time");
        Count pairs = wiring.neutral(MeasureGroup.CONTACTS)
                .sharedCount(
                        "pairs",
                        "pairs",
                        "Pairs of a household and its relatives abroad, counted once in each calendar year");
        wiring.good(MeasureGroup.MONEY)
                .ratio("delivered_share", "1", "Transfers confirmed in time over transfers", confirmed, transfers);
        wiring.neutral(MeasureGroup.MONEY)
                .ratio(
                        "remitting_share",
                        "1",
                        "Pairs with a transfer in the calendar year over all pairs",
                        remitters,
                        pairs);
        wiring.neutral(MeasureGroup.MONEY)
                .ratio(
                        "transfers_per_remitter",
                        "transfers",
                        "Transfers over pairs with a transfer in the calendar year",
                        transfers,
                        remitters);
        byBrokersUsd = wiring.neutral(MeasureGroup.MONEY).money("sent_by_brokers_usd", "Money sent through brokers");
        wiring.harm(MeasureGroup.MONEY)
                .line(6)
                .ratio(
                        "commission_share",
                        "1",
                        "Commission over money sent through brokers",
                        commissionUsd,
                        byBrokersUsd);
        arrive = wiring.householdEvent("transfers.arrive", this::onArrive);
        unconfirmed = wiring.rows().ints();
        remittedIn = wiring.rows().bytes();
        wiring.signal(Signals.SESSION_STARTED).listen(this::onSession);
        wiring.signal(Signals.CONTACT_COMPLETED).listen(this::onContact);
        wiring.invariant("money sent = received + lost + taken + in transit", this::balanced);
    }

    private boolean balanced() {
        long accounted = receivedUsd.total()
                + commissionUsd.total()
                + interceptedUsd.total()
                + stolenUsd.total()
                + leviesUsd.total()
                + inTransitCents.get();
        boolean legs = southernUsd.total() + payerUsd.total() + northernUsd.total() == commissionUsd.total();
        return legs && accounted == sentUsd.total();
    }

    /**
     * Exemption from arrest over this session of those who will pay the levy. The draw is counted here, where it is looked at
     * first: of those who are let alone more come to send, so it is no fair draw any more when the money does.
     */
    private void onSession(int household, int call) {
        if (calls.forMoney(call) && levied.occurs(household, calls.need(call), levyShare.value())) {
            calls.tolerate(call);
        }
    }

    private void onContact(int household, int need) {
        int last = unconfirmed.get(household) - 1;
        if (last != InTransit.NONE) {
            confirmed.add(household, inTransit.confirm(last, wiring.scheduler().now()));
            unconfirmed.set(household, 0);
        }
        if (needs.get().forMoney(household, need)) {
            send(household, need);
        }
    }

    private void send(int household, int need) {
        double u = amounts.uniform(household, need);
        double usd = incomeFactor.value() * Inversion.logNormal(u, params.amountMeanUsd(), params.amountSigma());
        long cents = (long) (usd * CENTS + 0.5);
        transfers.add(household);
        sentUsd.add(household, cents);
        tell(household, "transfers.sent_usd", cents);
        countRemitter(household);
        boolean guard = byGuard.occurs(household, need, params.byGuardShare());
        if (!guard) {
            byBrokersUsd.add(household, cents);
            dispatch(household, need, cents - takeCommission(household, cents), false);
        } else if (smuggling.get().passesMoney(household, need)) {
            dispatch(household, need, cents, true);
        } else {
            interceptedUsd.add(household, cents);
        }
    }

    private void dispatch(int household, int need, long cents, boolean guard) {
        boolean levy = levied.would(household, need, levyShare.value());
        inTransitCents.add(cents);
        long lag = Times.ticks(days.exponential(household, need) * params.daysMean(), Times.DAY);
        int slot = inTransit.add(need, cents, (guard ? BY_GUARD : 0) | (levy ? LEVIED : 0));
        wiring.scheduler().post(wiring.scheduler().now() + lag, arrive, household, slot);
    }

    private void countRemitter(int household) {
        short year = (short) (1 + wiring.year());
        if (remittedIn.get(household) != year) {
            remittedIn.set(household, year);
            remitters.add(household);
        }
    }

    private long takeCommission(int household, long cents) {
        long commission = (long)
                (cents * brokers.get().commissionShare(wiring.households().zone(household)) + 0.5);
        brokers.get().carries(wiring.households().zone(household), cents / CENTS);
        long south = (long) (commission * params.southernLegShare());
        long payer = (long) (commission * params.payerLegShare());
        commissionUsd.add(household, commission);
        southernUsd.add(household, south);
        payerUsd.add(household, payer);
        northernUsd.add(household, commission - south - payer);
        return commission;
    }

    private int onArrive(long time, int household, int slot) {
        long cents = inTransit.cents(slot);
        int need = inTransit.need(slot);
        int how = inTransit.how(slot);
        inTransitCents.add(-cents);
        if ((how & BY_GUARD) == 0 && isLost(household, need, cents)) {
            inTransit.remove(slot);
            return LOST;
        }
        long levy = (how & LEVIED) == 0 ? 0 : (long) (cents * params.levyRate());
        leviesUsd.add(household, levy);
        receivedUsd.add(household, cents - levy);
        tell(household, "transfers.received_usd", cents - levy);
        long until = time + Times.ticks(params.confirmationDays(), Times.DAY);
        inTransit.await(slot, until, unconfirmed.get(household) - 1);
        unconfirmed.set(household, slot + 1);
        return RECEIVED;
    }

    private void tell(int household, String name, long cents) {
        if (wiring.figures().heard()) {
            wiring.figures().tell(household, name, cents / CENTS);
        }
    }

    private boolean isLost(int household, int need, long cents) {
        if (intercepted.occurs(household, need, interception.value())) {
            interceptedUsd.add(household, cents);
            brokers.get().loses(wiring.households().zone(household), cents / CENTS);
            return true;
        }
        if (kept.occurs(household, need, brokers.get().dishonestShare())) {
            stolenUsd.add(household, cents);
            return true;
        }
        return false;
    }
}
