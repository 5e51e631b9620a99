package dev.borderline.experiment;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What keeps two processes, or two writers of one process, from adding to one file: a lock on a file beside it, which the
 * system drops when its holder dies. The lock file stays, because deleting it would let two holders in; and it is not the file
 * itself, because closing any other handle of that would drop the lock.
 */
final class FolderLock implements Closeable {
    private final RandomAccessFile file;

    private FolderLock(RandomAccessFile file) {
        this.file = file;
    }

    /** Takes the lock of {@code guarded}, or refuses. */
    static FolderLock take(Path guarded) throws IOException {
        Path path = guarded.resolveSibling("." + guarded.getFileName() + ".lock");
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        if (locked(file) == null) {
            file.close();
            throw new StoreRefused(guarded + " is in use: another process is adding to it; wait for it or end it");
        }
        return new FolderLock(file);
    }

    private static @Nullable FileLock locked(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
