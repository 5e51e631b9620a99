package dev.borderline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.state.StateRegistry.Derived;
import org.junit.jupiter.api.Test;

/** Cells and columns come back as they were, and what does not fit is refused by name. */
class StateRegistryTest {
    /** One of each kind. */
    private static final class All {
        private final StateRegistry registry = new StateRegistry();
        private final IntCell count = registry.intCell("count", 1);
        private final LongCell time = registry.longCell("time", 2);
        private final DoubleCell price = registry.doubleCell("price", 3);
        private final FlagCell open = registry.flag("open", false);
        private final Ints busy = registry.ints("busy", 3, -1);
        private final Longs handles = registry.longs("handles", 2);
        private final Doubles fees = registry.doubles("fees", 20_000, 0.5);
        private final IntLists diary = registry.intLists("diary", 4);
        private final Derived<Double> twice = registry.derived("twice", () -> 2 * price.get());
    }

    @Test
    void state_readElsewhere_isWhatWasWritten() {
        All from = new All();
        from.count.add(41);
        from.time.set(Long.MIN_VALUE);
        from.price.set(-0.0);
        from.open.set(true);
        from.busy.grow(70_000, 9);
        from.busy.set(69_999, 17);
        from.handles.add(1, 5);
        from.fees.set(19_999, Double.NaN);
        for (int i = 0; i < 40; i++) {
            from.diary.add(2, i * i);
        }
        All to = new All();
        to.diary.add(0, 77);
        assertThat(to.twice.get()).isEqualTo(6.0);

        to.registry.load(StateBlocks.of(from.registry::save).reader());

        assertThat(to.count.get()).isEqualTo(42);
        assertThat(to.time.get()).isEqualTo(Long.MIN_VALUE);
        assertThat(Double.doubleToRawLongBits(to.price.get())).isEqualTo(Long.MIN_VALUE);
        assertThat(to.open.get()).isTrue();
        assertThat(to.busy.length()).isEqualTo(from.busy.length());
        assertThat(to.busy.get(2)).isEqualTo(-1);
        assertThat(to.busy.get(3)).isEqualTo(9);
        assertThat(to.busy.get(69_999)).isEqualTo(17);
        assertThat(to.handles.get(1)).isEqualTo(5);
        assertThat(to.fees.get(0)).isEqualTo(0.5);
        assertThat(to.fees.get(19_999)).isNaN();
        assertThat(to.diary.size(0)).isZero();
        assertThat(to.diary.size(2)).isEqualTo(40);
        assertThat(to.diary.get(2, 39)).isEqualTo(39 * 39);
        assertThat(to.twice.get()).isEqualTo(-0.0);
    }

    @Test
    void name_declaredTwice_isRefused() {
        StateRegistry registry = new StateRegistry();
        registry.flag("open", true);

        assertThatThrownBy(() -> registry.intCell("open", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state 'open' is declared twice");
    }

    @Test
    void state_ofOtherParts_isRefusedByName() {
        StateRegistry one = new StateRegistry();
        one.intCell("count", 0);
        StateRegistry other = new StateRegistry();
        other.intCell("number", 0);
        StateRegistry none = new StateRegistry();
        StateBlocks written = StateBlocks.of(one::save);

        assertThatThrownBy(() -> other.load(written.reader()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("state of 'count' stands where that of 'number' belongs");
        assertThatThrownBy(() -> none.load(written.reader()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("state of 'count' stands where that of 'end' belongs");
    }

    @Test
    void state_thatEndsEarly_isRefused() {
        StateRegistry one = new StateRegistry();
        one.longs("handles", 4);
        StateBlocks cut = StateBlocks.of(out -> {
            out.text("handles");
            out.int32(4);
            out.int64(1);
        });

        assertThatThrownBy(() -> one.load(cut.reader()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("state 'handles': it ends too early");
    }

    /** Of those who remember some may be missing and some be new. */
    @Test
    void keptState_readWithOthers_goesToThoseOfTheSameName() {
        KeptState from = new KeptState();
        IntCell[] cells = new IntCell[3];
        from.add("first", state -> cells[0] = state.intCell("seen", 5));
        from.add("second", state -> cells[1] = state.intCell("seen", 6));
        KeptState to = new KeptState();
        IntCell[] theirs = new IntCell[2];
        to.add("new", state -> theirs[0] = state.intCell("seen", 1));
        to.add("second", state -> theirs[1] = state.intCell("seen", 2));

        to.load(StateBlocks.of(from::save).reader());

        assertThat(theirs[0].get()).isEqualTo(1);
        assertThat(theirs[1].get()).isEqualTo(6);
    }
}
