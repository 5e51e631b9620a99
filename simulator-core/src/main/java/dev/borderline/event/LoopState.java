package dev.borderline.event;

import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.util.Arrays;

/**
 * The state of an {@link EventLoop}. Pending events are written in their total order, those equal in all by slot: so what is written
 * does not depend on how the agenda holds them, and a loop that was read is written alike.
 */
final class LoopState implements StatePart {
    private static final int TIES_AT_FIRST = 16;

    private static final long NEVER = Long.MAX_VALUE;

    private final EventLoop loop;
    private final int[] postedAnew;
    private int[] slots = new int[TIES_AT_FIRST]; // of events equal in all, not written yet
    private int ties;

    LoopState(EventLoop loop, int... kindsPostedAnew) {
        this.loop = loop;
        postedAnew = kindsPostedAnew.clone();
    }

    @Override
    public void save(StateWriter out) {
        out.int32(loop.kindCount());
        for (int kind = 0; kind < loop.kindCount(); kind++) {
            out.text(loop.kindName(kind));
        }
        out.int64(loop.now());
        out.int64(loop.eventCount());
        out.int64(loop.nextProgress());
        loop.handles().save(out);
        LadderAgenda sorted = new LadderAgenda();
        LadderAgenda never = new LadderAgenda(); // an agenda does not give out what never comes
        loop.agenda().forEach((time, order, slot) -> {
            if (isKept(EventOrder.kind(order))) {
                (time == NEVER ? never : sorted).add(time == NEVER ? 0 : time, order, slot);
            }
        });
        out.int32(sorted.size() + never.size());
        write(sorted, false, out);
        write(never, true, out);
    }

    private boolean isKept(int kind) {
        for (int other : postedAnew) {
            if (kind == other) {
                return false;
            }
        }
        return true;
    }

    private void write(LadderAgenda sorted, boolean isNever, StateWriter out) {
        long time = -1;
        long order = -1;
        while (sorted.poll(NEVER)) {
            if (sorted.time() != time || sorted.order() != order) {
                writeTies(isNever ? NEVER : time, order, out);
                time = sorted.time();
                order = sorted.order();
            }
            if (ties == slots.length) {
                slots = Arrays.copyOf(slots, 2 * ties);
            }
            slots[ties++] = sorted.slot();
        }
        writeTies(isNever ? NEVER : time, order, out);
    }

    private void writeTies(long time, long order, StateWriter out) {
        Arrays.sort(slots, 0, ties);
        for (int i = 0; i < ties; i++) {
            out.int64(time);
            out.int64(order);
            out.int32(slots[i]);
        }
        ties = 0;
    }

    @Override
    public void load(StateReader in) {
        int kinds = in.int32();
        if (kinds != loop.kindCount()) {
            throw new IllegalStateException("it has " + kinds + " kinds of events, this run " + loop.kindCount());
        }
        for (int kind = 0; kind < kinds; kind++) {
            String name = in.text();
            if (!name.equals(loop.kindName(kind))) {
                throw new IllegalStateException(
                        "it has events '" + name + "' where this run has '" + loop.kindName(kind) + "'");
            }
        }
        loop.set(in.int64(), in.int64(), in.int64());
        loop.handles().load(in);
        for (int left = in.length(Integer.MAX_VALUE); left > 0; left--) {
            loop.agenda().add(in.int64(), in.int64(), in.int32());
        }
    }
}
