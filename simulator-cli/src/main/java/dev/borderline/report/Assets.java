package dev.borderline.report;

import dev.borderline.figure.Figure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Style and script of the page.
 *
 * @param figureStyle of figures, also in files that stand alone
 * @param pageStyle of the page around them
 * @param script tooltips, keyboard, printing
 * @param storyStyle of the lanes of a household's story
 * @param schematic the model in one drawing, as the documentation has it
 */
record Assets(String figureStyle, String pageStyle, String script, String storyStyle, String schematic) {
    static Assets read() {
        return new Assets(
                text(Figure.class, "figure.css"),
                text(Assets.class, "report.css"),
                text(Assets.class, "report.js"),
                text(Assets.class, "story.css"),
                text(Assets.class, "img/schematic.svg"));
    }

    private static String text(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("it is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file " + name + " cannot be read", e);
        }
    }

    String style() {
        return figureStyle + pageStyle;
    }

    /** Content security policy: this style and this script, known by their digests, and nothing else. */
    String policy() {
        return "default-src 'none'; style-src " + digest(style()) + "; script-src " + digest(script)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /** Content security policy of a page without a script: this style and nothing else. */
    String policyOf(String style) {
        return "default-src 'none'; style-src " + digest(style)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
