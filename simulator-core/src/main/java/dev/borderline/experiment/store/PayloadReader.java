package dev.borderline.experiment.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link PayloadWriter} wrote. What it reads has passed its checksum; the checks here guard against programs, not disks.
 * Shares the bytes, which nobody changes.
 */
public final class PayloadReader {
    private static final int DIGIT_BITS = 7;
    private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;
    private static final int BYTE_MASK = 0xFF;

    private final byte[] bytes;
    private int position;

    public PayloadReader(byte[] bytes) {
        this(bytes, 0);
    }

    /** Reads from a position on that another reader told. */
    public PayloadReader(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    /** Place of the next value. */
    int position() {
        return position;
    }

    /** Passes over so many numbers. */
    void skipNumbers(int count) {
        int left = count;
        while (left > 0) {
            left -= next() > DIGIT_MASK ? 0 : 1;
        }
    }

    /** Passes over so many words or reals. */
    void skipWords(int count) {
        if (count < 0 || count > (bytes.length - position) / Long.BYTES) {
            throw new IllegalArgumentException(count + " words do not fit their record");
        }
        position += count * Long.BYTES;
    }

    long number() {
        long value = 0;
        int shift = 0;
        int digit;
        do {
            digit = next();
            value |= (long) (digit & DIGIT_MASK) << shift;
            shift += DIGIT_BITS;
        } while (digit > DIGIT_MASK);
        return (value >>> 1) ^ -(value & 1);
    }

    /** A number that counts or indexes something. */
    public int index() {
        return Math.toIntExact(number());
    }

    long word() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << Byte.SIZE) | next();
        }
        return value;
    }

    double real() {
        return Double.longBitsToDouble(word());
    }

    String text() {
        int length = index();
        if (length < 0 || length > bytes.length - position) {
            throw new IllegalArgumentException("a text of " + length + " bytes does not fit its record");
        }
        position += length;
        return new String(bytes, position - length, length, StandardCharsets.UTF_8);
    }

    List<String> texts() {
        int size = index();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            texts.add(text());
        }
        return texts;
    }

    /** True if everything has been read. */
    boolean isAtEnd() {
        return position == bytes.length;
    }

    /** Checks that everything has been read. */
    void end() {
        if (!isAtEnd()) {
            throw new IllegalArgumentException(bytes.length - position + " bytes are left over in a record");
        }
    }

    private int next() {
        if (position == bytes.length) {
            throw new IllegalArgumentException("a record ends too early");
        }
        return bytes[position++] & BYTE_MASK;
    }
}
