package dev.borderline.mechanism;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Arrests;
import dev.borderline.model.Cases;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.DrawSite;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Rule;
import dev.borderline.model.Signals;
import dev.borderline.model.ThinnedArrivals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.state.Doubles;
import dev.borderline.state.FlagCell;

/**
 * M08, stops. Officers search households in border zones at rate {@code s0 (1 + g min(3, (m/m_ref − 1)₊))}, g the revenue motive,
 * m the zone's mean bribe revenue per stop with a memory of 90 days, m_ref a reference; in the months of the quota times a
 * multiplier. A stop finds a handset; a fruitless one frames the household with the probability of a false accusation. What was
 * earned today counts from tomorrow. The arrests due to the motive are the expected ones at g less those at 0.
 *
 * <p>Draws, by household: {@link dev.borderline.model.ThinnedArrivals} under {@code stops.candidate}; {@code stops.stopped}, {@code
 * stops.framed} (candidate number).
 */
final class Stops {
    /** Parameters that a scenario sets. */
    @Rule(
            kind = Rule.Kind.THINNED,
            components = {"ratePerYear", "candidatesPerYear"})
    public record Params(
            @Input(
                    what = "Rate of stops per household in border zones without the revenue motive",
                    unit = "1/year",
                    max = 20,
                    source = "P84",
                    lever = "stops.rate_per_year")
            Lever ratePerYear,

            @Input(
                    what = "Extra stops per unit of bribe revenue above the reference",
                    unit = "1",
                    max = 100,
                    source = "P48",
                    lever = "stops.revenue_motive")
            Lever revenueMotive,

            @Input(
                    what = "Chance that a fruitless stop frames the household",
                    unit = "1",
                    max = 1,
                    source = "P37",
                    lever = "stops.false_accusation_probability")
            Lever falseAccusationProbability,

            @Input(
                    what = "Stops in the months of the quota over those in other months",
                    unit = "1",
                    max = 100,
                    source = "Q53",
                    lever = "stops.quota_multiplier")
            Lever quotaMultiplier,

            @Input(what = "First month of the quota", unit = "month", min = 1, max = 12, source = "Q54")
            int quotaFirstMonth,

            @Input(what = "Last month of the quota", unit = "month", min = 1, max = 12, source = "Q55")
            int quotaLastMonth,

            @Input(
                    what = "Bribe revenue per stop above which the motive acts",
                    unit = "USD",
                    min = 0.01,
                    max = 1e6,
                    source = "P85")
            double referenceRevenueUsd,

            @Input(
                    what = "Greatest excess of revenue over the reference that counts",
                    unit = "1",
                    max = 100,
                    source = "Q56")
            double greatestExcess,

            @Input(what = "Memory of bribe revenue per stop", unit = "days", min = 1, max = 3650, source = "Q57")
            double memoryDays,

            @Input(
                    what = "Rate of policy-free candidates from which stops are thinned; moves no expected value",
                    unit = "1/year",
                    min = 0.001,
                    max = 10,
                    source = "Q58")
            double candidatesPerYear) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("stops", Params.class, Stops::new);

    private static final int NOT_STOPPED = 1;
    private static final int FRUITLESS = 2;
    private static final double CENTS = 100;

    private final Params params;
    private final Wiring wiring;
    private final Households households;
    private final Cases cases;
    private final Arrests arrests;
    private final Lever rate;
    private final Lever motive;
    private final Lever falseAccusation;
    private final Lever quota;
    private final DrawSite stopped;
    private final DrawSite framed;
    private final ThinnedArrivals candidates;
    private final OtherStops others;
    private final Count stops;
    private final Count framedCount;
    private final Count dueToMotive;
    private final double kept; // share of memory left after a day
    private final Doubles revenueUsd; // remembered, by zone
    private final Doubles stopsMade;
    private final Doubles revenueToday;
    private final Doubles stopsToday;
    private final Doubles excess; // min(3, (m / m_ref − 1)₊) as of this morning
    private final int day;
    private final FlagCell quotaMonth;

    private Stops(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        households = wiring.households();
        cases = wiring.cases();
        arrests = wiring.arrests();
        rate = params.ratePerYear();
        motive = params.revenueMotive();
        falseAccusation = params.falseAccusationProbability();
        quota = params.quotaMultiplier();
        stopped = wiring.chance("stops.stopped");
        framed = wiring.chance("stops.framed");
        stops = wiring.enforcement(MeasureGroup.ARRESTS).line(3).count("stops", "stops", "Households searched");
        framedCount = wiring.enforcement(MeasureGroup.ARRESTS)
                .line(5)
                .count("framed", "people", "Households framed after a fruitless stop");
        dueToMotive = wiring.enforcement(MeasureGroup.ARRESTS)
                .expected(
                        "arrests_due_to_motive",
                        "people",
                        "Expected arrests in stops under the revenue motive less those without it");
        kept = StrictMath.exp(-1 / params.memoryDays());
        revenueUsd = wiring.state().doubles("stops.revenue", wiring.zoneCount(), 0);
        stopsMade = wiring.state().doubles("stops.made", wiring.zoneCount(), 0);
        revenueToday = wiring.state().doubles("stops.revenue_today", wiring.zoneCount(), 0);
        stopsToday = wiring.state().doubles("stops.today", wiring.zoneCount(), 0);
        excess = wiring.state().doubles("stops.excess", wiring.zoneCount(), 0);
        quotaMonth = wiring.state().flag("stops.quota_month", false);
        wiring.route(Route.STOPPED, "People found with a handset in a stop");
        wiring.route(Route.FRAMED, "People framed after a fruitless stop");
        day = wiring.scheduler().kind("stops.day", Phase.MODEL, this::onDay);
        others = new OtherStops(wiring, new Memory());
        candidates = new ThinnedArrivals(
                wiring, "stops.candidate", params.candidatesPerYear(), this::greatestRate, this::onCandidate);
        wiring.onAnyMove(candidates::levelMoved);
        wiring.signal(Signals.BRIBE_PAID).listen(this::onBribe);
        wiring.onStart(() -> wiring.scheduler().post(0, day, 0, 0));
    }

    private double greatestRate() {
        return rate.value() * (1 + motive.value() * params.greatestExcess()) * Math.max(1, quota.value());
    }

    private double ratePerYear(double revenueMotive, int zone) {
        double season = quotaMonth.get() ? quota.value() : 1;
        return rate.value() * (1 + revenueMotive * excess.get(zone)) * season;
    }

    private int onDay(long time, int subject, int number) {
        for (int zone = 0; zone < excess.length(); zone++) {
            if (number > 0 && wiring.zone(zone).border()) {
                others.onDay(zone, number, ratePerYear(motive.value(), zone), falseAccusation.value());
            }
            revenueUsd.set(zone, revenueUsd.get(zone) * kept + revenueToday.get(zone));
            stopsMade.set(zone, stopsMade.get(zone) * kept + stopsToday.get(zone));
            revenueToday.set(zone, 0);
            stopsToday.set(zone, 0);
            double perStop = stopsMade.get(zone) == 0 ? 0 : revenueUsd.get(zone) / stopsMade.get(zone);
            double above = Math.max(0, perStop / params.referenceRevenueUsd() - 1);
            excess.set(zone, Math.min(params.greatestExcess(), above));
        }
        quotaMonth.set(isQuotaMonth());
        wiring.scheduler().post(time + Times.DAY, day, 0, number + 1);
        return 0;
    }

    private boolean isQuotaMonth() {
        int month = wiring.monthOfYear();
        boolean withinYear = params.quotaFirstMonth() <= params.quotaLastMonth();
        boolean isAfterFirst = month >= params.quotaFirstMonth();
        boolean isBeforeLast = month <= params.quotaLastMonth();
        return withinYear ? isAfterFirst && isBeforeLast : isAfterFirst || isBeforeLast;
    }

    private int onCandidate(int household, int occurrence, int layer) {
        int zone = households.zone(household);
        if (!wiring.zone(zone).border() || !arrests.canArrest(household)) {
            return NOT_STOPPED;
        }
        double acceptance = candidates.acceptance(ratePerYear(motive.value(), zone), layer);
        double withoutMotive = candidates.acceptance(ratePerYear(0, zone), layer);
        boolean owner = households.ownsHandset(household);
        dueToMotive.addExpected(household, (acceptance - withoutMotive) * (owner ? 1 : falseAccusation.value()));
        boolean isStopped = stopped.occurs(household, occurrence, acceptance);
        arrests.expected().drawn(household, owner ? 1 : falseAccusation.value(), acceptance, isStopped);
        if (!isStopped) {
            return NOT_STOPPED;
        }
        stops.add(household);
        stopsToday.add(zone, 1);
        return owner ? take(household, Route.STOPPED, occurrence) : search(household, occurrence);
    }

    private int search(int household, int occurrence) {
        boolean isFramed = framed.occurs(household, occurrence, falseAccusation.value());
        arrests.expected().drawn(household, 1, falseAccusation.value(), isFramed);
        if (!isFramed) {
            return FRUITLESS;
        }
        framedCount.add(household);
        return take(household, Route.FRAMED, occurrence);
    }

    private int take(int household, Route route, int occurrence) {
        arrests.arrest(household, route, occurrence, arrests.ownAggravation(household), false);
        return 0;
    }

    /** Officers' memory of stops, told of those that are not simulated. */
    private final class Memory implements OtherStops.Memory {
        @Override
        public void stopped(int zone) {
            stopsToday.add(zone, 1);
        }

        @Override
        public void paid(int zone, double usd) {
            revenueToday.add(zone, usd);
        }
    }

    private void onBribe(int household, int slot) {
        if (cases.byRoute(slot, Route.STOPPED) || cases.byRoute(slot, Route.FRAMED)) {
            revenueToday.add(households.zone(household), cases.priceCents(slot) / CENTS);
        }
    }
}
