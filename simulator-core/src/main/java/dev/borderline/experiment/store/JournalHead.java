package dev.borderline.experiment.store;

import dev.borderline.text.Draft;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.IoMessages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * First bytes of a journal: magic, format version, then a frame with these values. All that stands there once more, so that
 * damage to the one leaves the other. Format 1, which is still read and added to, has it once.
 *
 * @param experiment SHA-256 of the experiment, 64 hexadecimal digits
 * @param program what made the runs, for example name, version and commit: runs of two programs do not mix
 */
public record JournalHead(String experiment, String program) {
    private static final byte[] MAGIC = "borderline runs\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ONCE = 1; // the format of journals whose head stands once
    private static final int FORMAT = 2;
    private static final int PREFIX_BYTES = MAGIC.length + Integer.BYTES;
    private static final int BYTES_MAX = 1 << 16;
    private static final int DIGITS_SHOWN = 12;

    /**
     * A head as it stands in a file.
     *
     * @param head what it says
     * @param bytes length of it all; records follow
     * @param isWhole whether every byte is as it was written
     */
    public record Found(JournalHead head, int bytes, boolean isWhole) {}

    /** Puts a journal without runs in its place, whole or not at all; leaves alone what is there. */
    static void writeIfAbsent(Path path, JournalHead head) throws IOException {
        if (GuardedFiles.isThere(path)) {
            return;
        }
        try (Draft draft = Draft.of(path)) {
            try (OutputStream out = draft.create()) {
                out.write(head.bytes());
            } catch (IOException e) {
                throw IoMessages.cannotWrite(path.toString(), e);
            }
            draft.putInPlace();
        }
    }

    /** Reads the head of a journal. */
    public static Found read(Path path) throws IOException {
        byte[] start;
        try (InputStream in = GuardedFiles.stream(path)) {
            start = in.readNBytes(BYTES_MAX);
        } catch (IOException e) {
            throw IoMessages.cannotRead(path.toString(), e);
        }
        JournalHead head = first(start);
        if (head == null) {
            throw refusal(path, start);
        }
        int once = head.bytes(ONCE).length;
        boolean isOnce = Arrays.equals(head.bytes(ONCE), Arrays.copyOf(start, once));
        byte[] twice = head.bytes();
        boolean isWhole = isOnce || Arrays.equals(twice, Arrays.copyOf(start, twice.length));
        return new Found(head, isOnce ? once : twice.length, isWhole);
    }

    /** The first good head among these bytes, of either format; the second of two begins wherever its magic stands. */
    private static @Nullable JournalHead first(byte[] start) {
        for (int at = 0; at <= start.length - PREFIX_BYTES; at++) {
            if (Arrays.equals(MAGIC, 0, MAGIC.length, start, at, at + MAGIC.length)) {
                int format = ByteBuffer.wrap(start).getInt(at + MAGIC.length);
                byte[] payload = RecordFile.payload(ByteBuffer.wrap(start).position(at + PREFIX_BYTES));
                boolean known = (at == 0 && format == ONCE) || format == FORMAT;
                if (known && payload != null) {
                    return of(payload);
                }
            }
        }
        return null;
    }

    private static @Nullable JournalHead of(byte[] payload) {
        try {
            PayloadReader in = new PayloadReader(payload);
            JournalHead head = new JournalHead(in.text(), in.text());
            in.end();
            return head;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    private static StoreRefused refusal(Path path, byte[] start) {
        if (start.length < PREFIX_BYTES || !Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
            return new StoreRefused(path + " is not a journal of runs; move it away");
        }
        int format = ByteBuffer.wrap(start).getInt(MAGIC.length);
        if (format != ONCE && format != FORMAT) {
            return new StoreRefused(path + " has format " + format + "; this program reads formats " + ONCE + " and "
                    + FORMAT + ": use the program that wrote it, or another folder");
        }
        return new StoreRefused(path + " has a damaged head, so it cannot be told what its runs are; move it away");
    }

    /** Refuses the journal at {@code path} unless its head, {@code found}, equals this. */
    void checkSame(Path path, JournalHead found) throws StoreRefused {
        if (!experiment.equals(found.experiment)) {
            throw new StoreRefused(path + " holds the runs of another experiment (" + shortened(found.experiment)
                    + ", this is " + shortened(experiment)
                    + "): the scenario, design, arms or seed differ; restore them, or use another folder");
        }
        if (!program.equals(found.program)) {
            throw new StoreRefused(path + " holds runs made by " + found.program + ", this is " + program
                    + ": use that program, or another folder");
        }
    }

    private static String shortened(String sha256) {
        return sha256.substring(0, Math.min(DIGITS_SHOWN, sha256.length()));
    }

    /** The canonical bytes; records follow them. */
    byte[] bytes() {
        byte[] once = bytes(FORMAT);
        return ByteBuffer.allocate(2 * once.length).put(once).put(once).array();
    }

    /** The head once, in a format. */
    byte[] bytes(int format) {
        PayloadWriter out = new PayloadWriter();
        out.text(experiment);
        out.text(program);
        byte[] frame = RecordFile.frame(out.finished());
        return ByteBuffer.allocate(PREFIX_BYTES + frame.length)
                .put(MAGIC)
                .putInt(format)
                .put(frame)
                .array();
    }
}
