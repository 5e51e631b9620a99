package dev.borderline.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Memory of those who are {@link Kept}, as one part of a run's state. A resumed run may have others besides, who start afresh,
 * and may lack some, whose memory is passed over.
 */
public final class KeptState implements StatePart {
    private record Entry(String name, StateRegistry state) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Adds one under a name, which must be the same wherever it is to remember the same. */
    public void add(String name, Kept one) {
        StateRegistry state = new StateRegistry();
        one.keep(state);
        entries.add(new Entry(name, state));
    }

    @Override
    public void save(StateWriter out) {
        out.int32(entries.size());
        for (Entry entry : entries) {
            Bytes bytes = new Bytes();
            StateWriter own = new StateWriter(bytes::add);
            entry.state().save(own);
            own.flush();
            out.text(entry.name());
            out.int32(bytes.content.length);
            out.bytes(bytes.content, bytes.content.length);
        }
    }

    @Override
    public void load(StateReader in) {
        for (int left = in.length(Integer.MAX_VALUE); left > 0; left--) {
            String name = in.text();
            byte[] content = new byte[in.length(Integer.MAX_VALUE - Long.BYTES)];
            in.bytes(content, content.length);
            for (Entry entry : entries) {
                if (entry.name().equals(name)) {
                    entry.state().load(new StateReader(new Bytes(content)::fill));
                }
            }
        }
    }

    /** A memory written to or read from an array, block by block; blocks carry their length. */
    private static final class Bytes {
        private byte[] content;
        private int at;

        private Bytes() {
            this(new byte[0]);
        }

        private Bytes(byte[] content) {
            this.content = content;
        }

        private void add(byte[] block, int length) {
            int end = content.length;
            content = Arrays.copyOf(content, end + Integer.BYTES + length);
            for (int i = 0; i < Integer.BYTES; i++) {
                content[end + i] = (byte) (length >>> (Byte.SIZE * i));
            }
            System.arraycopy(block, 0, content, end + Integer.BYTES, length);
        }

        private int fill(byte[] block) {
            if (at + Integer.BYTES > content.length) {
                return 0;
            }
            int length = 0;
            for (int i = 0; i < Integer.BYTES; i++) {
                length |= (content[at + i] & 0xFF) << (Byte.SIZE * i);
            }
            System.arraycopy(content, at + Integer.BYTES, block, 0, length);
            at += Integer.BYTES + length;
            return length;
        }
    }
}
