package dev.borderline.mechanism;

import dev.borderline.event.Times;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.DrawSite;
import dev.borderline.model.HouseholdDraws;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Smuggling;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;

/**
 * M15, border goods: a handset with its SIM card, or a parcel of money, needs a guard. His bribe is {@code g0 (1 + e F)}, at most
 * a limit, F being fortification, unless a policy sets it; he refuses, or the parcel is seized, with probabilities that rise
 * with F; it takes weeks. The price of a handset is one function of F and seizures, {@code base (1 + rise F) / (1 − seized)}.
 *
 * <p>Independent checkpoints add up: n of them that set their tolls apart take n/(n + 1) of the linear demand's choke price
 * against 1/2 for one (Olken and Barron 2009), so the bribe is multiplied by {@code 2n/(n + 1)}.
 *
 * <p>Draws, by household and request: {@code border_goods.refused}, {@code border_goods.seized}, {@code border_goods.lag};
 * for parcels of money the occurrence is the need, sub-draw 1.
 */
final class BorderGoods {
    /** Parameters that a scenario sets. */
    public record Params(
            @Input(what = "Guard bribe at zero fortification", unit = "USD", max = 1e4, source = "P92")
            double guardBribeBaseUsd,

            @Input(what = "Rise of the guard bribe with fortification", unit = "1", max = 1000, source = "P93")
            double guardBribeRise,

            @Input(what = "Greatest guard bribe", unit = "USD", max = 1e5, source = "Q45")
            double guardBribeLimitUsd,

            @Input(
                    what = "Checkpoints that set their tolls apart",
                    unit = "checkpoints",
                    min = 1,
                    max = 100,
                    source = "Q46")
            int checkpoints,

            @Input(what = "Smuggling margin per parcel", unit = "USD", min = 1, max = 1e6, source = "P94")
            double marginUsd,

            @Input(
                    what = "Chance that guards refuse a parcel at full fortification",
                    unit = "1",
                    max = 1,
                    source = "Q47")
            double refusedAtFullFortification,

            @Input(
                    what = "Chance that a parcel is seized at full fortification",
                    unit = "1",
                    max = 0.99,
                    source = "Q48")
            double seizedAtFullFortification,

            @Input(what = "Mean time of a parcel", unit = "days", min = 0.01, max = 365, source = "Q49")
            double lagDaysMean,

            @Input(what = "Handset price without fortification and seizures", unit = "USD", max = 1e5, source = "Q50")
            double handsetBaseUsd,

            @Input(what = "Rise of the handset price with fortification", unit = "1", max = 100, source = "Q51")
            double handsetRise,

            @Input(
                    what = "Guard bribe set by a policy; 0 leaves it to fortification",
                    unit = "USD",
                    max = 1e5,
                    source = "Q52",
                    lever = "border.guard_bribe_usd")
            Lever guardBribeUsd,

            @Input(
                    what = "Fortification of the border",
                    unit = "1",
                    max = 1,
                    source = "P73",
                    lever = "border.fortification")
            Lever fortification) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("border_goods", Params.class, BorderGoods::new);

    private static final int HANDSET = 0;
    private static final int MONEY = 1;
    private static final double CENTS = 100;

    private final Params params;
    private final Wiring wiring;
    private final Households households;
    private final Lever fortification;
    private final Lever bribeSet;
    private final DrawSite refused;
    private final DrawSite seized;
    private final HouseholdDraws lags;
    private final Count parcels;
    private final Count refusedCount;
    private final Count seizedCount;
    private final Count delivered;
    private final Count guardBribesUsd;
    private final Count marginsUsd;
    private final Count spentOnHandsetsUsd;
    private final Count handsetsBought;
    private final Signal got;
    private final int arrive;

    private BorderGoods(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        households = wiring.households();
        fortification = params.fortification();
        bribeSet = params.guardBribeUsd();
        refused = wiring.chance("border_goods.refused");
        seized = wiring.chance("border_goods.seized");
        lags = wiring.draws("border_goods.lag");
        parcels = wiring.neutral(MeasureGroup.BROKERS)
                .count("parcels", "parcels", "Parcels that guards were asked to pass");
        refusedCount = wiring.enforcement(MeasureGroup.BROKERS)
                .count("parcels_refused", "parcels", "Parcels that guards refused");
        seizedCount = wiring.enforcement(MeasureGroup.BROKERS)
                .count("parcels_seized", "parcels", "Parcels seized on the way");
        delivered = wiring.good(MeasureGroup.BROKERS)
                .count("handsets_delivered", "handsets", "Handsets that reached the household");
        guardBribesUsd = wiring.harm(MeasureGroup.MONEY).money("guard_bribes_usd", "Bribes paid to guards");
        marginsUsd = wiring.neutral(MeasureGroup.MONEY)
                .money("smuggling_margins_usd", "Smuggling margins of the parcels guards were paid for");
        handsetsBought = wiring.neutral(MeasureGroup.BROKERS)
                .count("handsets_bought", "handsets", "Handsets bought by relatives to be passed");
        spentOnHandsetsUsd = wiring.neutral(MeasureGroup.MONEY)
                .money("handsets_bought_usd", "Price of handsets bought by relatives");
        wiring.harm(MeasureGroup.MONEY)
                .ratio("guard_cut", "1", "Guards' bribes over the smuggling margins", guardBribesUsd, marginsUsd);
        wiring.neutral(MeasureGroup.MONEY)
                .ratio(
                        "handset_price_usd",
                        "USD",
                        "Price of handsets over handsets bought",
                        spentOnHandsetsUsd,
                        handsetsBought);
        arrive = wiring.householdEvent("border_goods.arrive", this::onArrive);
        got = wiring.signal(Signals.HANDSET_GOT);
        wiring.signal(Signals.HANDSET_ASKED).listen(this::onAsked);
        wiring.provide(Smuggling.class, this::passesMoney);
    }

    private double bribeUsd() {
        if (bribeSet.value() > 0) {
            return bribeSet.value();
        }
        double one = params.guardBribeBaseUsd() * (1 + params.guardBribeRise() * fortification.value());
        return Math.min(params.guardBribeLimitUsd(), one * tollOfCheckpoints(params.checkpoints()));
    }

    /** Toll of n independent checkpoints over that of one under linear demand: n/(n + 1) over 1/2. */
    static double tollOfCheckpoints(int checkpoints) {
        return 2.0 * checkpoints / (checkpoints + 1);
    }

    private double seizedProbability() {
        return params.seizedAtFullFortification() * fortification.value();
    }

    private void onAsked(int household, int request) {
        double price = params.handsetBaseUsd()
                * (1 + params.handsetRise() * fortification.value())
                / (1 - seizedProbability());
        handsetsBought.add(household);
        spentOnHandsetsUsd.add(household, cents(price));
        if (passes(household, request, HANDSET)) {
            long lag = Times.ticks(lags.exponential(household, request) * params.lagDaysMean(), Times.DAY);
            wiring.scheduler().post(wiring.scheduler().now() + lag, arrive, household, request);
        }
    }

    private int onArrive(long time, int household, int request) {
        delivered.add(household);
        households.giveHandset(household);
        got.emit(household, request);
        return 0;
    }

    private boolean passesMoney(int household, int need) {
        return passes(household, need, MONEY);
    }

    /** True if a guard passes a parcel, for his bribe, and nobody seizes it. */
    private boolean passes(int household, int occurrence, int what) {
        parcels.add(household);
        double probability = params.refusedAtFullFortification() * fortification.value();
        if (refused.occurs(household, occurrence, what, probability)) {
            refusedCount.add(household);
            return false;
        }
        guardBribesUsd.add(household, cents(bribeUsd()));
        marginsUsd.add(household, cents(params.marginUsd()));
        if (seized.occurs(household, occurrence, what, seizedProbability())) {
            seizedCount.add(household);
            return false;
        }
        return true;
    }

    private static long cents(double usd) {
        return (long) (usd * CENTS + 0.5);
    }
}
