package dev.borderline.observe;

import dev.borderline.model.Signal;
import dev.borderline.policy.Schedule;
import dev.borderline.random.SubjectKind;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Channel for what a {@link Probe} may be told of. Asked for while the probe is attached, not later. An exception of a listener
 * breaks the run off.
 */
public interface Hearing {
    /** The run as it stands whenever it is looked at. */
    RunView run();

    /**
     * Tells of a signal of the model, see {@link dev.borderline.model.Signals}, or of a mechanism's own. Within the event that
     * causes it, before anything follows from it.
     *
     * @throws IllegalArgumentException naming the nearest, if no mechanism of this run has such a signal
     */
    void onSignal(String signal, Signal.Listener listener);

    /** Tells of every event when it is over. */
    void onEvent(Consumer<Event> listener);

    /** Tells of every yes-or-no draw. */
    void onDraw(Consumer<Draw> listener);

    /** Tells of every number that a decision about a household rested on, see {@link dev.borderline.model.DecisionNumbers}. */
    void onFigure(Consumer<Figure> listener);

    /** Kinds of event whose subject is a household, by its place in the columns; sorted. */
    Set<String> householdEvents();

    /** Tells of every change of a lever's value, whoever moved it. */
    void onMove(Consumer<Moved> listener);

    /** Tells at midnight of these days, before anything else happens on them. */
    void onDays(Schedule days, Runnable listener);

    /** Tells when the run is over and all counts are closed. */
    void atEnd(Runnable listener);

    /**
     * Something that happened.
     *
     * @param time ticks since the start
     * @param kind name of the kind of event, for example {@code detection.locate}
     * @param subject whom it is about; most often the household's place in the columns
     * @param occurrence which event of this kind it is to the subject
     * @param outcome what came of it; the meaning belongs to the kind
     */
    record Event(long time, String kind, int subject, int occurrence, int outcome) {}

    /**
     * A yes-or-no draw: it was yes if {@code uniform < probability}.
     *
     * @param time ticks since the start
     * @param purpose name of the draw, for example {@code detection.located}
     * @param kind what the subject number counts
     * @param subject lasting number of whom it is about, the same in every arm
     * @param occurrence need, candidate or event it belongs to
     * @param lane number of the sub-draw
     * @param uniform in (0, 1); it depends on nothing but the address and the run's key
     * @param probability what the model, under the levers in force, compared it with
     */
    record Draw(
            long time,
            String purpose,
            SubjectKind kind,
            long subject,
            int occurrence,
            int lane,
            double uniform,
            double probability) {
        /** True if it happened. */
        public boolean yes() {
            return uniform < probability;
        }
    }

    /**
     * A number that a decision rested on.
     *
     * @param time ticks since the start
     * @param household whom the decision was about, by place in the columns
     * @param name mechanism and number, with its unit at the end
     * @param value the number
     */
    record Figure(long time, int household, String name, double value) {}

    /**
     * A lever has another value.
     *
     * @param time ticks since the start
     * @param lever its name, for example {@code surveillance.coverage}
     * @param from value before
     * @param to value from now on
     */
    record Moved(long time, String lever, double from, double to) {}
}
