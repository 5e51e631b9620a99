package dev.borderline.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Digests of bytes: SHA-256 to name contents, CRC-32C to notice a torn write. */
public final class Digest {
    private Digest() {}

    /** The SHA-256 of bytes (FIPS 180-4), 64 lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** As {@link #sha256(byte[])}, of the text in UTF-8. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The CRC-32C (Castagnoli; RFC 3720, B.4) of all these bytes, one part after another, 32 bits unsigned. */
    public static long crc32c(byte[]... parts) {
        CRC32C crc = new CRC32C();
        for (byte[] part : parts) {
            crc.update(part);
        }
        return crc.getValue();
    }
}
