package dev.borderline.simulation;

import dev.borderline.event.EventLoop;
import dev.borderline.event.Times;
import dev.borderline.random.Mix64;
import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;

/**
 * Sums, for each simulated month, of a strong mix of every event. An event is its time, kind, subject, occurrence and
 * outcome; so is each move that a controller makes. A controller that moves nothing leaves no trace. A sum does not depend on order; two runs that differ do so in a month that can be named.
 */
final class Fingerprint implements StatePart, EventLoop.Listener {
    private static final long FRACTION = 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio: spreads small numbers

    private final long[] months;
    private final long[] kinds;
    private int month;
    private long monthEnd = Times.MONTH;
    private final int silent; // the kind of event whose effect is reported by moves, or -1

    Fingerprint(EventLoop loop, long end) {
        months = new long[(int) ((end - 1) / Times.MONTH) + 1];
        kinds = new long[loop.kindCount()];
        int acting = -1;
        for (int kind = 0; kind < kinds.length; kind++) {
            kinds[kind] = Mix64.hash(loop.kindName(kind));
            acting = loop.kindName(kind).equals(RunControl.KIND) ? kind : acting;
        }
        silent = acting;
    }

    @Override
    public void onEvent(long time, int kind, int subject, int occurrence, int outcome) {
        if (kind == silent) {
            return;
        }
        long who = (long) subject << 32 | occurrence;
        long mixed = Mix64.mix(Mix64.mix(who + kinds[kind]) + time * FRACTION + outcome);
        while (time >= monthEnd) { // spares a division; events come in order of time
            month++;
            monthEnd += Times.MONTH;
        }
        months[month] += mixed;
    }

    /** A controller has moved a lever to a value. */
    void moved(long time, String lever, double value) {
        long mixed = Mix64.mix(Mix64.mix(Double.doubleToLongBits(value) + Mix64.hash(lever)) + time * FRACTION);
        months[(int) (time / Times.MONTH)] += mixed;
    }

    /** Sums by month. */
    long[] byMonth() {
        return months.clone();
    }

    @Override
    public void save(StateWriter out) {
        out.int32(month);
        out.int64(monthEnd);
        out.int64s(months, months.length);
    }

    @Override
    public void load(StateReader in) {
        month = in.int32();
        monthEnd = in.int64();
        in.int64s(months, months.length);
    }
}
