package dev.borderline.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A stream of state coming in, as {@link StateWriter} wrote it. */
public final class StateReader {
    private static final int TEXT_MAX = 1 << 24;

    /** The giver of blocks. */
    @FunctionalInterface
    public interface BlockSource {
        /** Fills the block from its beginning; returns how many bytes it gave, 0 at the end. */
        int fill(byte[] block);
    }

    private final BlockSource source;
    private final byte[] block = new byte[StateWriter.BLOCK];
    private final ByteBuffer buffer =
            ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).limit(0);

    /** A reader that takes blocks from a source. */
    public StateReader(BlockSource source) {
        this.source = source;
    }

    /** Blocks end where a value did not fit any more, so none is cut in two. */
    private ByteBuffer present(int bytes) {
        if (!buffer.hasRemaining()) {
            buffer.clear();
            buffer.limit(source.fill(block));
        }
        if (buffer.remaining() < bytes) {
            throw new IllegalStateException("it ends too early");
        }
        return buffer;
    }

    /** Number of values of a width that are at hand, at least one. */
    private int atHand(int width) {
        return present(width).remaining() / width;
    }

    /** A yes or no. */
    public boolean flag() {
        return present(Byte.BYTES).get() != 0;
    }

    /** A number of 32 bits. */
    public int int32() {
        return present(Integer.BYTES).getInt();
    }

    /** A number of 64 bits. */
    public long int64() {
        return present(Long.BYTES).getLong();
    }

    /** A real number, bit by bit. */
    public double real() {
        return Double.longBitsToDouble(int64());
    }

    /** A text with its length. */
    public String text() {
        int length = int32();
        if (length < 0 || length > TEXT_MAX) {
            throw new IllegalStateException("a text of " + length + " bytes cannot be");
        }
        byte[] utf8 = new byte[length];
        bytes(utf8, length);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** A number that must be from 0 to {@code most}: a length, before room is made for it. */
    public int length(int most) {
        int length = int32();
        if (length < 0 || length > most) {
            throw new IllegalStateException("a length of " + length + " cannot be: at most " + most);
        }
        return length;
    }

    /** The first bytes of an array. */
    public void bytes(byte[] values, int count) {
        for (int at = 0; at < count; ) {
            int part = Math.min(count - at, atHand(Byte.BYTES));
            buffer.get(values, at, part);
            at += part;
        }
    }

    /** The first numbers of an array. */
    public void int32s(int[] values, int count) {
        for (int at = 0; at < count; ) {
            int part = Math.min(count - at, atHand(Integer.BYTES));
            buffer.asIntBuffer().get(values, at, part);
            buffer.position(buffer.position() + part * Integer.BYTES);
            at += part;
        }
    }

    /** The first numbers of an array. */
    public void int64s(long[] values, int count) {
        for (int at = 0; at < count; ) {
            int part = Math.min(count - at, atHand(Long.BYTES));
            buffer.asLongBuffer().get(values, at, part);
            buffer.position(buffer.position() + part * Long.BYTES);
            at += part;
        }
    }

    /** The first real numbers of an array. */
    public void reals(double[] values, int count) {
        for (int at = 0; at < count; ) {
            int part = Math.min(count - at, atHand(Double.BYTES));
            buffer.asDoubleBuffer().get(values, at, part);
            buffer.position(buffer.position() + part * Double.BYTES);
            at += part;
        }
    }
}
