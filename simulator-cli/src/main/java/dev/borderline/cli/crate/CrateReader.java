package dev.borderline.cli.crate;

import dev.borderline.cli.crate.CrateLayout.Directory;
import dev.borderline.cli.crate.CrateLayout.NotACrate;
import dev.borderline.text.GuardedFiles;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reader of a crate from a stranger. Before a byte of a file is copied, all that stands between the files is compared with what
 * this program writes there; so no name leads out, none is a link or stands twice, and what is copied is no longer than the crate.
 */
final class CrateReader implements Closeable {
    private static final int DIRECTORY_BYTES_MAX = 8 << 20;

    private final RandomAccessFile in;
    private final List<CrateEntry> entries = new ArrayList<>();

    private CrateReader(RandomAccessFile in) {
        this.in = in;
    }

    /** Opens a crate; refuses a file that is written otherwise. */
    static CrateReader open(Path crate) throws IOException {
        CrateReader reader = new CrateReader(GuardedFiles.open(crate, false));
        try {
            reader.check();
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    private void check() throws IOException {
        long length = in.length();
        long endAt = Math.max(0, length - CrateLayout.END_BYTES);
        Directory directory = Directory.of(bytes(endAt, (int) (length - endAt)), length);
        if (directory.bytes() > DIRECTORY_BYTES_MAX) {
            throw new NotACrate("its directory is too long for what it has to say");
        }
        ByteBuffer lines =
                ByteBuffer.wrap(bytes(directory.at(), (int) directory.bytes())).order(ByteOrder.LITTLE_ENDIAN);
        long at = 0;
        while (lines.hasRemaining()) {
            CrateEntry entry = CrateLayout.next(lines, at);
            entries.add(entry);
            at += CrateLayout.bytesOf(entry);
        }
        if (entries.size() != directory.files() || at != directory.at()) {
            throw new NotACrate("the record at its end does not fit the rest");
        }
        CrateNames.refuseClashes(entries);
        checkHeads();
    }

    private void checkHeads() throws IOException {
        long at = 0;
        for (CrateEntry entry : entries) {
            byte[] head = CrateLayout.local(entry);
            if (!Arrays.equals(head, bytes(at, head.length))) {
                throw new NotACrate("the head of " + entry.name() + " does not fit the directory");
            }
            at += CrateLayout.bytesOf(entry);
        }
    }

    private byte[] bytes(long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.seek(at);
        try {
            in.readFully(bytes);
        } catch (EOFException e) {
            throw new NotACrate("it was cut short");
        }
        return bytes;
    }

    /** Copies every file into an empty folder. */
    void unpackInto(Path folder) throws IOException {
        long at = 0;
        for (CrateEntry entry : entries) {
            Path file = place(folder, entry.name());
            in.seek(at + CrateLayout.local(entry).length);
            try (OutputStream out = GuardedFiles.create(file)) {
                CrateEntry copied = CrateFiles.copied(entry.name(), following(), entry.size(), out);
                if (copied.size() != entry.size() || copied.crc32() != entry.crc32()) {
                    throw new CrateDamaged(
                            entry.name(), "its bytes are not those that the crate was made with: the checksum differs");
                }
            }
            at += CrateLayout.bytesOf(entry);
        }
    }

    /** The bytes from the present place on. */
    private InputStream following() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return in.read(bytes, from, length);
            }
        };
    }

    private static Path place(Path folder, String name) throws IOException {
        Path place = folder;
        String[] parts = name.split("/", -1);
        for (int part = 0; part < parts.length - 1; part++) {
            place = place.resolve(parts[part]);
            GuardedFiles.makeFolder(place);
        }
        return place.resolve(parts[parts.length - 1]);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
