package dev.borderline.experiment.store;

import dev.borderline.text.Crc32c;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Checksums of any stretches of a file. Those of its beginnings are kept every {@value #BLOCK_BYTES} bytes, each byte read once; from
 * two of them comes that of a stretch of any length. So a search through damage takes time in proportion to the file, whatever stands
 * in it: looking at each stretch by itself took its square. Mutable; one owner.
 */
final class Checksums {
    private static final int BLOCK_BYTES = 1 << 12;

    private final FileWindow ahead; // reads on
    private final FileWindow jumps; // reads here and there
    private final CRC32C running = new CRC32C();
    private int[] ofBeginnings = new int[16];
    private int blocks = 1; // known, the first of nothing

    Checksums(FileWindow ahead, FileWindow jumps) {
        this.ahead = ahead;
        this.jumps = jumps;
    }

    /** Number of bytes looked at so far. */
    long bytesGiven() {
        return ahead.bytesGiven() + jumps.bytesGiven();
    }

    /** The checksum of the bytes from one place to another. */
    int between(long from, long to) throws IOException {
        return Crc32c.last(ofBeginning(to), ofBeginning(from), to - from);
    }

    private int ofBeginning(long length) throws IOException {
        int block = Math.toIntExact(length / BLOCK_BYTES);
        while (blocks <= block) {
            readBlock();
        }
        int rest = (int) (length % BLOCK_BYTES);
        CRC32C last = new CRC32C();
        last.update(jumps.bytes(length - rest, rest));
        return Crc32c.joined(ofBeginnings[block], (int) last.getValue(), rest);
    }

    private void readBlock() throws IOException {
        ByteBuffer block = ahead.bytes((long) (blocks - 1) * BLOCK_BYTES, BLOCK_BYTES);
        running.update(block);
        if (blocks == ofBeginnings.length) {
            ofBeginnings = Arrays.copyOf(ofBeginnings, 2 * blocks);
        }
        ofBeginnings[blocks++] = (int) running.getValue();
    }
}
