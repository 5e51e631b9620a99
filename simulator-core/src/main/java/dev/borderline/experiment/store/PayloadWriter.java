package dev.borderline.experiment.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Bytes of a record under construction. One spelling for each value. */
final class PayloadWriter {
    private static final int DIGIT_BITS = 7;
    private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;
    private static final int MORE = 1 << DIGIT_BITS;

    private static final int BYTES_USUAL = 2048;

    private byte[] bytes = new byte[BYTES_USUAL]; // no stream: its lock cost more than the rest, byte by byte
    private int size;

    /** One byte, the lowest eight bits. */
    void put(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
    }

    /** A whole number: sign in the lowest bit, then seven bits a byte, the lowest first. */
    void number(long value) {
        long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((rest & ~DIGIT_MASK) != 0) {
            put((int) (rest & DIGIT_MASK) | MORE);
            rest >>>= DIGIT_BITS;
        }
        put((int) rest);
    }

    /** Eight bytes, the highest first. */
    void word(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            put((int) (value >>> shift));
        }
    }

    /** The bits of a double. */
    void real(double value) {
        word(Double.doubleToLongBits(value));
    }

    /** Length and UTF-8. */
    void text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        for (byte next : encoded) {
            put(next);
        }
    }

    void texts(List<String> values) {
        number(values.size());
        values.forEach(this::text);
    }

    byte[] finished() {
        return Arrays.copyOf(bytes, size);
    }
}
