package dev.borderline.random;

/**
 * Strong 64-bit mixers for keys, ids and fingerprints; not for secrets. Frozen: results depend on their bits.
 *
 * <p>{@link #mix} is one step of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom
 * number generators", OOPSLA 2014): a Weyl increment, then David Stafford's variant 13 of the MurmurHash3
 * finaliser. It is a bijection, and every input bit flips every output bit with probability close to 1/2.
 */
public final class Mix64 {
    private static final long WEYL = 0x9E3779B97F4A7C15L;
    private static final long MULTIPLIER_1 = 0xBF58476D1CE4E5B9L;
    private static final long MULTIPLIER_2 = 0x94D049BB133111EBL;
    private static final int SHIFT_1 = 30;
    private static final int SHIFT_2 = 27;
    private static final int SHIFT_3 = 31;

    private Mix64() {}

    /** A bijective mix: the first output of SplitMix64 seeded with {@code value}. {@code mix(0)} is not 0. */
    public static long mix(long value) {
        long z = value + WEYL;
        z = (z ^ (z >>> SHIFT_1)) * MULTIPLIER_1;
        z = (z ^ (z >>> SHIFT_2)) * MULTIPLIER_2;
        return z ^ (z >>> SHIFT_3);
    }

    /**
     * A mix of an ordered pair: bijective in either argument when the other is fixed; {@code (a, b)} and {@code (b, a)}
     * differ.
     */
    public static long combine(long first, long second) {
        return mix(mix(first) + second);
    }

    /** A hash of the length and the UTF-16 units of a text. 64 bits, so that 16 or 32 of them can serve as an id. */
    public static long hash(String text) {
        long hash = mix(text.length());
        for (int i = 0; i < text.length(); i++) {
            hash = combine(hash, text.charAt(i));
        }
        return hash;
    }
}
