package dev.borderline.text;

import java.io.IOException;

/** Where a text goes piece by piece. */
@FunctionalInterface
public interface TextSink {
    /** Takes the next piece. */
    void append(String text) throws IOException;
}
