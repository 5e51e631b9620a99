package dev.borderline.scenario.syntax;

import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Texts of {@code seeds/} that come with the library, by way of the class path. */
public final class ShippedText {
    private static final String ROOT = "/dev/borderline/seeds/";

    private ShippedText() {}

    /** The text at a path below {@code seeds/}; empty where there is none. */
    public static Optional<SourceText> find(String path) {
        try (InputStream in = ShippedText.class.getResourceAsStream(ROOT + path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(SourceText.ofStream("seeds/" + path, in, YamlLimits.HAND_WRITTEN.maxBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the library's own file " + path + " cannot be read", e);
        }
    }
}
