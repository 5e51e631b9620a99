package dev.borderline.text;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: it is written beside its place, forced to the disk, and moved there by {@link
 * #commit}. Closed without that, it leaves what was there before. UTF-8.
 */
public final class AtomicFile implements TextSink, Closeable {
    private final Path target;
    private final Path draft;
    private final Writer writer;
    private boolean committed;

    private AtomicFile(Path target, Path draft) throws IOException {
        this.target = target;
        this.draft = draft;
        writer = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(draft), StandardCharsets.UTF_8));
    }

    /** Begins the text of a file. */
    public static AtomicFile create(Path target) throws IOException {
        try {
            return new AtomicFile(target, target.resolveSibling("." + target.getFileName() + ".tmp"));
        } catch (IOException e) {
            throw Reasons.cannotWrite(target.toString(), e);
        }
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
            throw Reasons.cannotWrite(target.toString(), e);
        }
    }

    /** Puts the file in its place. */
    public void commit() throws IOException {
        try {
            writer.close();
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Reasons.cannotWrite(target.toString(), e);
        }
        committed = true;
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            discard();
            Files.deleteIfExists(draft);
        }
    }

    /** What is left to write is not wanted, so it does no harm that it cannot be; why, was told when that happened. */
    private void discard() {
        try {
            writer.close();
        } catch (IOException e) {
            // the file is closed in any case
        }
    }
}
