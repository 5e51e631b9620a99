package dev.borderline.text;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * File that appears whole or not at all. It is written beside its place, forced to the disk, and moved there by {@link #commit}.
 * Closed without that, it leaves what was there before; so does a process that is told to end. What is no regular file is not
 * replaced. UTF-8.
 */
public final class AtomicFile implements TextSink, Closeable {
    private final Path target;
    private final Draft draft;
    private final Writer writer;

    /** A file whose draft is written through {@code out}. */
    AtomicFile(Path target, Draft draft, OutputStream out) {
        this.target = target;
        this.draft = draft;
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Begins the text of a file. */
    public static AtomicFile create(Path target) throws IOException {
        Draft draft = Draft.of(target);
        return new AtomicFile(target, draft, draft.create());
    }

    /** Puts a whole text in its place. */
    public static void write(Path target, String text) throws IOException {
        try (AtomicFile file = create(target)) {
            file.append(text);
            file.commit();
        }
    }

    @Override
    public void append(String text) throws IOException {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw IoMessages.cannotWrite(target.toString(), e);
        }
    }

    /** Puts the file in its place. */
    public void commit() throws IOException {
        try {
            writer.close();
        } catch (IOException e) {
            throw IoMessages.cannotWrite(target.toString(), e);
        }
        draft.putInPlace();
    }

    @Override
    public void close() throws IOException {
        discard();
        draft.close();
    }

    /** Unwritten text is not wanted, so a failure to write it does no harm. Its reason was told when it happened. */
    private void discard() {
        try {
            writer.close();
        } catch (IOException e) {
            // the file is closed in any case
        }
    }
}
