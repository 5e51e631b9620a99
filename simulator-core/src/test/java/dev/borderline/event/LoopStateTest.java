package dev.borderline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.random.Mix64;
import dev.borderline.state.StateBlocks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loop that takes over the state of another executes what that one would have. */
class LoopStateTest {
    private static final int ANEW = 1;

    /** A loop whose events schedule, cancel and post others by their own numbers alone. */
    private static final class World {
        private final EventLoop loop = new EventLoop();
        private final List<String> executed = new ArrayList<>();
        private final long[] handles = new long[64];

        private World() {
            loop.kind("work", Phase.MODEL, this::onWork);
            loop.kind("anew", Phase.POLICY, (time, subject, occurrence) -> note("anew", time, subject, occurrence));
        }

        private int note(String kind, long time, int subject, int occurrence) {
            executed.add(kind + " " + time + " " + subject + " " + occurrence);
            return 0;
        }

        private int onWork(long time, int subject, int occurrence) {
            long mixed = Mix64.mix(time * 31 + subject);
            int other = (int) (mixed & 63);
            if ((mixed & 0x100) == 0) {
                loop.cancel(handles[other]);
                handles[other] = loop.schedule(time + 1 + (mixed >>> 9 & 0xFFF), 0, other, occurrence + 1);
            } else {
                loop.post(time + 1 + (mixed >>> 9 & 0xFFF), 0, subject, occurrence + 1);
            }
            return note("work", time, subject, occurrence);
        }

        private void begin(int pending) {
            for (int i = 0; i < pending; i++) {
                loop.post(Mix64.mix(i) & 0xFFFF, 0, i, 0);
            }
            loop.schedule(Long.MAX_VALUE, 0, 5, 0);
            loop.post(7, 0, 3, 3);
            loop.schedule(7, 0, 3, 3);
        }

        private StateBlocks state() {
            return StateBlocks.of(loop.state(ANEW)::save);
        }
    }

    private static World copyOf(World world) {
        World copy = new World();
        copy.loop.state(ANEW).load(world.state().reader());
        System.arraycopy(world.handles, 0, copy.handles, 0, copy.handles.length);
        return copy;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 40, 3000})
    void copy_executesWhatTheLoopWouldHave(int pending) {
        World world = new World();
        world.begin(pending);
        world.loop.runFor(1000);
        World copy = copyOf(world);
        world.executed.clear();

        world.loop.runUntil(world.loop.now() + 20_000);
        copy.loop.runUntil(copy.loop.now() + 20_000);

        assertThat(copy.executed).isEqualTo(world.executed);
        assertThat(copy.loop.eventCount()).isEqualTo(world.loop.eventCount());
        assertThat(copy.loop.pendingCount()).isEqualTo(world.loop.pendingCount());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 40, 3000})
    void copy_writtenAgain_givesEqualBytes(int pending) {
        World world = new World();
        world.begin(pending);
        world.loop.runFor(500);

        byte[] first = bytes(world.state());
        byte[] again = bytes(copyOf(world).state());

        assertThat(again).isEqualTo(first);
    }

    private static byte[] bytes(StateBlocks state) {
        byte[] bytes = new byte[(int) state.bytes()];
        state.reader().bytes(bytes, bytes.length);
        return bytes;
    }

    @Test
    void eventsPostedAnew_areLeftOut() {
        World world = new World();
        world.loop.post(10, ANEW, 1, 0);
        world.loop.post(20, 0, 2, 0);
        World copy = copyOf(world);
        copy.loop.post(15, ANEW, 9, 0);

        copy.loop.runFor(2);

        assertThat(copy.executed).containsExactly("anew 15 9 0", "work 20 2 0");
    }

    @Test
    void handles_stayValid() {
        World world = new World();
        long kept = world.loop.schedule(10, 0, 1, 0);
        long cancelled = world.loop.schedule(11, 0, 2, 0);
        world.loop.cancel(cancelled);
        World copy = copyOf(world);

        assertThat(copy.loop.isPending(kept)).isTrue();
        assertThat(copy.loop.isPending(cancelled)).isFalse();
        assertThat(copy.loop.cancel(kept)).isTrue();
        assertThat(copy.loop.pendingCount()).isZero();
        assertThat(world.loop.pendingCount()).isEqualTo(1);
    }

    @Test
    void loop_withOtherKindsOrEvents_refusesTheState() {
        World world = new World();
        StateBlocks state = world.state();
        EventLoop other = new EventLoop();
        other.kind("work", Phase.MODEL, (time, subject, occurrence) -> 0);
        World busy = new World();
        busy.loop.post(1, 0, 0, 0);

        assertThatThrownBy(() -> other.state().load(state.reader()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("it has 2 kinds of events, this run 1");
        assertThatThrownBy(() -> busy.loop.state(ANEW).load(state.reader())).isInstanceOf(IllegalStateException.class);
    }
}
