package dev.borderline.mechanism;

import dev.borderline.event.Scheduler;
import dev.borderline.event.Times;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Calls;
import dev.borderline.model.DrawSite;
import dev.borderline.model.Households;
import dev.borderline.model.Households.State;
import dev.borderline.model.Mechanism;
import dev.borderline.model.NeedLedger;
import dev.borderline.model.Places;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.Line;
import dev.borderline.model.Ports.Patience;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;

/**
 * M04, connection: a planned call is attempted after the travel to a place with signal. An attempt fails by jamming with
 * probability J; after the last try, a day apart each, the need is jammed out. What connects is a session of the planned
 * length unless an officer cuts it off. Nobody calls while held.
 *
 * <p>Draws: {@code connection.jammed} by household and need, sub-draw the try.
 */
final class Connection {
    /** Parameters that a scenario sets. */
    public record Params(
            @Input(
                    what = "Chance that an attempt in town fails by jamming",
                    unit = "1",
                    max = 1,
                    source = "P35",
                    lever = "jamming.failure_probability")
            Lever failureProbability,

            @Input(what = "Tries before a need is jammed out", unit = "tries", min = 1, max = 20, source = "Q18")
            int tries,

            @Input(what = "Time between two tries", unit = "days", min = 0.01, max = 60, source = "Q19")
            double retryDays) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("connection", Params.class, Connection::new);

    private static final int CONNECTED = 0;
    private static final int JAMMED = 1;
    private static final int JAMMED_OUT = 2;
    private static final int LINE_BUSY = 3;
    private static final int LAPSED = 4;
    private static final int WAITING = 5;

    private final Params params;
    private final Wiring wiring;
    private final Scheduler scheduler;
    private final Households households;
    private final Calls calls;
    private final Places places;
    private final NeedLedger ledger;
    private final Lever jamming;
    private final DrawSite jammed;
    private final Count attempts;
    private final Count sessions;
    private final Count brokeredSessions;
    private final Count minutes;
    private final Count jammedAttempts;
    private final Port<BrokerMarket> brokers;
    private final Signal failed;
    private final Signal started;
    private final Signal ended;
    private final Signal completed;
    private final int attempt;
    private final int end;

    private Connection(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        scheduler = wiring.scheduler();
        households = wiring.households();
        calls = wiring.calls();
        places = wiring.places();
        ledger = wiring.needs();
        jamming = params.failureProbability();
        jammed = wiring.chance("connection.jammed");
        attempts = wiring.neutral(MeasureGroup.CONTACTS)
                .line(2)
                .sharedCount(
                        "attempts",
                        "attempts",
                        "Attempts to connect over any channel, retries and blocked ones included");
        jammedAttempts = wiring.harm(MeasureGroup.CONTACTS)
                .count("jammed_attempts", "attempts", "Attempts that failed by jamming");
        sessions = wiring.neutral(MeasureGroup.ARRESTS)
                .main(1)
                .count("sessions", "sessions", "Calls connected over a neighbour's network");
        brokeredSessions = wiring.neutral(MeasureGroup.CONTACTS)
                .sharedCount("brokered_sessions", "sessions", "Sessions held on a broker's handset");
        minutes = wiring.neutral(MeasureGroup.CONTACTS)
                .sharedMinutes("minutes", "Air time of completed and interrupted calls over any channel");
        Count sessionMinutes =
                wiring.neutral(MeasureGroup.CONTACTS).minutes("session_minutes_planned", "Planned length of sessions");
        wiring.neutral(MeasureGroup.CONTACTS)
                .line(9)
                .ratio(
                        "call_minutes_mean",
                        "min",
                        "Planned length of sessions over sessions",
                        sessionMinutes,
                        sessions);
        wiring.enforcement(MeasureGroup.ARRESTS)
                .line(8)
                .ratio(
                        "formal_risk_per_session",
                        "1",
                        "Formal cases over a call, on routes that begin with a session, over sessions",
                        wiring.enforcement(MeasureGroup.ARRESTS)
                                .sharedCount(
                                        "formal_call_cases",
                                        "cases",
                                        "Formal cases on routes that begin with a session"),
                        sessions);
        brokers = wiring.port(BrokerMarket.class, new BrokerMarket() {});
        failed = wiring.signal(Signals.ATTEMPT_FAILED);
        started = wiring.signal(Signals.SESSION_STARTED);
        started.listen(
                (household, call) -> sessionMinutes.add(household, Times.ticks(calls.minutes(call), Times.MINUTE)));
        ended = wiring.signal(Signals.SESSION_ENDED);
        completed = wiring.signal(Signals.CONTACT_COMPLETED);
        attempt = wiring.householdEvent("connection.attempt", this::onAttempt);
        end = wiring.householdEvent("connection.end", this::onEnd);
        wiring.signal(Signals.CALL_PLANNED).listen(this::onPlan);
        wiring.signal(Signals.CLIENT_CALLED).listen(this::onTurn);
        wiring.provide(Line.class, this::cutOff);
        wiring.provide(Patience.class, params::tries);
        wiring.invariant("open needs = calls planned or in progress", () -> ledger.open() == calls.open());
        wiring.invariant(
                "households on a call = sessions in progress",
                () -> households.inState(State.ON_CALL) == calls.inProgress());
    }

    private void onPlan(int household, int call) {
        double travelDays = wiring.zone(households.zone(household)).travelDays();
        double days = calls.brokered(call) ? travelDays / 2 : travelDays;
        scheduler.post(scheduler.now() + Times.ticks(days, Times.DAY), attempt, household, call);
    }

    private int onAttempt(long time, int household, int call) {
        State state = households.state(household);
        if (state == State.ON_CALL) {
            postAgain(household, call);
            return LINE_BUSY;
        }
        if (state != State.FREE) {
            ledger.lapsed(household);
            calls.close(call);
            return LAPSED;
        }
        if (calls.brokered(call) && !brokers.get().receives(household, call)) {
            return WAITING;
        }
        return tryToConnect(household, call);
    }

    /** A broker has time. Who is held meanwhile does not come, who is on another call comes back a day later. */
    private void onTurn(int household, int call) {
        State state = households.state(household);
        if (state == State.FREE) {
            tryToConnect(household, call);
            return;
        }
        failed.emit(household, call);
        if (state == State.ON_CALL) {
            postAgain(household, call);
        } else {
            ledger.lapsed(household);
            calls.close(call);
        }
    }

    private int tryToConnect(int household, int call) {
        attempts.add(household);
        double probability = Math.min(1, jamming.value() * places.jammingFactor(calls.remote(call)));
        if (!jammed.occurs(household, calls.need(call), calls.tries(call), probability)) {
            start(household, call);
            return CONNECTED;
        }
        jammedAttempts.add(household);
        failed.emit(household, call);
        calls.countTry(call);
        if (calls.tries(call) < params.tries()) {
            postAgain(household, call);
            return JAMMED;
        }
        ledger.jammedOut(household);
        calls.close(call);
        return JAMMED_OUT;
    }

    private void postAgain(int household, int call) {
        scheduler.post(scheduler.now() + Times.ticks(params.retryDays(), Times.DAY), attempt, household, call);
    }

    private void start(int household, int call) {
        long now = scheduler.now();
        long endTime = now + Times.ticks(calls.minutes(call), Times.MINUTE);
        households.enter(household, State.ON_CALL);
        households.callsFrom(household, calls.remote(call));
        calls.start(call, now, scheduler.schedule(endTime, end, household, call));
        sessions.add(household);
        if (calls.brokered(call)) {
            brokeredSessions.add(household);
        }
        started.emit(household, call);
    }

    private int onEnd(long time, int household, int call) {
        ledger.completed(household);
        completed.emit(household, calls.need(call));
        hangUp(household, call);
        return 0;
    }

    private void cutOff(int call) {
        int household = calls.household(call);
        scheduler.cancel(calls.endHandle(call));
        calls.markCutOff(call);
        ledger.interrupted(household);
        hangUp(household, call);
    }

    private void hangUp(int household, int call) {
        scheduler.cancel(calls.locateHandle(call));
        minutes.add(household, scheduler.now() - calls.startedAt(call));
        households.enter(household, State.FREE);
        ended.emit(household, call);
        calls.close(call);
    }
}
