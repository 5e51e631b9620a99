package dev.borderline.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class Mix64Test {
    @Test
    void mix_anyValue_isTheFirstOutputOfSplitMix64() {
        assertEquals(0xE220A8397B1DCDAFL, Mix64.mix(0)); // Vigna's splitmix64.c seeded with 0
        for (long seed = -50; seed < 50; seed++) {
            assertEquals(
                    RandomSource.SPLIT_MIX_64.create(seed * seed * seed).nextLong(), Mix64.mix(seed * seed * seed));
        }
    }

    /** 4,096 pairs per input bit flip 32 of 64 bits on average; 6 standard errors, false alarm 1e-7 over all bits. */
    @Test
    void mix_oneInputBitFlipped_flipsHalfOfTheOutput() {
        int pairs = 4096;
        for (int bit = 0; bit < 64; bit++) {
            long flips = 0;
            for (long i = 0; i < pairs; i++) {
                flips += Long.bitCount(Mix64.mix(i) ^ Mix64.mix(i ^ 1L << bit));
            }
            assertThat((double) flips / pairs).isBetween(32 - 6 * 4 / 64.0, 32 + 6 * 4 / 64.0);
        }
    }

    @Test
    void combine_argumentsSwapped_differs() {
        assertNotEquals(Mix64.combine(1, 2), Mix64.combine(2, 1));
        assertNotEquals(Mix64.combine(0, 0), Mix64.combine(0, 1));
    }

    @Test
    void hash_textsThatAgreeInPart_differ() {
        assertThat(new long[] {Mix64.hash(""), Mix64.hash("a"), Mix64.hash("ab"), Mix64.hash("ba"), Mix64.hash("a\0")})
                .doesNotHaveDuplicates();
    }

    /** Frozen: run keys, purpose ids and fingerprints rest on these bits. */
    @Test
    void frozenValues_neverChange() {
        assertEquals(0xbcd9dbb49673066bL, Mix64.combine(1, 2));
        assertEquals(0x6f3c116b730396bcL, Mix64.hash("detection.located"));
        assertEquals(0x5238f21be5fd3cb5L, Mix64.hash("Überfall \uD83D\uDE00"));
    }
}
