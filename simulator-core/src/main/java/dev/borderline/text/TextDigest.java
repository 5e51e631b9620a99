package dev.borderline.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a text that comes in pieces and need not be held as a whole. Mutable; one owner. */
public final class TextDigest {
    private final MessageDigest sha256;

    public TextDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Adds to the text; a piece must not end within a surrogate pair. */
    public TextDigest append(String piece) {
        sha256.update(piece.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** As {@link Digest#sha256(String)} of all pieces together; nothing can be added after that. */
    public String finish() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
