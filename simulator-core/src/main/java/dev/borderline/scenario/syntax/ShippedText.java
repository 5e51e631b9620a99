package dev.borderline.scenario.syntax;

import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Texts of {@code seeds/} that come with the library, by way of the class path. */
public final class ShippedText {
    private static final String ROOT = "/dev/borderline/seeds/";
    private static final String SEEDS = "seeds/";

    private static final Map<String, SourceText> FOUND = new ConcurrentHashMap<>(); // by path; read at first use

    private ShippedText() {}

    /** The text at a path below {@code seeds/}; empty where there is none. */
    public static Optional<SourceText> find(String path) {
        SourceText found = FOUND.get(path);
        if (found != null) {
            return Optional.of(found);
        }
        try (InputStream in = ShippedText.class.getResourceAsStream(ROOT + path)) {
            if (in == null) {
                return Optional.empty();
            }
            SourceText text = SourceText.ofStream(SEEDS + path, in, YamlLimits.HAND_WRITTEN.maxBytes());
            FOUND.put(path, text);
            return Optional.of(text);
        } catch (IOException e) {
            throw new UncheckedIOException("the library's own file " + path + " cannot be read", e);
        }
    }

    /** True for a text that {@link #find} has found: there are few of them, and they never change. */
    public static boolean isOne(SourceText text) {
        String name = text.name();
        return name.startsWith(SEEDS) && text.equals(FOUND.get(name.substring(SEEDS.length())));
    }
}
