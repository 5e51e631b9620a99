package dev.borderline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Crc32cTest {
    private static int crc(byte[] bytes) {
        return (int) Digest.crc32c(bytes);
    }

    /** The published check value of the algorithm, of the text in two parts. */
    @Test
    void joined_ofTheCheckText_givesThePublishedValue() {
        int first = crc("1234".getBytes(StandardCharsets.US_ASCII));
        int second = crc("56789".getBytes(StandardCharsets.US_ASCII));
        assertThat(Crc32c.joined(first, second, 5)).isEqualTo(0xE3069283);
    }

    @Test
    void parts_ofAnyLengths_giveTheWholeAndTheWholeTheLast() {
        byte[] text = new byte[5000];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) (i * i * 31);
        }
        for (int cut : new int[] {0, 1, 2, 255, 256, 4095, 4096, 4999, 5000}) {
            int first = crc(Arrays.copyOf(text, cut));
            int second = crc(Arrays.copyOfRange(text, cut, text.length));
            assertThat(Crc32c.joined(first, second, text.length - cut)).isEqualTo(crc(text));
            assertThat(Crc32c.last(crc(text), first, text.length - cut)).isEqualTo(second);
        }
    }
}
