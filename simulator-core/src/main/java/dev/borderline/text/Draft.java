package dev.borderline.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file beside its place in which a new one is written until it is whole. Removed when it is closed before that, and also when
 * the process is told to end meanwhile, as by Ctrl-C; what a process that was killed leaves is taken over by the next that writes
 * the same file. Used by one thread.
 */
public final class Draft implements Closeable {
    private final Path target;
    private final Path path;
    private final Thread atExit;
    private boolean open = true;

    private Draft(Path target) {
        this.target = target;
        path = target.resolveSibling("." + target.getFileName() + ".tmp");
        atExit = new Thread(this::removeAtExit, "borderline-draft");
    }

    /**
     * The draft of a file; not yet there.
     *
     * @throws FileRefused if the place of the file or of the draft is taken by what is no regular file
     */
    public static Draft of(Path target) throws IOException {
        GuardedFiles.isThere(target);
        Draft draft = new Draft(target);
        GuardedFiles.delete(draft.path);
        draft.watch();
        return draft;
    }

    /** File that it is written to. */
    public Path path() {
        return path;
    }

    /** Begins it. */
    public OutputStream create() throws IOException {
        try {
            return GuardedFiles.create(path);
        } catch (FileRefused e) {
            forget();
            throw e;
        } catch (IOException e) {
            forget();
            throw IoMessages.cannotWrite(target.toString(), e);
        }
    }

    /** Moves it to the place of the file. */
    public void putInPlace() throws IOException {
        GuardedFiles.replace(path, target);
        forget();
    }

    private void forget() {
        if (open) {
            open = false;
            unwatch();
        }
    }

    /** Removes it, unless it was put in its place. */
    @Override
    public void close() throws IOException {
        if (open) {
            forget();
            GuardedFiles.delete(path);
        }
    }

    private void watch() {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the process ends already
        }
    }

    private void unwatch() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the process ends already, and removes what there is
        }
    }

    private void removeAtExit() {
        try {
            Files.deleteIfExists(path); // of a link, the link
        } catch (IOException e) {
            // nobody is left to be told
        }
    }
}
