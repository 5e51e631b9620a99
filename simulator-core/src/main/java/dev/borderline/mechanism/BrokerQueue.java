package dev.borderline.mechanism;

import dev.borderline.event.Phase;
import dev.borderline.event.Scheduler;
import dev.borderline.event.Times;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Calls;
import dev.borderline.model.HouseholdDraws;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.state.Doubles;
import dev.borderline.state.IntCell;
import dev.borderline.state.Ints;
import dev.borderline.state.LongCell;

/**
 * M10, one client at a time, where a scenario switches it on. A broker is busy from the moment a client is received until the
 * try has failed or the call is over, and a while longer, exponential. Who finds all brokers of the zone busy waits, first come
 * first served, and gives up after an exponential time. Who is not free when his turn comes costs the broker the while. A broker
 * who is taken leaves his place when its client has gone.
 *
 * <p>The queue of a zone is Erlang's with impatience (Palm 1957). The client-time spent waiting is the integral of the number
 * who wait (Little 1961), an invariant kept in whole ticks.
 *
 * <p>Draws, by household and need, sub-draw the try: {@code brokers.service}, {@code brokers.patience}.
 */
final class BrokerQueue {
    /** Terms of the queue: on or off, mean patience of clients, mean time a broker is busy after a call. */
    record Terms(boolean queueing, double patienceHours, double serviceMinutesMean) {}

    private final Terms terms;
    private final Wiring wiring;
    private final Scheduler scheduler;
    private final Calls calls;
    private final Doubles active; // brokers, by zone; kept by Brokers
    private final Ints busy;
    private final ClientQueue queue;
    private final HouseholdDraws services;
    private final HouseholdDraws patiences;
    private final Count waits;
    private final Count waited;
    private final Signal joined;
    private final Signal called;
    private final int free;
    private final int giveUp;
    private final IntCell waiting;
    private final LongCell integral; // of the number who wait, ticks, until changedAt
    private final LongCell changedAt;

    BrokerQueue(Terms terms, Wiring wiring, Doubles active) {
        this.terms = terms;
        this.wiring = wiring;
        this.active = active;
        scheduler = wiring.scheduler();
        calls = wiring.calls();
        busy = wiring.state().ints("brokers.busy", active.length(), 0);
        queue = new ClientQueue(wiring.state(), active.length());
        waiting = wiring.state().intCell("brokers.waiting", 0);
        integral = wiring.state().longCell("brokers.waiting_integral", 0);
        changedAt = wiring.state().longCell("brokers.waiting_changed_at", 0);
        services = wiring.draws("brokers.service");
        patiences = wiring.draws("brokers.patience");
        waits = wiring.harm(MeasureGroup.CONTACTS)
                .count("broker_waits", "clients", "Clients who found all brokers busy");
        waited = wiring.harm(MeasureGroup.CONTACTS)
                .years("broker_wait_years", "Client-years spent waiting for a broker, once the wait is over");
        joined = wiring.signal(Signals.CLIENT_WAITS);
        called = wiring.signal(Signals.CLIENT_CALLED);
        free = scheduler.kind("brokers.free", Phase.MODEL, this::onFree);
        giveUp = scheduler.kind("brokers.give_up", Phase.MODEL, this::onGiveUp);
        if (terms.queueing()) {
            wiring.signal(Signals.ATTEMPT_FAILED).listen(this::onOver);
            wiring.signal(Signals.SESSION_ENDED).listen(this::onOver);
        }
        wiring.onEnd(this::close);
        wiring.invariant("client-time waited = integral of the number who wait", this::littlesLaw);
    }

    /** True if a broker has time for this call now; if not, the client waits. Unless clients queue, one always has. */
    boolean receives(int household, int call) {
        int zone = calls.zone(call);
        if (!terms.queueing()) {
            return true;
        }
        if (busy.get(zone) < active.get(zone)) {
            busy.add(zone, 1);
            return true;
        }
        double hours = patiences.exponential(household, calls.need(call), calls.tries(call)) * terms.patienceHours();
        long handle = scheduler.schedule(scheduler.now() + Times.ticks(hours, Times.HOUR), giveUp, household, call);
        queue.join(zone, call, scheduler.now(), handle);
        waits.add(household);
        count(1);
        joined.emit(household, call);
        return false;
    }

    /** Calls clients who wait as long as a broker of the zone is free. */
    void serve(int zone) {
        while (busy.get(zone) < active.get(zone) && queue.first(zone) != ClientQueue.NONE) {
            int call = queue.first(zone);
            scheduler.cancel(queue.patience(call));
            leave(zone, call);
            busy.add(zone, 1);
            called.emit(calls.household(call), call);
        }
    }

    private void leave(int zone, int call) {
        queue.leave(zone, call);
        waited.addSpell(calls.household(call), queue.since(call), scheduler.now());
        count(-1);
    }

    private void count(int change) {
        integral.add(waiting.get() * (scheduler.now() - changedAt.get()));
        changedAt.set(scheduler.now());
        waiting.add(change);
    }

    /** A try failed or a session is over: the broker needs a while yet. */
    private void onOver(int household, int call) {
        if (calls.brokered(call)) {
            double minutes = services.exponential(household, calls.need(call), calls.tries(call));
            long ticks = Times.ticks(minutes * terms.serviceMinutesMean(), Times.MINUTE);
            scheduler.post(scheduler.now() + ticks, free, household, calls.zone(call));
        }
    }

    private int onFree(long time, int household, int zone) {
        busy.add(zone, -1);
        serve(zone);
        return 0;
    }

    private int onGiveUp(long time, int household, int call) {
        leave(calls.zone(call), call);
        wiring.needs().gaveUp(household);
        calls.close(call);
        return 0;
    }

    private boolean littlesLaw() {
        count(0);
        long open = 0;
        for (int zone = 0; zone < active.length(); zone++) {
            for (int call = queue.first(zone); call != ClientQueue.NONE; call = queue.after(call)) {
                open += scheduler.now() - queue.since(call);
            }
        }
        return waited.total() + open == integral.get();
    }

    /** Books the waits that are not over when the run is. */
    private void close() {
        for (int zone = 0; zone < active.length(); zone++) {
            for (int call = queue.first(zone); call != ClientQueue.NONE; call = queue.first(zone)) {
                leave(zone, call);
            }
        }
    }
}
