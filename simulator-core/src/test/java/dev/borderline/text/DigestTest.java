package dev.borderline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigestTest {
    /** FIPS 180-4 example "abc" and the digest of nothing. */
    @Test
    void sha256_knownTexts_equalPublishedDigests() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Digest.sha256("abc"));
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Digest.sha256(new byte[0]));
    }

    @Test
    void sha256_text_isThatOfItsUtf8() {
        assertEquals(Digest.sha256("Grüße".getBytes(StandardCharsets.UTF_8)), Digest.sha256("Grüße"));
    }

    @Test
    void textDigest_ofPieces_isThatOfTheWhole() {
        assertEquals(
                Digest.sha256("Grüße, Borderline"),
                new TextDigest()
                        .append("Grüß")
                        .append("")
                        .append("e, Borderline")
                        .finish());
    }

    /** The check value of CRC-32C over the digits 1 to 9. */
    @Test
    void crc32c_ofParts_equalsTheCheckValue() {
        byte[] start = "1234".getBytes(StandardCharsets.US_ASCII);
        byte[] rest = "56789".getBytes(StandardCharsets.US_ASCII);
        assertEquals(0xE3069283L, Digest.crc32c(start, rest));
        assertEquals(0, Digest.crc32c(new byte[0]));
    }
}
