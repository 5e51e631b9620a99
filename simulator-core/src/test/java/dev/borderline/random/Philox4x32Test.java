package dev.borderline.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** The block function against the Random123 known answers and against the generator of commons-rng. */
class Philox4x32Test {
    /** Random123 1.14, kat_vectors: counter words, key words, output words. */
    private static final long[][] KNOWN_ANSWERS = {
        {0, 0, 0, 0, 0, 0, 0x6627e8d5L, 0xe169c58dL, 0xbc57ac4cL, 0x9b00dbd8L},
        {
            0xffffffffL,
            0xffffffffL,
            0xffffffffL,
            0xffffffffL,
            0xffffffffL,
            0xffffffffL,
            0x408f276dL,
            0x41c83b0eL,
            0xa20bc7c6L,
            0x6d5451fdL
        },
        {
            0x243f6a88L,
            0x85a308d3L,
            0x13198a2eL,
            0x03707344L,
            0xa4093822L,
            0x299f31d0L,
            0xd16cfe09L,
            0x94fdccebL,
            0x5001e420L,
            0x24126ea1L
        }
    };

    @Test
    void block_knownAnswers_equalRandom123() {
        for (long[] words : KNOWN_ANSWERS) {
            long[] output = new long[2];
            long low = pair(words[0], words[1]);
            long high = pair(words[2], words[3]);
            long key = pair(words[4], words[5]);
            Philox4x32.block(low, high, key, output);
            assertArrayEquals(new long[] {pair(words[6], words[7]), pair(words[8], words[9])}, output);
            assertEquals(output[0], Philox4x32.first64(low, high, key));
        }
    }

    /** The generator of commons-rng counts up before its first block, so its block i is ours of counter i + 1. */
    @Test
    void block_countingUp_equalsCommonsRng() {
        int[] seed = {0x1234567, 0x89abcdef, 0x0f1e2d3c, 0x4b5a6978, 0x13579bdf, 0x2468ace0};
        UniformRandomProvider peer = RandomSource.PHILOX_4X32.create(seed);
        long key = pair(seed[0], seed[1]);
        long low = pair(seed[2], seed[3]);
        long high = pair(seed[4], seed[5]);
        long[] output = new long[2];
        for (int i = 1; i <= 1000; i++) {
            Philox4x32.block(low + i, high, key, output);
            for (long words : output) {
                assertEquals((int) words, peer.nextInt());
                assertEquals((int) (words >>> 32), peer.nextInt());
            }
        }
    }

    private static long pair(long lowWord, long highWord) {
        return highWord << 32 | (lowWord & 0xffffffffL);
    }
}
