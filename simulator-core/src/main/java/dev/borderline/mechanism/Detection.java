package dev.borderline.mechanism;

import dev.borderline.event.Times;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Arrests;
import dev.borderline.model.Calls;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.DrawSite;
import dev.borderline.model.HouseholdDraws;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Places;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.Aftermath;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.Line;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Ports.Pursuit;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.state.DoubleCell;

/**
 * M06, detection of sessions. A session at exposure x under coverage c and locate rate λ is located at hazard {@code c x λ} per
 * minute after the latency L, so {@code P(located) = 1 − exp(−c x λ max(T − L, 0))}. A located caller whom a team reaches is
 * taken with the relative on the line; else he is identified within days with {@code identify × pseudonym}. On a brokered session
 * the broker is taken, and the client with the client-taken probability.
 *
 * <p>Draws, by household and need: {@code detection.located} (its uniform also gives the time), {@code
 * detection.identified}, {@code detection.identified_after}, {@code detection.client_taken}.
 */
final class Detection {
    /** Parameters that a scenario sets. */
    public record Params(
            @Input(
                    what = "Share of air time that is listened to",
                    unit = "1",
                    max = 1,
                    source = "P30",
                    lever = "surveillance.coverage")
            Lever coverage,

            @Input(
                    what = "Hazard of being located while listened to",
                    unit = "1/min",
                    max = 60,
                    source = "P31",
                    lever = "surveillance.locate_rate_per_minute")
            Lever locateRatePerMinute,

            @Input(
                    what = "Time on air before a session can be located",
                    unit = "min",
                    max = 60,
                    source = "P32",
                    lever = "surveillance.latency_minutes")
            Lever latencyMinutes,

            @Input(
                    what = "Chance that a located caller who is not reached is identified later, before pseudonyms",
                    unit = "1",
                    max = 1,
                    source = "P81",
                    lever = "surveillance.identify_probability")
            Lever identifyProbability,

            @Input(what = "Factor of pseudonyms on later identification", unit = "1", max = 1, source = "P80")
            double pseudonymFactor,

            @Input(
                    what = "Mean time from a located session to identification",
                    unit = "days",
                    min = 0.01,
                    max = 365,
                    source = "Q20")
            double identificationDaysMean) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("detection", Params.class, Detection::new);

    private static final int OVER = 1;
    private static final int BROKER_ALONE = 2;

    private final Params params;
    private final Wiring wiring;
    private final Calls calls;
    private final Places places;
    private final Arrests arrests;
    private final Lever coverage;
    private final Lever locateRate;
    private final Lever latency;
    private final Lever identify;
    private final Port<Pursuit> pursuit;
    private final Port<BrokerMarket> brokers;
    private final Port<NeedView> needs;
    private final Port<Line> line;
    private final DrawSite located;
    private final DrawSite identified;
    private final DrawSite clientTaken;
    private final HouseholdDraws identifiedAfter;
    private final Count locatedCount;
    private final Signal locatedSignal;
    private final int locating;
    private final int identification;
    private final Identifications pending;
    private final DoubleCell lastIntegrated; // hazard of the last session looked at, and what it led to
    private final DoubleCell lastLocated;

    private Detection(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        pending = new Identifications(wiring.state());
        lastIntegrated = wiring.state().doubleCell("detection.last_integrated", 0);
        lastLocated = wiring.state().doubleCell("detection.last_located", 0);
        calls = wiring.calls();
        places = wiring.places();
        arrests = wiring.arrests();
        coverage = params.coverage();
        locateRate = params.locateRatePerMinute();
        latency = params.latencyMinutes();
        identify = params.identifyProbability();
        pursuit = wiring.port(Pursuit.class, () -> 0);
        brokers = wiring.port(BrokerMarket.class);
        needs = wiring.port(NeedView.class);
        line = wiring.port(Line.class);
        located = wiring.chance("detection.located");
        identified = wiring.chance("detection.identified");
        clientTaken = wiring.chance("detection.client_taken");
        identifiedAfter = wiring.draws("detection.identified_after");
        locatedCount = wiring.enforcement(MeasureGroup.ARRESTS)
                .line(2)
                .count("located", "sessions", "Sessions located while in progress");
        locatedSignal = wiring.signal(Signals.SESSION_LOCATED);
        locating = wiring.householdEvent("detection.locate", this::onLocated);
        identification = wiring.householdEvent("detection.identification", this::onIdentification);
        wiring.route(Route.CAUGHT_IN_CALL, "People taken by a team during a session");
        wiring.route(Route.IDENTIFIED, "People identified after a located session");
        wiring.signal(Signals.SESSION_STARTED).listen(this::onSession);
        wiring.signal(Signals.PURSUIT_REACHED).listen(this::onReached);
        wiring.signal(Signals.PURSUIT_MISSED).listen(this::onMissed);
        wiring.risk().addDetection(this::arrestProbability);
        wiring.provide(Aftermath.class, this::arrestsByReach);
    }

    /** Hazard per minute once the latency is over. */
    private double hazard(double exposure) {
        return coverage.value() * exposure * locateRate.value();
    }

    private double locatedProbability(double exposure, double minutes) {
        double integrated = hazard(exposure) * Math.max(minutes - latency.value(), 0);
        if (integrated != lastIntegrated.get()) { // brokers' calls are all of one length until a lever moves
            lastIntegrated.set(integrated);
            lastLocated.set(-StrictMath.expm1(-integrated));
        }
        return lastLocated.get();
    }

    /** Probability of arrest of the one on the line, through detection, now or later. */
    private double arrestProbability(double exposure, double minutes) {
        return locatedProbability(exposure, minutes) * arrestOnceLocated();
    }

    private double arrestOnceLocated() {
        return arrestOnceLocated(pursuit.get().reachProbability());
    }

    private double arrestOnceLocated(double reach) {
        return reach + (1 - reach) * identifiedProbability();
    }

    /** Probability that a located caller who was not reached is identified. */
    private double identifiedProbability() {
        return identify.value() * params.pseudonymFactor();
    }

    /** Probability that the client is taken where the one on the line is. */
    private double clientShare(int call) {
        return calls.brokered(call) ? brokers.get().clientTakenProbability() : 1;
    }

    private double arrestsByReach(int call) {
        return isLeftAlone(call) ? 0 : clientShare(call) * (1 - identifiedProbability());
    }

    /** A call over which nobody is arrested: a levy is paid, or a policy protects the household. */
    private boolean isLeftAlone(int call) {
        return calls.tolerated(call) || arrests.isProtected(calls.household(call));
    }

    private void onSession(int household, int call) {
        double exposure = places.exposureFactor(calls.remote(call));
        double probability = locatedProbability(exposure, calls.minutes(call));
        double u = located.uniform(household, calls.need(call), probability);
        double weight = clientShare(call) * arrestOnceLocated();
        arrests.expected().drawn(household, weight, probability, u < probability);
        if (calls.brokered(call) && !isLeftAlone(call)) {
            int zone = calls.zone(call);
            brokers.get()
                    .risks(zone, probability * arrestOnceLocated(pursuit.get().reachProbability(zone)));
        }
        if (u < probability) {
            double minutes = latency.value() - StrictMath.log1p(-u) / hazard(exposure);
            long time = wiring.scheduler().now() + Times.ticks(minutes, Times.MINUTE);
            calls.willBeLocated(call, wiring.scheduler().schedule(time, locating, household, call));
        }
    }

    private int onLocated(long time, int household, int call) {
        locatedCount.add(household);
        locatedSignal.emit(household, call);
        return 0;
    }

    private void onReached(int household, int call) {
        if (isLeftAlone(call)) {
            return;
        }
        int need = calls.need(call);
        boolean taken = true;
        if (calls.brokered(call)) {
            brokers.get().taken(household, need, calls.zone(call));
            taken = isTakenWithBroker(household, need);
        }
        if (taken) {
            arrest(household, Route.CAUGHT_IN_CALL, need, calls.brokered(call), true);
        } else {
            line.get().cutOff(call);
        }
    }

    private void onMissed(int household, int call) {
        if (isLeftAlone(call)) {
            return;
        }
        int need = calls.need(call);
        boolean isIdentified = identified.occurs(household, need, identifiedProbability());
        arrests.expected().drawn(household, clientShare(call), identifiedProbability(), isIdentified);
        if (isIdentified) {
            double days = identifiedAfter.exponential(household, need) * params.identificationDaysMean();
            long time = wiring.scheduler().now() + Times.ticks(days, Times.DAY);
            int slot = pending.add(need, calls.zone(call), calls.brokered(call));
            wiring.scheduler().post(time, identification, household, slot);
        }
    }

    /** Fate of a client who is not held already: true when he is taken with the broker. */
    private boolean isTakenWithBroker(int household, int need) {
        double share = brokers.get().clientTakenProbability();
        boolean taken = clientTaken.occurs(household, need, share);
        arrests.expected().drawn(household, 1, share, taken);
        return taken;
    }

    /** The broker of a session is taken, whatever has become of his client meanwhile. */
    private int onIdentification(long time, int household, int slot) {
        int need = pending.need(slot);
        boolean brokered = pending.brokered(slot);
        int zone = pending.zone(slot);
        pending.remove(slot);
        if (brokered) {
            brokers.get().taken(household, need, zone);
        }
        if (!arrests.canArrest(household)) {
            return OVER;
        }
        if (brokered && !isTakenWithBroker(household, need)) {
            return BROKER_ALONE;
        }
        arrest(household, Route.IDENTIFIED, need, brokered, false);
        return 0;
    }

    private void arrest(int household, Route route, int need, boolean brokered, boolean told) {
        int aggravation =
                arrests.callAggravation(household, needs.get().forMoney(household, need)) + (brokered ? 1 : 0);
        arrests.arrest(household, route, need, aggravation, told);
    }
}
