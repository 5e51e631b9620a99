package dev.borderline.experiment.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;

/**
 * Bytes of a file that only grows, read ahead where reading goes forward. A record of a journal is small, and a call for each costs
 * more than the rest. Where reading jumps no more is read than a usual record has. Mutable; one owner.
 */
final class FileWindow {
    private static final int AHEAD_BYTES = 1 << 16;
    private static final int GAP_BYTES_MAX = 1 << 14; // with more between two records much would be read in vain
    private static final int JUMP_BYTES = 1 << 12;

    private final RandomAccessFile file;
    private byte[] bytes = {};
    private long start;
    private long end;
    private long given;

    FileWindow(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Bytes from a position on; good until the next call.
     *
     * @throws EOFException if the file has fewer
     */
    ByteBuffer bytes(long from, int count) throws IOException {
        if (from < start || from + count > end) {
            boolean forward = from >= start && from - end < GAP_BYTES_MAX;
            fill(from, Math.max(count, forward ? AHEAD_BYTES : JUMP_BYTES));
            if (from + count > end) {
                throw new EOFException("the file ends at byte " + end);
            }
        }
        given += count;
        return ByteBuffer.wrap(bytes, (int) (from - start), count);
    }

    /** Number of bytes asked for so far. */
    long bytesGiven() {
        return given;
    }

    private void fill(long from, int length) throws IOException {
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        start = from;
        end = from; // nothing is there should reading fail
        file.seek(from);
        int got;
        do {
            got = file.read(bytes, (int) (end - from), (int) (from + length - end));
            end += Math.max(0, got);
        } while (got > 0);
    }
}
