package dev.borderline.simulation;

import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import dev.borderline.text.Draft;
import dev.borderline.text.GuardedFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A file of blocks, each with its length before it and its checksum (CRC-32C) behind it. A block of length 0 ends it. So a file that is
 * cut short or damaged is noticed.
 *
 * <pre>
 * file   = 8 bytes "blnruns1" | block ... | end
 * block  = length, 4 bytes | content | CRC-32C of the content, 4 bytes        numbers big-endian
 * end    = 0, 4 bytes
 * </pre>
 */
final class CheckedBlocks {
    private static final byte[] MAGIC = "blnruns1".getBytes(StandardCharsets.US_ASCII);

    private CheckedBlocks() {}

    /** Begins a file beside its place. */
    static Sink create(Path target) throws IOException {
        return new Sink(Draft.of(target));
    }

    /** Opens a file; refuses one that is no file of blocks. */
    static Source open(Path file) throws IOException {
        return new Source(new DataInputStream(new BufferedInputStream(GuardedFiles.stream(file), StateWriter.BLOCK)));
    }

    private static int checksum(byte[] block, int length) {
        CRC32C sum = new CRC32C();
        sum.update(block, 0, length);
        return (int) sum.getValue();
    }

    /** A file being written: it appears whole on {@link #commit}, or not at all. */
    static final class Sink implements StateWriter.BlockSink, Closeable {
        private final Draft draft;
        private final DataOutputStream out;

        private Sink(Draft draft) throws IOException {
            this.draft = draft;
            out = new DataOutputStream(new BufferedOutputStream(draft.create(), StateWriter.BLOCK));
            out.write(MAGIC);
        }

        @Override
        public void accept(byte[] block, int length) {
            try {
                out.writeInt(length);
                out.write(block, 0, length);
                out.writeInt(checksum(block, length));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** Puts the file in its place. */
        void commit() throws IOException {
            out.writeInt(0);
            out.close();
            draft.putInPlace();
        }

        @Override
        public void close() throws IOException {
            out.close();
            draft.close();
        }
    }

    /** A file being read. */
    static final class Source implements StateReader.BlockSource, Closeable {
        private final DataInputStream in;
        private boolean ended;

        private Source(DataInputStream in) throws IOException {
            this.in = in;
            byte[] start = new byte[MAGIC.length];
            int read = in.readNBytes(start, 0, start.length);
            if (read < start.length || !Arrays.equals(start, MAGIC)) {
                in.close();
                throw new IllegalStateException("it is no saved run");
            }
        }

        @Override
        public int fill(byte[] block) {
            try {
                int length = in.readInt();
                if (length == 0) {
                    ended = true;
                    return 0;
                }
                if (length < 0 || length > block.length || in.readNBytes(block, 0, length) < length) {
                    throw new IllegalStateException("it is damaged or cut short");
                }
                if (in.readInt() != checksum(block, length)) {
                    throw new IllegalStateException("it is damaged: a checksum does not fit");
                }
                return length;
            } catch (EOFException end) {
                throw new IllegalStateException("it is cut short", end);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** Refuses a file that goes on behind what was read, or whose end is missing. */
        void checkEnd() {
            if (ended || fill(new byte[StateWriter.BLOCK]) != 0) {
                throw new IllegalStateException("it has another length than it should");
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
