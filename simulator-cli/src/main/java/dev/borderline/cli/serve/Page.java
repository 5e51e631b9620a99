package dev.borderline.cli.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Files of the page, from the class path. */
final class Page {
    private static final String FOLDER = "page/";
    private static final String STORY_STYLE = "/dev/borderline/report/story.css"; // that of the page of explain
    private static final String SCHEMATIC = "/dev/borderline/report/img/schematic.svg"; // that of the documentation
    private static final String SVG = "image/svg+xml; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** Modules of the page, of which {@code explore.js} asks for the others. */
    private static final List<String> SCRIPTS = List.of(
            "explore.js",
            "answer.js",
            "api.js",
            "bands.js",
            "chart.js",
            "dom.js",
            "figure.js",
            "glossary.js",
            "groups.js",
            "household.js",
            "levers.js",
            "save.js",
            "schematic.js",
            "state.js",
            "svg.js",
            "words.js");

    private Page() {}

    /** A file of the page; empty if it is none. */
    static Optional<Reply> file(String name) {
        if (name.equals("index.html")) {
            return resource(FOLDER + name, HTML);
        }
        if (name.equals("explore.css")) {
            return resource(FOLDER + name, CSS);
        }
        if (name.equals("schematic.svg")) {
            return resource(SCHEMATIC, SVG);
        }
        if (name.equals("story.css")) {
            return resource(STORY_STYLE, CSS);
        }
        return SCRIPTS.contains(name) ? resource(FOLDER + name, SCRIPT) : Optional.empty();
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
