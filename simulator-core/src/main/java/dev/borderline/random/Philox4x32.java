package dev.borderline.random;

/**
 * The Philox4x32-10 block function: 128 bits of counter and 64 bits of key to 128 random bits, without state.
 *
 * <p>Each of ten rounds multiplies two counter words by fixed odd constants and mixes the halves of the products
 * with the other two words and the key; the key moves by a Weyl step between rounds. Ten rounds pass TestU01's
 * BigCrush with a margin of three rounds. Words are in the order of the Random123 reference: word 0 is the low
 * half of {@code counterLow}, word 3 the high half of {@code counterHigh}, key word 0 the low half of {@code key}.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
 * SC 2011, doi:10.1145/2063384.2063405.
 */
public final class Philox4x32 {
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final long WEYL_0 = 0x9E3779B9L;
    private static final long WEYL_1 = 0xBB67AE85L;
    private static final long WORD_MASK = 0xFFFF_FFFFL;
    private static final int WORD_BITS = 32;

    private Philox4x32() {}

    /** Output words 0 (low half) and 1 (high half). Allocates nothing. */
    public static long first64(long counterLow, long counterHigh, long key) {
        long word0 = counterLow & WORD_MASK;
        long word1 = counterLow >>> WORD_BITS;
        long word2 = counterHigh & WORD_MASK;
        long word3 = counterHigh >>> WORD_BITS;
        long key0 = key & WORD_MASK;
        long key1 = key >>> WORD_BITS;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * word0;
            long product1 = MULTIPLIER_1 * word2;
            word0 = (product1 >>> WORD_BITS) ^ word1 ^ key0;
            word1 = product1 & WORD_MASK;
            word2 = (product0 >>> WORD_BITS) ^ word3 ^ key1;
            word3 = product0 & WORD_MASK;
            key0 = (key0 + WEYL_0) & WORD_MASK;
            key1 = (key1 + WEYL_1) & WORD_MASK;
        }
        return word1 << WORD_BITS | word0;
    }

    /**
     * All 128 bits: output words 0 and 1 into {@code output[0]}, words 2 and 3 into {@code output[1]}. Allocates
     * nothing. The rounds stand here a second time, because what they share would be four words, and Java returns one.
     */
    public static void block(long counterLow, long counterHigh, long key, long[] output) {
        long word0 = counterLow & WORD_MASK;
        long word1 = counterLow >>> WORD_BITS;
        long word2 = counterHigh & WORD_MASK;
        long word3 = counterHigh >>> WORD_BITS;
        long key0 = key & WORD_MASK;
        long key1 = key >>> WORD_BITS;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * word0;
            long product1 = MULTIPLIER_1 * word2;
            word0 = (product1 >>> WORD_BITS) ^ word1 ^ key0;
            word1 = product1 & WORD_MASK;
            word2 = (product0 >>> WORD_BITS) ^ word3 ^ key1;
            word3 = product0 & WORD_MASK;
            key0 = (key0 + WEYL_0) & WORD_MASK;
            key1 = (key1 + WEYL_1) & WORD_MASK;
        }
        output[0] = word1 << WORD_BITS | word0;
        output[1] = word3 << WORD_BITS | word2;
    }
}
