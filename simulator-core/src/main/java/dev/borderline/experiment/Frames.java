package dev.borderline.experiment;

import dev.borderline.text.Digest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Checksummed records in a file: mark, length of the payload, CRC-32C of length and payload, each four bytes with the highest
 * first, then the payload. A scan finds every good frame, also behind a damaged stretch, and where the last one ends. The mark
 * makes the search for the next frame quick; the checksum decides. Not thread-safe.
 */
final class Frames {
    private static final int MARK = 0x0A52554E; // a line end and "RUN"
    private static final int HEAD_BYTES = 3 * Integer.BYTES;
    private static final int PAYLOAD_BYTES_MAX = 64 << 20;
    private static final int WINDOW_BYTES = 1 << 20;

    private final RandomAccessFile file;
    private final long end;
    private byte[] window = new byte[0];
    private long windowStart;
    private long offset;
    private long goodEnd;
    private long damagedBytes;

    /** A scan from {@code start} to the present end of a file. */
    Frames(RandomAccessFile file, long start) throws IOException {
        this.file = file;
        end = file.length();
        goodEnd = start;
    }

    /** The frame of a payload. */
    static byte[] frame(byte[] payload) {
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

    private static int checksum(byte[] payload) {
        byte[] covered = ByteBuffer.allocate(Integer.BYTES + payload.length)
                .putInt(payload.length)
                .put(payload)
                .array();
        return (int) Digest.crc32c(covered, 0, covered.length);
    }

    /** Payload of the next good frame, or null behind the last. */
    byte @Nullable [] next() throws IOException {
        for (long at = goodEnd; at <= end - HEAD_BYTES; at++) {
            byte[] payload = at(at);
            if (payload != null) {
                damagedBytes += at - goodEnd;
                offset = at;
                goodEnd = at + HEAD_BYTES + payload.length;
                return payload;
            }
        }
        return null;
    }

    /** Where the frame that {@link #next} gave begins. */
    long offset() {
        return offset;
    }

    /** Where the last good frame ends; what lies behind it is torn. */
    long goodEnd() {
        return goodEnd;
    }

    /** Bytes between good frames that belong to none. */
    long damagedBytes() {
        return damagedBytes;
    }

    /** Payload of the frame that begins at {@code offset}. */
    static byte[] read(RandomAccessFile file, long offset) throws IOException {
        byte[] head = new byte[HEAD_BYTES];
        file.seek(offset);
        file.readFully(head);
        int length = ByteBuffer.wrap(head).getInt(Integer.BYTES);
        byte[] payload = length < 0 || length > PAYLOAD_BYTES_MAX ? null : payload(whole(file, head, length));
        if (payload == null) {
            throw new IOException("the record at byte " + offset + " has been damaged since it was checked");
        }
        return payload;
    }

    private static ByteBuffer whole(RandomAccessFile file, byte[] head, int length) throws IOException {
        byte[] frame = Arrays.copyOf(head, HEAD_BYTES + length);
        file.readFully(frame, HEAD_BYTES, length);
        return ByteBuffer.wrap(frame);
    }

    /** Payload of the frame at the position of {@code bytes}, or null if there is no good one. */
    static byte @Nullable [] payload(ByteBuffer bytes) {
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

    private byte @Nullable [] at(long from) throws IOException {
        ByteBuffer head = bytes(from, HEAD_BYTES);
        int mark = head.getInt();
        int length = head.getInt();
        boolean fits = length >= 0 && length <= PAYLOAD_BYTES_MAX && length <= end - HEAD_BYTES - from;
        return mark == MARK && fits ? payload(bytes(from, HEAD_BYTES + length)) : null;
    }

    private ByteBuffer bytes(long from, int count) throws IOException {
        if (from < windowStart || from + count > windowStart + window.length) {
            window = new byte[(int) Math.min(end - from, Math.max(WINDOW_BYTES, count))];
            windowStart = from;
            file.seek(from);
            file.readFully(window);
        }
        return ByteBuffer.wrap(window, (int) (from - windowStart), count);
    }
}
