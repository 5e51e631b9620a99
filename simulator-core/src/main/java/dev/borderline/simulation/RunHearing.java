package dev.borderline.simulation;

import dev.borderline.event.EventLoop;
import dev.borderline.model.DrawSite;
import dev.borderline.model.Signal;
import dev.borderline.model.Wiring;
import dev.borderline.observe.Hearing;
import dev.borderline.observe.RunView;
import dev.borderline.policy.Lever;
import dev.borderline.policy.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Listeners that the probes of one run have registered. Without probes nothing of it is in the run's way. */
final class RunHearing implements Hearing {
    /** A look that a probe takes. */
    private record Look(long time, Runnable listener) {}

    private final RunState state;
    private final Wiring wiring;
    private final Collection<Lever> levers;
    private final List<Consumer<Event>> ofEvents = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private final List<Runnable> atEnd = new ArrayList<>();
    private boolean open = true;
    private int looksTaken;

    RunHearing(RunState state, Wiring wiring, Collection<Lever> levers) {
        this.state = state;
        this.wiring = wiring;
        this.levers = levers;
    }

    @Override
    public RunView run() {
        return state;
    }

    private void checkOpen() {
        if (!open) {
            throw new IllegalStateException("a probe says what it listens to while it is attached, not later");
        }
    }

    /** No more will be asked for. */
    void close() {
        open = false;
        looks.sort(Comparator.comparingLong(Look::time)); // stable: those of one day in the order asked for
    }

    @Override
    public void onSignal(String signal, Signal.Listener listener) {
        checkOpen();
        Collection<String> known = wiring.signalNames();
        if (!known.contains(signal)) {
            throw new IllegalArgumentException("there is no signal " + signal + RunState.nearest(signal, known));
        }
        wiring.signal(signal).tap(listener);
    }

    @Override
    public void onEvent(Consumer<Event> listener) {
        checkOpen();
        ofEvents.add(listener);
    }

    @Override
    public void onDraw(Consumer<Draw> listener) {
        checkOpen();
        for (DrawSite chance : wiring.hooks().chances()) {
            chance.tap((subject, occurrence, lane, probability) -> {
                double uniform = chance.draws().uniform(subject, occurrence, lane);
                listener.accept(new Draw(
                        state.time(),
                        chance.draws().purpose(),
                        chance.draws().kind(),
                        subject,
                        occurrence,
                        lane,
                        uniform,
                        probability));
            });
        }
    }

    @Override
    public void onFigure(Consumer<Figure> listener) {
        checkOpen();
        wiring.figures()
                .tap((household, name, value) -> listener.accept(new Figure(state.time(), household, name, value)));
    }

    @Override
    public Set<String> householdEvents() {
        return wiring.householdEvents();
    }

    @Override
    public void onMove(Consumer<Moved> listener) {
        checkOpen();
        for (Lever lever : levers) {
            double[] before = {lever.value()};
            lever.onMove(() -> {
                double from = before[0];
                before[0] = lever.value();
                listener.accept(new Moved(state.time(), lever.name(), from, lever.value()));
            });
        }
    }

    @Override
    public void onDays(Schedule days, Runnable listener) {
        checkOpen();
        for (LocalDate day : days.days(state.period())) {
            looks.add(new Look(state.period().timeMs(day), listener));
        }
    }

    @Override
    public void atEnd(Runnable listener) {
        checkOpen();
        atEnd.add(listener);
    }

    /** The run's own listener, and whoever listens to the loop's events besides. */
    EventLoop.Listener with(EventLoop.Listener own, EventLoop loop) {
        if (ofEvents.isEmpty()) {
            return own;
        }
        return (time, kind, subject, occurrence, outcome) -> {
            own.onEvent(time, kind, subject, occurrence, outcome);
            Event event = new Event(time, loop.kindName(kind), subject, occurrence, outcome);
            ofEvents.forEach(listener -> listener.accept(event));
        };
    }

    /** Time of the next look, or {@code Long.MAX_VALUE}. */
    long nextLook() {
        return looksTaken < looks.size() ? looks.get(looksTaken).time() : Long.MAX_VALUE;
    }

    /** Leaves out looks that belong to a past in which nobody listened. */
    void skipLooksBefore(long time) {
        looks.removeIf(look -> look.time() < time);
    }

    /** Takes the next look. */
    void look() {
        looks.get(looksTaken++).listener().run();
    }

    /** The run is over. */
    void end() {
        atEnd.forEach(Runnable::run);
    }
}
