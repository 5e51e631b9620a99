package dev.borderline.event;

import static dev.borderline.event.Handles.NO_SLOT;

import dev.borderline.state.StatePart;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Simulated time: takes pending events in their total order and hands each to the handler of its kind.
 *
 * <p>An event is four numbers: when, of which kind, about whom (subject), and which of the subject's events of this kind
 * (occurrence). The order of execution depends on nothing else: time, then phase, then kind (as registered), then
 * subject, then occurrence. An event posted for the present instant from inside a handler takes its place in that order
 * among those still pending, so it comes next if it precedes them all, even where it would have preceded the event being
 * executed.
 *
 * <p>Register the kinds, post the first events, run. A loop belongs to one thread. Once its arrays have grown it
 * allocates nothing. If a handler throws, its event counts as not executed, is no longer pending, and the exception
 * passes through; the run should be abandoned.
 */
public final class EventLoop {
    /** Number of events between two looks of the progress listener. */
    public static final int PROGRESS_INTERVAL = 65_536;

    /** Below this number of cancelled events sweeping them out is not worth a pass over the agenda. */
    private static final int MIN_SWEEP = 1_024;

    private final LadderAgenda agenda;
    private final Handles handles = new Handles();
    private final IntPredicate sweep = handles::closeIfCancelled;

    private EventHandler[] handlers = new EventHandler[0];
    private long[] prefixes = new long[0];
    private String[] names = new String[0];

    private long now;
    private long eventCount;
    private long eventCap = Long.MAX_VALUE;
    private long nextProgress = PROGRESS_INTERVAL;
    private boolean posted;
    private boolean running;
    private boolean stopRequested;
    private int failedKind = -1;
    private @Nullable Listener listener;
    private @Nullable BooleanSupplier stopCondition;
    private @Nullable ProgressListener progress;

    /** An empty loop at time 0. Time is counted in ticks; the simulator's tick is a millisecond since the scenario's start. */
    public EventLoop() {
        this(new LadderAgenda());
    }

    EventLoop(LadderAgenda agenda) {
        this.agenda = agenda;
    }

    /**
     * Registers a kind of event, at most {@code 128}, before the first event is posted.
     *
     * @return the kind's id in this loop, counting from 0
     * @throws IllegalArgumentException if another kind has this name
     */
    public int kind(String name, Phase phase, EventHandler handler) {
        if (posted) {
            throw new IllegalStateException("kind '" + name + "' registered after the first event was posted");
        }
        int id = handlers.length;
        if (Arrays.asList(names).contains(name)) {
            throw new IllegalArgumentException("two kinds of event are called " + name);
        }
        if (id == EventOrder.MAX_KINDS) {
            throw new IllegalStateException("kind '" + name + "' is one more than " + EventOrder.MAX_KINDS);
        }
        handlers = Arrays.copyOf(handlers, id + 1);
        prefixes = Arrays.copyOf(prefixes, id + 1);
        names = Arrays.copyOf(names, id + 1);
        handlers[id] = handler;
        prefixes[id] = EventOrder.prefix(phase, id);
        names[id] = name;
        return id;
    }

    /** The name a kind was registered with. */
    public String kindName(int kind) {
        return names[kind];
    }

    /** Kind of the event whose handler threw last, or −1. */
    public int failedKind() {
        return failedKind;
    }

    /** Number of kinds registered; their ids are 0 to this minus 1. */
    public int kindCount() {
        return names.length;
    }

    /**
     * Makes an event pending that will not be cancelled.
     *
     * @param time ticks, not before {@link #now}; {@code Long.MAX_VALUE} means never
     * @param kind an id returned by {@link #kind}
     * @param subject from 0
     * @param occurrence from 0 to 8,388,607 (23 bits)
     * @throws IllegalArgumentException if any is out of range
     */
    public void post(long time, int kind, int subject, int occurrence) {
        agenda.add(time, checkedOrder(time, kind, subject, occurrence), NO_SLOT);
    }

    /**
     * Makes an event pending that can be cancelled.
     *
     * @return its handle, never 0 and not reused
     * @see #post
     */
    public long schedule(long time, int kind, int subject, int occurrence) {
        long order = checkedOrder(time, kind, subject, occurrence);
        long handle = handles.open();
        agenda.add(time, order, Handles.slotOf(handle));
        return handle;
    }

    private long checkedOrder(long time, int kind, int subject, int occurrence) {
        posted = true;
        if (time < now
                || kind < 0
                || kind >= prefixes.length
                || subject < 0
                || occurrence < 0
                || occurrence > EventOrder.MAX_OCCURRENCE) {
            throw refusal(time, kind, subject, occurrence);
        }
        return EventOrder.pack(prefixes[kind], subject, occurrence);
    }

    private IllegalArgumentException refusal(long time, int kind, int subject, int occurrence) {
        String event = "event of kind " + (kind >= 0 && kind < names.length ? names[kind] : Integer.toString(kind))
                + " at " + time + ", subject " + subject + ", occurrence " + occurrence + ": ";
        String fault;
        if (kind < 0 || kind >= names.length) {
            fault = "no such kind, registered are 0 to " + (names.length - 1);
        } else if (time < now) {
            fault = "in the past, now is " + now;
        } else if (subject < 0) {
            fault = "the subject is negative";
        } else {
            fault = "the occurrence is outside 0 to " + EventOrder.MAX_OCCURRENCE
                    + ", the 23 bits that the order of events has for it; count what is beyond under other subjects";
        }
        return new IllegalArgumentException(event + fault);
    }

    /**
     * Cancels a pending event.
     *
     * @return false, and nothing is touched, if the handle is 0, unknown, or its event was executed or cancelled
     */
    public boolean cancel(long handle) {
        boolean cancelled = handles.cancel(handle);
        if (cancelled && handles.cancelledCount() > MIN_SWEEP && 2 * handles.cancelledCount() > agenda.size()) {
            // At least half of the agenda leaves, so each cancellation pays for at most two events of the sweep.
            agenda.removeIf(sweep);
        }
        return cancelled;
    }

    /** Tells whether the handle's event is neither executed nor cancelled. */
    public boolean isPending(long handle) {
        return handles.isPending(handle);
    }

    /** The present instant in ticks: inside a handler the time of its event. */
    public long now() {
        return now;
    }

    /** Number of events executed since the loop was made. */
    public long eventCount() {
        return eventCount;
    }

    /** Number of events that are neither executed nor cancelled. */
    public int pendingCount() {
        return agenda.size() - handles.cancelledCount();
    }

    /**
     * The state of this loop. Time, counts, handles and all pending events but those of some kinds, whose pending events follow from
     * what whoever resumes the run knows and are posted anew. Read into a loop with the same kinds before anything is posted.
     */
    public StatePart state(int... kindsPostedAnew) {
        return new LoopState(this, kindsPostedAnew);
    }

    LadderAgenda agenda() {
        return agenda;
    }

    Handles handles() {
        return handles;
    }

    long nextProgress() {
        return nextProgress;
    }

    /** Puts the clock where that of another loop stood. */
    void set(long newNow, long newEventCount, long newNextProgress) {
        if (posted) {
            throw new IllegalStateException("a loop in which events were posted cannot take over those of another");
        }
        posted = true;
        now = newNow;
        eventCount = newEventCount;
        nextProgress = newNextProgress;
    }

    /** Sets the one observer of executed events, or none. */
    public void listener(@Nullable Listener newListener) {
        listener = newListener;
    }

    /**
     * Sets a listener to subjects of events that will soon be executed, some at a time, in no order. It may bring what it keeps
     * of them into the processor's cache while other work goes on. A hint: it must change nothing.
     */
    public void lookahead(IntConsumer soonDue) {
        agenda.lookahead(order -> soonDue.accept(EventOrder.subject(order)));
    }

    /** Sets a condition tested after every event; once it holds, running ends with {@link StopReason#STOPPED}. */
    public void stopCondition(@Nullable BooleanSupplier newCondition) {
        stopCondition = newCondition;
    }

    /** Sets who is told of progress every {@value #PROGRESS_INTERVAL} events and may call the run off. */
    public void progress(@Nullable ProgressListener newProgress) {
        progress = newProgress;
    }

    /** Sets the number of events, counted since the loop was made, at which running ends with {@link StopReason#CAPPED}. */
    public void eventCap(long maxEventCount) {
        if (maxEventCount < 0) {
            throw new IllegalArgumentException("event cap " + maxEventCount + " is negative");
        }
        eventCap = maxEventCount;
    }

    /** Ends running with {@link StopReason#STOPPED} after the present event; for handlers and listeners. */
    public void requestStop() {
        stopRequested = true;
    }

    /**
     * Executes every event before the end time, unless stopped earlier.
     *
     * @param endTimeExclusive ticks, not before {@link #now}; becomes {@code now()} if it is reached
     */
    public StopReason runUntil(long endTimeExclusive) {
        if (endTimeExclusive < now) {
            throw new IllegalArgumentException("end time " + endTimeExclusive + " is in the past, now is " + now);
        }
        StopReason reason = run(endTimeExclusive, Long.MAX_VALUE);
        if (reason == StopReason.EXHAUSTED) {
            now = endTimeExclusive;
            return StopReason.END_REACHED;
        }
        return reason;
    }

    /** Executes so many events, unless stopped earlier or nothing is pending. */
    public StopReason runFor(long events) {
        if (events < 0) {
            throw new IllegalArgumentException("number of events " + events + " is negative");
        }
        return run(Long.MAX_VALUE, events);
    }

    /** Runs in batches short enough that a look at progress between two of them costs nothing measurable. */
    private StopReason run(long endTimeExclusive, long events) {
        if (running) {
            throw new IllegalStateException("the loop is already running: a handler must not run it");
        }
        running = true;
        stopRequested = false;
        try {
            long target = events > Long.MAX_VALUE - eventCount ? Long.MAX_VALUE : eventCount + events;
            while (true) {
                if (eventCount >= target) {
                    return StopReason.COUNT_REACHED;
                }
                if (eventCount >= eventCap) {
                    return StopReason.CAPPED;
                }
                long batch = Math.min(nextProgress, Math.min(target, eventCap)) - eventCount;
                if (runBatch(endTimeExclusive, (int) batch)) {
                    return stopRequested ? StopReason.STOPPED : StopReason.EXHAUSTED;
                }
                if (eventCount == nextProgress && !isToGoOn()) {
                    return StopReason.CALLED_OFF;
                }
            }
        } finally {
            running = false;
        }
    }

    private boolean isToGoOn() {
        nextProgress += PROGRESS_INTERVAL;
        return progress == null || progress.onProgress(now, eventCount);
    }

    /** Executes up to {@code batch} events. Tells whether it ended before, because nothing was due or a stop was asked for. */
    private boolean runBatch(long endTimeExclusive, int batch) {
        int remaining = batch;
        while (remaining > 0) {
            if (!agenda.poll(endTimeExclusive)) {
                return true;
            }
            int slot = agenda.slot();
            if (slot != NO_SLOT && !handles.close(slot)) {
                continue;
            }
            execute(agenda.time(), agenda.order());
            remaining--;
            if (stopRequested) {
                return true;
            }
        }
        return false;
    }

    private void execute(long time, long order) {
        now = time;
        int kind = EventOrder.kind(order);
        int subject = EventOrder.subject(order);
        int occurrence = EventOrder.occurrence(order);
        int outcome;
        try {
            outcome = handlers[kind].onEvent(time, subject, occurrence);
        } catch (RuntimeException failure) {
            failedKind = kind;
            throw failure;
        }
        eventCount++;
        if (listener != null) {
            listener.onEvent(time, kind, subject, occurrence, outcome);
        }
        if (stopCondition != null && stopCondition.getAsBoolean()) {
            stopRequested = true;
        }
    }

    /** Reason for which a call of {@code runUntil} or {@code runFor} returned. In every case the loop can be run on. */
    public enum StopReason {
        /** Every event before the end time was executed; {@code now()} is the end time. */
        END_REACHED,
        /** The number of events asked for was executed. */
        COUNT_REACHED,
        /** Nothing is pending any more, fewer events than asked for were executed. */
        EXHAUSTED,
        /** A handler called {@code requestStop()} or the stop condition held. */
        STOPPED,
        /** The event cap was reached: a guard against models that never end, not a normal way to finish. */
        CAPPED,
        /** The progress listener answered false. */
        CALLED_OFF
    }

    /** An observer of executed events. It is told after the handler has returned and must not post, schedule or cancel. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Takes note of one executed event.
         *
         * @param time ticks since the start
         * @param kind the kind's id in this loop
         * @param subject whom the event was about
         * @param occurrence which of the subject's events of this kind it was
         * @param outcome what the handler returned
         */
        void onEvent(long time, int kind, int subject, int occurrence, int outcome);
    }

    /** A look at a run in progress, taken every {@value EventLoop#PROGRESS_INTERVAL} events; it can call the run off. */
    @FunctionalInterface
    public interface ProgressListener {
        /**
         * Reports progress and asks whether to go on.
         *
         * @param time ticks since the start
         * @param eventCount events executed so far
         * @return true to go on, false to call the run off with {@link StopReason#CALLED_OFF}
         */
        boolean onProgress(long time, long eventCount);
    }

    /** Handler of events of one kind, called when one comes due. */
    @FunctionalInterface
    public interface EventHandler {
        /**
         * Executes one event. May post, schedule and cancel others, also at the present instant.
         *
         * @param time ticks since the start; the loop's {@code now()}
         * @param subject whom the event is about, as given when it was posted
         * @param occurrence which of the subject's events of this kind it is, as given when it was posted
         * @return the outcome, a code from 0 up whose meaning belongs to the kind; observers and the run's fingerprint see it
         */
        int onEvent(long time, int subject, int occurrence);
    }
}
