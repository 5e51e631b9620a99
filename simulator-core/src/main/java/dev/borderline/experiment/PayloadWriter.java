package dev.borderline.experiment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes of a record under construction. One spelling for each value. */
final class PayloadWriter {
    private static final int DIGIT_BITS = 7;
    private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;
    private static final int MORE = 1 << DIGIT_BITS;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A whole number: sign in the lowest bit, then seven bits a byte, the lowest first. */
    void number(long value) {
        long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((rest & ~DIGIT_MASK) != 0) {
            out.write((int) (rest & DIGIT_MASK) | MORE);
            rest >>>= DIGIT_BITS;
        }
        out.write((int) rest);
    }

    /** Eight bytes, the highest first. */
    void word(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.write((int) (value >>> shift));
        }
    }

    /** The bits of a double. */
    void real(double value) {
        word(Double.doubleToLongBits(value));
    }

    /** Length and UTF-8. */
    void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.writeBytes(bytes);
    }

    void texts(List<String> values) {
        number(values.size());
        values.forEach(this::text);
    }

    byte[] finished() {
        return out.toByteArray();
    }
}
