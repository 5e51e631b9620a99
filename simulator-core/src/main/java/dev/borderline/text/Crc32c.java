package dev.borderline.text;

/**
 * Arithmetic of CRC-32C (Castagnoli; RFC 3720, B.4): the checksum of a part from those of two beginnings. A checksum is the rest of
 * a division of polynomials over GF(2), so that bytes which follow multiply what stands before them by a power of x; after Mark
 * Adler's {@code crc32_combine} (zlib 1.2.12).
 */
public final class Crc32c {
    private static final int POLYNOMIAL = 0x82F63B78; // bits reversed, the highest power lowest
    private static final int ONE = 0x80000000; // x to the power 0
    private static final int BITS_PER_BYTE_LOG = 3;
    private static final int POWERS = Integer.SIZE;
    private static final int[] SQUARES = squares();

    private Crc32c() {}

    /** x to the powers 1, 2, 4, 8, ... */
    private static int[] squares() {
        int[] squares = new int[POWERS];
        squares[0] = ONE >>> 1;
        for (int power = 1; power < POWERS; power++) {
            squares[power] = times(squares[power - 1], squares[power - 1]);
        }
        return squares;
    }

    /** The product of two polynomials modulo that of the checksum. */
    private static int times(int one, int other) {
        int product = 0;
        int shifted = other;
        for (int rest = one; rest != 0; rest <<= 1) {
            product ^= rest < 0 ? shifted : 0;
            shifted = (shifted & 1) != 0 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
        }
        return product;
    }

    /** Share of a checksum in that of a text in which so many bytes follow. */
    private static int shifted(int checksum, long bytes) {
        int factor = ONE;
        int power = BITS_PER_BYTE_LOG;
        for (long rest = bytes; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                factor = times(SQUARES[power % POWERS], factor);
            }
            power++;
        }
        return times(factor, checksum);
    }

    /** The checksum of a text from those of its two parts, the second {@code bytes} long. */
    public static int joined(int first, int second, long bytes) {
        return shifted(first, bytes) ^ second;
    }

    /** The checksum of the last {@code bytes} of a text from its own and that of what stands before them. */
    public static int last(int whole, int before, long bytes) {
        return whole ^ shifted(before, bytes);
    }
}
