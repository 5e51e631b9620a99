package dev.borderline.text;

import java.io.IOException;

/** Destination of a text that comes piece by piece. */
@FunctionalInterface
public interface TextSink {
    /** Takes the next piece. */
    void append(String text) throws IOException;
}
