package dev.borderline.cli.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Files of the page, from the class path. */
final class Page {
    private static final String FOLDER = "page/";
    private static final String HTML = "text/html; charset=utf-8";

    /** Content type by file. */
    private static final Map<String, String> FILES = Map.of(
            "index.html", HTML,
            "explore.css", "text/css; charset=utf-8",
            "explore.js", "text/javascript; charset=utf-8");

    private Page() {}

    /** A file of the page; empty if it is none. */
    static Optional<Reply> file(String name) {
        String type = FILES.get(name);
        return type == null ? Optional.empty() : resource(FOLDER + name, type);
    }

    /** A file beside this class. */
    static Optional<Reply> resource(String path, String type) {
        try (InputStream in = Page.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new Reply(Reply.OK, type, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file " + path + " cannot be read", e);
        }
    }
}
