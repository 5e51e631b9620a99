package dev.borderline.mechanism;

import dev.borderline.event.Scheduler;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Lever;
import dev.borderline.state.DoubleCell;
import dev.borderline.state.Doubles;
import dev.borderline.state.IntCell;
import dev.borderline.state.Ints;
import dev.borderline.state.LongCell;
import dev.borderline.state.StateRegistry;

/**
 * People who have left the country and are on their way. Each arrives once transit has been open for his time abroad: a clock
 * runs as fast as transit is open, and stands still while it is shut. So a lever that moves is felt by all who are under way,
 * and the time each of them needs is drawn once, in whatever world.
 *
 * <p>They stand in a binary heap by the reading of the clock at which they arrive, then by kind, subject and occurrence. Of all
 * only the first arrival is pending; it is put off or brought forward when the lever moves.
 */
final class Abroad {
    private static final int ROOM_AT_FIRST = 64;
    private static final long NOBODY = 0; // no handle

    private final Scheduler scheduler;
    private final long end;
    private final Lever open;
    private final Doubles due;
    private final Ints kind;
    private final Ints subject;
    private final Ints occurrence;
    private final IntCell size;
    private final LongCell handle; // of the first arrival
    private final DoubleCell clock; // ticks of open transit, until readAt
    private final LongCell readAt;
    private final DoubleCell openShare; // since readAt

    /** Nobody abroad; {@code open} is the lever on the share of transit that is open. */
    Abroad(Wiring wiring, Lever open) {
        scheduler = wiring.scheduler();
        end = wiring.end();
        this.open = open;
        StateRegistry state = wiring.state();
        due = state.doubles("abroad.due", ROOM_AT_FIRST, 0);
        kind = state.ints("abroad.kind", ROOM_AT_FIRST, 0);
        subject = state.ints("abroad.subject", ROOM_AT_FIRST, 0);
        occurrence = state.ints("abroad.occurrence", ROOM_AT_FIRST, 0);
        size = state.intCell("abroad.size", 0);
        handle = state.longCell("abroad.handle", NOBODY);
        clock = state.doubleCell("abroad.clock", 0);
        readAt = state.longCell("abroad.read_at", 0);
        openShare = state.doubleCell("abroad.open_share", open.value());
        open.onMove(this::onMove);
    }

    /** Share of transit that is open now. */
    double openShare() {
        return open.value();
    }

    /** Number of people under way. */
    int size() {
        return size.get();
    }

    /** Departure of somebody who needs so many ticks of open transit and arrives as an event of this kind. */
    void leave(double ticks, int arrivalKind, int ofSubject, int ofOccurrence) {
        int at = size.get();
        size.add(1);
        due.grow(at + 1, 0);
        kind.grow(at + 1, 0);
        subject.grow(at + 1, 0);
        occurrence.grow(at + 1, 0);
        set(at, readClock() + ticks, arrivalKind, ofSubject, ofOccurrence);
        if (rise(at) == 0) {
            postFirst();
        }
    }

    /** Arrival of the first one, told by its event; who comes after is pending from now on. */
    void arrive() {
        readClock();
        int last = size.get() - 1;
        size.set(last);
        if (last > 0) {
            set(0, due.get(last), kind.get(last), subject.get(last), occurrence.get(last));
            sink();
        }
        handle.set(NOBODY);
        postFirst();
    }

    private void onMove() {
        readClock();
        openShare.set(open.value());
        postFirst();
    }

    /** Brings the clock up to now. */
    private double readClock() {
        clock.add((scheduler.now() - readAt.get()) * openShare.get());
        readAt.set(scheduler.now());
        return clock.get();
    }

    private void postFirst() {
        scheduler.cancel(handle.get());
        handle.set(NOBODY);
        if (size.get() == 0 || openShare.get() == 0) {
            return;
        }
        double wait = Math.max(1, StrictMath.ceil((due.get(0) - clock.get()) / openShare.get()));
        if (scheduler.now() + wait < end) {
            handle.set(scheduler.schedule(scheduler.now() + (long) wait, kind.get(0), subject.get(0), occurrence.get(0)));
        }
    }

    /** Moves a traveller up to where he belongs, and tells where. */
    private int rise(int from) {
        int at = from;
        while (at > 0 && isBefore(at, (at - 1) / 2)) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
        return at;
    }

    /** Moves the first one down to where he belongs. */
    private void sink() {
        int at = 0;
        while (true) {
            int least = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size.get(); child++) {
                least = isBefore(child, least) ? child : least;
            }
            if (least == at) {
                return;
            }
            swap(at, least);
            at = least;
        }
    }

    private boolean isBefore(int one, int other) {
        if (due.get(one) != due.get(other)) {
            return due.get(one) < due.get(other);
        }
        if (kind.get(one) != kind.get(other)) {
            return kind.get(one) < kind.get(other);
        }
        if (subject.get(one) != subject.get(other)) {
            return subject.get(one) < subject.get(other);
        }
        return occurrence.get(one) < occurrence.get(other);
    }

    private void swap(int one, int other) {
        double dueOfOne = due.get(one);
        int kindOfOne = kind.get(one);
        int subjectOfOne = subject.get(one);
        int occurrenceOfOne = occurrence.get(one);
        set(one, due.get(other), kind.get(other), subject.get(other), occurrence.get(other));
        set(other, dueOfOne, kindOfOne, subjectOfOne, occurrenceOfOne);
    }

    private void set(int at, double newDue, int newKind, int newSubject, int newOccurrence) {
        due.set(at, newDue);
        kind.set(at, newKind);
        subject.set(at, newSubject);
        occurrence.set(at, newOccurrence);
    }
}
