package dev.borderline.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** State that was written down in memory. It is immutable, to be read as often as one likes, by several threads at once. */
public final class StateBlocks {
    private final List<byte[]> blocks;

    private StateBlocks(List<byte[]> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /** The state that {@code state} writes. */
    public static StateBlocks of(Consumer<StateWriter> state) {
        List<byte[]> blocks = new ArrayList<>();
        StateWriter out = new StateWriter((block, length) -> blocks.add(Arrays.copyOf(block, length)));
        state.accept(out);
        out.flush();
        return new StateBlocks(blocks);
    }

    /** Bytes in all. */
    public long bytes() {
        return blocks.stream().mapToLong(block -> block.length).sum();
    }

    /** A reader from the beginning. */
    public StateReader reader() {
        int[] next = {0};
        return new StateReader(block -> {
            if (next[0] == blocks.size()) {
                return 0;
            }
            byte[] present = blocks.get(next[0]++);
            System.arraycopy(present, 0, block, 0, present.length);
            return present.length;
        });
    }
}
