package dev.borderline.experiment.store;

import dev.borderline.text.GuardedFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lock that keeps two processes, or two writers of one process, from adding to one file. It is a lock on a file beside it, which
 * the system drops when its holder dies. The lock file stays, because deleting it would let two holders in; and it is not the
 * file itself, because closing any other handle of that would drop the lock.
 */
public final class FolderLock implements Closeable {
    private static final int TRIES = 5; // somebody who only asks holds it for an instant
    private static final long MILLIS_BETWEEN_TRIES = 20;

    private final RandomAccessFile file;

    private FolderLock(RandomAccessFile file) {
        this.file = file;
    }

    private static Path path(Path guarded) {
        return guarded.resolveSibling("." + guarded.getFileName() + ".lock");
    }

    /** Takes the lock of {@code guarded}, or refuses. */
    public static FolderLock take(Path guarded) throws IOException {
        RandomAccessFile file = GuardedFiles.openOrCreate(path(guarded));
        for (int attempt = 1; locked(file) == null; attempt++) {
            if (attempt == TRIES) {
                file.close();
                throw new StoreRefused(
                        guarded + " is in use: " + holder(guarded) + " is adding to it; wait for it or end it");
            }
            pause();
        }
        return new FolderLock(file);
    }

    private static String holder(Path guarded) throws IOException {
        return WriterInfo.read(guarded)
                .map(holder -> "process " + holder.process() + (holder.host().isEmpty() ? "" : " on " + holder.host()))
                .orElse("another process");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable FileLock locked(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * True if somebody holds the lock of {@code guarded}. Never opens the lock file where the holder is this process: closing it
     * again would drop the lock.
     */
    public static boolean isHeld(Path guarded) throws IOException {
        Optional<WriterInfo> holder = WriterInfo.read(guarded);
        if (holder.isPresent() && holder.get().isHere()) {
            return true;
        }
        Path path = path(guarded);
        if (!GuardedFiles.isThere(path)) {
            return false;
        }
        try (RandomAccessFile file = GuardedFiles.open(path, false);
                FileLock lock = file.getChannel().tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
