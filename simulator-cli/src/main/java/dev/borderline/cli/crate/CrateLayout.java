package dev.borderline.cli.crate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes of a crate beside those of its files. It is a zip file (PKWARE APPNOTE 6.3) of which everything but names, sizes, places and
 * checksums is fixed. Entries are stored, of 1980-01-01, regular files with mode 0644, without comments or extra fields; a directory
 * follows them, and its end record ends the file.
 */
final class CrateLayout {
    /** Most bytes of a crate: what 32 bits can count, and one is the sign of a longer format. */
    static final long BYTES_MAX = 0xFFFF_FFFEL;

    /** Most files of a crate. */
    static final int FILES_MAX = 10_000;

    static final int LOCAL_BYTES = 30;
    static final int CENTRAL_BYTES = 46;
    static final int END_BYTES = 22;

    private static final int LOCAL_SIGN = 0x04034b50;
    private static final int CENTRAL_SIGN = 0x02014b50;
    private static final int END_SIGN = 0x06054b50;

    private static final short VERSION = 20;
    private static final short MADE_ON_UNIX = 3 << 8 | VERSION;
    private static final short NAMES_ARE_UTF8 = 1 << 11;
    private static final short STORED = 0;
    private static final short TIME = 0;
    private static final short DATE = 1 << 5 | 1; // 1980-01-01
    private static final int REGULAR_FILE = 0x8000 << 16;
    private static final int MODE_0644 = 0x1A4 << 16;

    /** Places of fields in an entry of the directory. */
    private static final int FLAGS_AT = 8;

    private static final int METHOD_AT = 10;
    private static final int CRC_AT = 16;
    private static final int SIZE_AT = 24;
    private static final int NAME_LENGTH_AT = 28;
    private static final int ATTRIBUTES_AT = 38;
    private static final int OFFSET_AT = 42;

    private static final int ENCRYPTED = 1;
    private static final int KIND_OF_FILE = 0xF000 << 16;
    private static final int LINK = 0xA000 << 16;

    private CrateLayout() {}

    /** Head of an entry, which its bytes follow. */
    static byte[] local(CrateEntry entry) {
        byte[] name = utf8(entry.name());
        ByteBuffer head = littleEndian(LOCAL_BYTES + name.length);
        head.putInt(LOCAL_SIGN).putShort(VERSION);
        common(head, entry, name.length);
        return written(head.put(name));
    }

    /** Entry of the directory. */
    static byte[] central(CrateEntry entry, long offset) {
        byte[] name = utf8(entry.name());
        ByteBuffer head = littleEndian(CENTRAL_BYTES + name.length);
        head.putInt(CENTRAL_SIGN).putShort(MADE_ON_UNIX).putShort(VERSION);
        common(head, entry, name.length);
        head.putShort((short) 0).putShort((short) 0).putShort((short) 0); // comment, disk, text or not
        head.putInt(REGULAR_FILE | MODE_0644).putInt((int) offset);
        return written(head.put(name));
    }

    private static void common(ByteBuffer head, CrateEntry entry, int nameLength) {
        head.putShort(NAMES_ARE_UTF8).putShort(STORED).putShort(TIME).putShort(DATE);
        head.putInt((int) entry.crc32()).putInt((int) entry.size()).putInt((int) entry.size());
        head.putShort((short) nameLength).putShort((short) 0);
    }

    /** End record. */
    static byte[] end(int files, long directoryBytes, long directoryAt) {
        ByteBuffer end =
                littleEndian(END_BYTES).putInt(END_SIGN).putShort((short) 0).putShort((short) 0);
        end.putShort((short) files).putShort((short) files);
        return written(
                end.putInt((int) directoryBytes).putInt((int) directoryAt).putShort((short) 0));
    }

    /** Bytes of a crate with these files. */
    static long bytes(List<CrateEntry> entries) {
        return END_BYTES
                + entries.stream().mapToLong(CrateLayout::bytesOf).sum()
                + entries.stream()
                        .mapToLong(entry -> CENTRAL_BYTES + utf8(entry.name()).length)
                        .sum();
    }

    /** Bytes of an entry and its head. */
    static long bytesOf(CrateEntry entry) {
        return LOCAL_BYTES + utf8(entry.name()).length + entry.size();
    }

    /** Place of the directory, and the number of files in it, as the end record tells. */
    record Directory(int files, long at, long bytes) {
        /** Reads it from the last bytes of a file of a given length; refuses any other end than a crate's. */
        static Directory of(byte[] last, long length) throws NotACrate {
            ByteBuffer end = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
            if (last.length != END_BYTES || end.getInt(0) != END_SIGN) {
                throw new NotACrate("its end is not that of a crate: it was cut short, or something follows it");
            }
            Directory found = new Directory(
                    Short.toUnsignedInt(end.getShort(10)),
                    Integer.toUnsignedLong(end.getInt(16)),
                    Integer.toUnsignedLong(end.getInt(12)));
            boolean fits = found.at() + found.bytes() + END_BYTES == length && found.files() <= FILES_MAX;
            if (!fits || !Arrays.equals(last, end(found.files(), found.bytes(), found.at()))) {
                throw new NotACrate("the record at its end does not fit the rest");
            }
            return found;
        }
    }

    /**
     * The entry at the present place of a directory, which moves behind it.
     *
     * @param offset of the entry's head, where the one before it ends
     */
    static CrateEntry next(ByteBuffer directory, long offset) throws NotACrate {
        int at = directory.position();
        if (directory.remaining() < CENTRAL_BYTES || directory.getInt(at) != CENTRAL_SIGN) {
            throw new NotACrate("its directory is damaged at entry " + at);
        }
        int length = Short.toUnsignedInt(directory.getShort(at + NAME_LENGTH_AT));
        if (directory.remaining() < CENTRAL_BYTES + length) {
            throw new NotACrate("its directory is damaged at entry " + at);
        }
        byte[] found = new byte[CENTRAL_BYTES + length];
        directory.get(found);
        String name = CrateNames.read(found, CENTRAL_BYTES, length);
        ByteBuffer fields = ByteBuffer.wrap(found).order(ByteOrder.LITTLE_ENDIAN);
        CrateEntry entry = new CrateEntry(
                name,
                Integer.toUnsignedLong(fields.getInt(SIZE_AT)),
                Integer.toUnsignedLong(fields.getInt(CRC_AT)),
                "");
        refuseOther(entry, fields);
        if (Integer.toUnsignedLong(fields.getInt(OFFSET_AT)) != offset
                || !Arrays.equals(found, central(entry, offset))) {
            throw new NotACrate("its directory is not written as a crate's is where it names " + name);
        }
        return entry;
    }

    private static void refuseOther(CrateEntry entry, ByteBuffer fields) throws NotACrate {
        if ((fields.getInt(ATTRIBUTES_AT) & KIND_OF_FILE) == LINK) {
            throw new NotACrate(entry.name() + " is a link");
        }
        if ((fields.getShort(FLAGS_AT) & ENCRYPTED) != 0) {
            throw new NotACrate(entry.name() + " is encrypted");
        }
        if (fields.getShort(METHOD_AT) != STORED) {
            throw new NotACrate(entry.name() + " is compressed, and a crate's files are stored as they are");
        }
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] written(ByteBuffer full) {
        byte[] bytes = new byte[full.position()];
        full.flip().get(bytes);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The refusal of a file that is not written as crates are; the message is a reason. */
    static final class NotACrate extends IOException {
        private static final long serialVersionUID = 1L;

        NotACrate(String message) {
            super(message);
        }
    }
}
