package dev.borderline.experiment.store;

import dev.borderline.text.Reasons;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * The first bytes of a journal: magic, format version, then a frame with these values.
 *
 * @param experiment SHA-256 of the experiment, 64 hexadecimal digits
 * @param program what made the runs, for example name, version and commit: runs of two programs do not mix
 */
public record JournalHead(String experiment, String program) {
    private static final byte[] MAGIC = "borderline runs\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 1;
    private static final int PREFIX_BYTES = MAGIC.length + Integer.BYTES;
    private static final int BYTES_MAX = 1 << 16;
    private static final int DIGITS_SHOWN = 12;

    /** Puts a journal without runs in its place, whole or not at all; leaves alone what is there. */
    static void writeIfAbsent(Path path, JournalHead head) throws IOException {
        if (Files.exists(path)) {
            return;
        }
        Path draft = path.resolveSibling("." + path.getFileName() + ".tmp");
        try (RandomAccessFile file = new RandomAccessFile(draft.toFile(), "rw")) {
            file.setLength(0);
            file.write(head.bytes());
            file.getFD().sync();
        } catch (FileNotFoundException e) {
            throw e; // tells more than that it could not be written
        } catch (IOException e) {
            throw Reasons.cannotWrite(path.toString(), e);
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Reads the head of a journal. */
    public static JournalHead read(Path path) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(BYTES_MAX);
        }
        if (start.length < PREFIX_BYTES || !Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
            throw new StoreRefused(path + " is not a journal of runs; move it away");
        }
        int format = ByteBuffer.wrap(start).getInt(MAGIC.length);
        if (format != FORMAT) {
            throw new StoreRefused(path + " has format " + format + "; this program reads format " + FORMAT
                    + ": use the program that wrote it, or another folder");
        }
        byte[] payload = Frames.payload(ByteBuffer.wrap(start).position(PREFIX_BYTES));
        if (payload == null) {
            throw new StoreRefused(path + " has a damaged head, so it cannot be told what its runs are; move it away");
        }
        PayloadReader in = new PayloadReader(payload);
        return new JournalHead(in.text(), in.text());
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
        PayloadWriter out = new PayloadWriter();
        out.text(experiment);
        out.text(program);
        byte[] frame = Frames.frame(out.finished());
        return ByteBuffer.allocate(PREFIX_BYTES + frame.length)
                .put(MAGIC)
                .putInt(FORMAT)
                .put(frame)
                .array();
    }
}
