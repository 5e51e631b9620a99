package dev.borderline.model;

import dev.borderline.event.Scheduler;
import dev.borderline.measure.Compensator;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.Households.State;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Arrest by any route, the one way into an officer's hands. It cuts off a call in progress, opens the case, lets the officer
 * settle it on the spot, and hands it on as a formal case otherwise.
 */
public final class Arrests {
    private final Scheduler scheduler;
    private final Households households;
    private final Calls calls;
    private final Cases cases;
    private final Map<Integer, Route> routeByLane = new TreeMap<>();
    private final Map<String, Count> countByRoute = new TreeMap<>();
    private final Port<Ports.Settling> settling;
    private final Port<Ports.Line> line;
    private Ports.Immunity[] immunities = {}; // an array: to go through a list takes an iterator each time
    private final Signal arrested;
    private final Signal formal;
    private final Count arrests;
    private final Compensator expected;
    private final Count settled;
    private final Count formalCases;
    private final Count formalCallCases;

    Arrests(Assembly wiring, Households households, Calls calls, Cases cases) {
        scheduler = wiring.scheduler();
        this.households = households;
        this.calls = calls;
        this.cases = cases;
        settling = wiring.port(Ports.Settling.class, (slot, stage, remainingYears) -> false);
        line = wiring.port(Ports.Line.class);
        arrested = wiring.signal(Signals.ARRESTED);
        formal = wiring.signal(Signals.CASE_FORMAL);
        arrests = wiring.enforcement(MeasureGroup.ARRESTS)
                .key(4, 2)
                .byFifth(4)
                .count("arrests", "people", "People taken by an officer, by any route");
        expected = wiring.enforcement(MeasureGroup.ARRESTS)
                .compensator("arrests", "people", "people taken by an officer, by any route");
        settled = wiring.enforcement(MeasureGroup.ARRESTS)
                .main(6)
                .titled("Settled on the spot")
                .count("settled", "cases", "Arrests settled with the officer on the spot");
        formalCallCases = wiring.enforcement(MeasureGroup.ARRESTS)
                .sharedCount("formal_call_cases", "cases", "Formal cases on routes that begin with a session");
        formalCases = wiring.enforcement(MeasureGroup.ARRESTS)
                .key(7, 6)
                .count("formal_cases", "cases", "Arrests not settled on the spot");
    }

    /** Declares a route by the count of its arrests. */
    void declare(Route route, Count count) {
        Route holder = routeByLane.putIfAbsent(route.lane(), route);
        if (holder != null) {
            throw new IllegalArgumentException("routes " + holder.name() + " and " + route.name()
                    + " have the same lane, " + route.lane() + ", and would share their draws; choose another lane");
        }
        countByRoute.put(route.name(), count);
    }

    private Count count(Route route) {
        Count count = countByRoute.get(route.name());
        if (count == null) {
            throw new IllegalStateException("route " + route.name() + " was not declared");
        }
        return count;
    }

    /** The expected number of arrests: told of every draw that decides about one. */
    public Compensator expected() {
        return expected;
    }

    /** Number of aggravating circumstances that are the household's own: kin in an enemy country, arrested before. */
    public int ownAggravation(int household) {
        int own = households.kinInEnemyCountry(household) ? 1 : 0;
        return own + (households.arrests(household) > 0 ? 1 : 0);
    }

    /** Aggravating circumstances of being taken for a call: the household's own, and a need for money. */
    public int callAggravation(int household, boolean forMoney) {
        return ownAggravation(household) + (forMoney ? 1 : 0);
    }

    /** True when the household is neither held nor gone. */
    public boolean atLarge(int household) {
        State state = households.state(household);
        return state == State.FREE || state == State.ON_CALL;
    }

    /** True when the household can be arrested now: at large, and protected by no policy. */
    public boolean canArrest(int household) {
        return atLarge(household) && !isProtected(household);
    }

    /** True while a policy protects the household from arrest. */
    public boolean isProtected(int household) {
        for (Ports.Immunity immunity : immunities) {
            if (immunity.protects(household)) {
                return true;
            }
        }
        return false;
    }

    /** Asks this, too, before anybody is arrested; what protects a household is asked only while the run is in progress. */
    public void exempt(Ports.Immunity immunity) {
        immunities = Arrays.copyOf(immunities, immunities.length + 1);
        immunities[immunities.length - 1] = immunity;
    }

    /**
     * Arrests a household that {@link #canArrest can be}.
     *
     * @param occurrence number of the need or candidate behind it, which addresses the draws of the case
     * @param aggravation number of aggravating circumstances
     * @param relativeTold whether the relative learns of it even if not on the line at that moment
     */
    public void arrest(int household, Route route, int occurrence, int aggravation, boolean relativeTold) {
        int slot = take(household, route, occurrence, aggravation, relativeTold);
        if (settling.get().settles(slot, Ports.Stage.STREET, 0)) {
            settled.add(household);
            households.enter(household, State.FREE);
            cases.close(slot, Cases.Outcome.SETTLED);
        } else {
            proceed(household, route, slot);
        }
    }

    /** As {@link #arrest}, where there is no settling on the spot and only a relative on the line is told. */
    public void arrestFormally(int household, Route route, int occurrence, int aggravation) {
        proceed(household, route, take(household, route, occurrence, aggravation, false));
    }

    private int take(int household, Route route, int occurrence, int aggravation, boolean relativeTold) {
        if (!canArrest(household)) {
            throw new IllegalStateException("household " + household + " cannot be arrested by route " + route.name()
                    + ": it is held, gone or protected");
        }
        boolean onLine = households.state(household) == State.ON_CALL;
        if (onLine) {
            line.get().cutOff(calls.inProgress(household));
        }
        int slot = cases.open(household, route, occurrence, aggravation, relativeTold || onLine, scheduler.now());
        households.countArrest(household);
        arrests.add(household);
        expected.counted(household);
        count(route).add(household);
        households.enter(household, State.INVESTIGATION);
        arrested.emit(household, slot);
        return slot;
    }

    private void proceed(int household, Route route, int slot) {
        formalCases.add(household);
        if (route.byCall()) {
            formalCallCases.add(household);
        }
        formal.emit(household, slot);
    }
}
