package dev.borderline.mechanism;

import dev.borderline.event.EventLoop;
import dev.borderline.policy.Lever;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * People who have left the country and are on their way. Each arrives once transit has been open for his time abroad: a clock
 * runs as fast as transit is open, and stands still while it is shut. So a lever that moves is felt by all who are under way,
 * and the time each of them needs is drawn once, in whatever world.
 *
 * <p>Of all only the next arrival is pending; it is put off or brought forward when the lever moves.
 */
final class Abroad {
    /** Somebody under way: what he arrives as, and how far the clock has to run for it. */
    private record Traveller(double due, int kind, int subject, int occurrence) implements Comparable<Traveller> {
        @Override
        public int compareTo(Traveller other) {
            if (due != other.due) {
                return Double.compare(due, other.due);
            }
            if (kind != other.kind) {
                return Integer.compare(kind, other.kind);
            }
            return subject != other.subject
                    ? Integer.compare(subject, other.subject)
                    : Integer.compare(occurrence, other.occurrence);
        }
    }

    private final EventLoop loop;
    private final long end;
    private final Lever open;
    private final PriorityQueue<Traveller> travellers = new PriorityQueue<>();
    private @Nullable Traveller next; // whose arrival is pending
    private long handle;
    private double clock; // ticks of open transit, until readAt
    private long readAt;
    private double openShare;

    /** Nobody abroad; {@code open} is the lever on the share of transit that is open. */
    Abroad(EventLoop loop, long end, Lever open) {
        this.loop = loop;
        this.end = end;
        this.open = open;
        openShare = open.value();
        open.onMove(this::onMove);
    }

    /** Share of transit that is open now. */
    double openShare() {
        return open.value();
    }

    /** Somebody sets out who needs so many ticks of open transit, and arrives as an event of this kind. */
    void leave(double ticks, int kind, int subject, int occurrence) {
        travellers.add(new Traveller(clock() + ticks, kind, subject, occurrence));
        postNext();
    }

    /** To be called by the event of each arrival: who comes after is pending from now on. */
    void arrive() {
        clock();
        travellers.remove();
        next = null;
        postNext();
    }

    /** Number of people under way. */
    int size() {
        return travellers.size();
    }

    private void onMove() {
        clock();
        openShare = open.value();
        if (next != null) {
            loop.cancel(handle);
            next = null;
        }
        postNext();
    }

    /** Brings the clock up to now. */
    private double clock() {
        clock += (loop.now() - readAt) * openShare;
        readAt = loop.now();
        return clock;
    }

    private void postNext() {
        Traveller first = travellers.peek();
        if (first == null || first == next) {
            return;
        }
        if (next != null) {
            loop.cancel(handle);
        }
        next = null;
        double wait = openShare == 0 ? end : Math.max(1, StrictMath.ceil((first.due - clock) / openShare));
        if (loop.now() + wait < end) {
            next = first;
            handle = loop.schedule(loop.now() + (long) wait, first.kind, first.subject, first.occurrence);
        }
    }
}
