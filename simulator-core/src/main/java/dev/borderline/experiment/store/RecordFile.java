package dev.borderline.experiment.store;

import dev.borderline.text.Crc32c;
import dev.borderline.text.Digest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Checksummed records in a file. Mark, length of the payload, CRC-32C of length and payload, each four bytes with the highest
 * first, then the payload. A scan finds every good frame, also behind a damaged stretch, and where the last one ends. The mark
 * makes the search for the next frame quick; the checksum decides. It takes time in proportion to the file, also where somebody
 * has filled it with marks. Not thread-safe.
 */
public final class RecordFile {
    private static final int MARK = 0x0A52554E; // a line end and "RUN"
    private static final int HEAD_BYTES = 3 * Integer.BYTES;
    private static final int PAYLOAD_BYTES_MAX = 64 << 20;
    private static final int SEARCHED_BYTES = 1 << 14;
    private static final int SHORT_BYTES_MAX = 1 << 13; // a stretch that is sooner summed than put together from two

    private final FileWindow window;
    private final Checksums checksums;
    private final long end;
    private long offset;
    private long goodEnd;
    private long damagedBytes;
    private boolean damaged; // a frame was found bad, and there may be many

    /** A scan from {@code start} to the present end of a file. */
    RecordFile(RandomAccessFile file, long start) throws IOException {
        window = new FileWindow(file);
        checksums = new Checksums(new FileWindow(file), new FileWindow(file));
        end = file.length();
        goodEnd = start;
    }

    /** The frame of a payload. */
    public static byte[] frame(byte[] payload) {
        if (payload.length > PAYLOAD_BYTES_MAX) {
            throw new IllegalArgumentException("a record of " + payload.length + " bytes is too long to keep");
        }
        return ByteBuffer.allocate(HEAD_BYTES + payload.length)
                .putInt(MARK)
                .putInt(payload.length)
                .putInt(checksum(payload))
                .put(payload)
                .array();
    }

    /** Length of the frame of a payload. */
    static int frameBytes(byte[] payload) {
        return HEAD_BYTES + payload.length;
    }

    private static int checksum(byte[] payload) {
        byte[] length =
                ByteBuffer.allocate(Integer.BYTES).putInt(payload.length).array();
        return (int) Digest.crc32c(length, payload);
    }

    /** Payload of the next good frame, or null behind the last. */
    byte @Nullable [] next() throws IOException {
        if (damaged) {
            return found(goodEnd);
        }
        byte[] payload = goodEnd <= end - HEAD_BYTES ? payload(window, goodEnd, end - goodEnd) : null;
        if (payload != null) {
            return taken(goodEnd, payload);
        }
        damaged = true;
        return found(goodEnd);
    }

    private byte[] taken(long at, byte[] payload) {
        damagedBytes += at - goodEnd;
        offset = at;
        goodEnd = at + HEAD_BYTES + payload.length;
        return payload;
    }

    /** Payload of the first good frame from a place on. */
    private byte @Nullable [] found(long from) throws IOException {
        for (long at = mark(from); at <= end - HEAD_BYTES; at = mark(at + 1)) {
            if (mayBeGood(at)) {
                byte[] payload = payload(window, at, end - at);
                if (payload != null) {
                    return taken(at, payload);
                }
            }
        }
        return null;
    }

    /** Place of the next mark, or a place behind the last head. */
    private long mark(long from) throws IOException {
        long at = from;
        while (at <= end - HEAD_BYTES) {
            int count = (int) Math.min(SEARCHED_BYTES, end - at);
            ByteBuffer bytes = window.bytes(at, count);
            int first = bytes.position();
            for (int i = 0; i <= count - Integer.BYTES; i++) {
                if (bytes.getInt(first + i) == MARK) {
                    return at + i;
                }
            }
            at += count - (Integer.BYTES - 1);
        }
        return at;
    }

    /** True if the frame at a mark may be good. It has the checksum it says, or is short enough to look at as it is. */
    private boolean mayBeGood(long at) throws IOException {
        ByteBuffer head = window.bytes(at + Integer.BYTES, 2 * Integer.BYTES);
        int length = head.getInt();
        int said = head.getInt();
        if (length < 0 || length > PAYLOAD_BYTES_MAX || length > end - at - HEAD_BYTES) {
            return false;
        }
        if (length <= SHORT_BYTES_MAX) {
            return true;
        }
        int ofLength = (int)
                Digest.crc32c(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        long begin = at + HEAD_BYTES;
        return said == Crc32c.joined(ofLength, checksums.between(begin, begin + length), length);
    }

    /** Begin of the frame that {@link #next} gave. */
    long offset() {
        return offset;
    }

    /** End of the last good frame; the rest behind it is torn. */
    long goodEnd() {
        return goodEnd;
    }

    /** Bytes between good frames that belong to none. */
    long damagedBytes() {
        return damagedBytes;
    }

    /** Number of bytes the scan has looked at, those looked at twice twice. */
    long bytesLookedAt() {
        return window.bytesGiven() + checksums.bytesGiven();
    }

    /** Payload of the frame that begins at {@code offset}. */
    static byte[] read(FileWindow window, long offset) throws IOException {
        byte[] payload = payload(window, offset, Long.MAX_VALUE);
        if (payload == null) {
            throw new IOException("the record at byte " + offset + " has been damaged since it was checked");
        }
        return payload;
    }

    /** As {@link #payload(ByteBuffer)}, at a place of a file behind which there is so much. */
    private static byte @Nullable [] payload(FileWindow window, long from, long room) throws IOException {
        ByteBuffer head = window.bytes(from, HEAD_BYTES);
        int mark = head.getInt();
        int length = head.getInt();
        boolean fits = length >= 0 && length <= PAYLOAD_BYTES_MAX && length <= room - HEAD_BYTES;
        return mark == MARK && fits ? payload(window.bytes(from, HEAD_BYTES + length)) : null;
    }

    /** Payload of the frame at the position of {@code bytes}, or null if there is no good one. */
    public static byte @Nullable [] payload(ByteBuffer bytes) {
        if (bytes.remaining() < HEAD_BYTES || bytes.getInt() != MARK) {
            return null;
        }
        int length = bytes.getInt();
        int checksum = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            return null;
        }
        byte[] payload = new byte[length];
        bytes.get(payload);
        return checksum(payload) == checksum ? payload : null;
    }
}
