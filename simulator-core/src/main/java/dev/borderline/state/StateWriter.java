package dev.borderline.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A stream of state going out: numbers in little-endian order, handed on in blocks of at most {@value #BLOCK} bytes. What is written
 * never stands in memory a second time but for a block.
 */
public final class StateWriter {
    /** Bytes of a block. */
    public static final int BLOCK = 1 << 16;

    /** The receiver of blocks. */
    @FunctionalInterface
    public interface BlockSink {
        /** Takes the first {@code length} bytes, which are overwritten afterwards. */
        void accept(byte[] block, int length);
    }

    private final BlockSink sink;
    private final byte[] block = new byte[BLOCK];
    private final ByteBuffer buffer = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);

    /** A writer that hands blocks to a sink. */
    public StateWriter(BlockSink sink) {
        this.sink = sink;
    }

    /** Hands on what is not handed on yet. */
    public void flush() {
        if (buffer.position() > 0) {
            sink.accept(block, buffer.position());
            buffer.clear();
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    /** Number of values of a width that fit now, at least one. */
    private int fitting(int width) {
        return room(width).remaining() / width;
    }

    /** A yes or no. */
    public void flag(boolean value) {
        room(Byte.BYTES).put((byte) (value ? 1 : 0));
    }

    /** A number of 32 bits. */
    public void int32(int value) {
        room(Integer.BYTES).putInt(value);
    }

    /** A number of 64 bits. */
    public void int64(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** A real number, bit by bit. */
    public void real(double value) {
        int64(Double.doubleToRawLongBits(value));
    }

    /** A text with its length. */
    public void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int32(utf8.length);
        bytes(utf8, utf8.length);
    }

    /** The first bytes of an array. */
    public void bytes(byte[] values, int count) {
        for (int at = 0; at < count; ) {
            int part = Math.min(count - at, fitting(Byte.BYTES));
            buffer.put(values, at, part);
            at += part;
        }
    }

    /** The first numbers of an array. */
    public void int32s(int[] values, int count) {
        for (int at = 0; at < count; ) {
            int part = Math.min(count - at, fitting(Integer.BYTES));
            buffer.asIntBuffer().put(values, at, part);
            buffer.position(buffer.position() + part * Integer.BYTES);
            at += part;
        }
    }

    /** The first numbers of an array. */
    public void int64s(long[] values, int count) {
        for (int at = 0; at < count; ) {
            int part = Math.min(count - at, fitting(Long.BYTES));
            buffer.asLongBuffer().put(values, at, part);
            buffer.position(buffer.position() + part * Long.BYTES);
            at += part;
        }
    }

    /** The first real numbers of an array. */
    public void reals(double[] values, int count) {
        for (int at = 0; at < count; ) {
            int part = Math.min(count - at, fitting(Double.BYTES));
            buffer.asDoubleBuffer().put(values, at, part);
            buffer.position(buffer.position() + part * Double.BYTES);
            at += part;
        }
    }
}
