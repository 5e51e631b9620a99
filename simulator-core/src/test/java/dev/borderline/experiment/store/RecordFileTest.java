package dev.borderline.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.random.Mix64;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
    private static final int MARK = 0x0A52554E;
    private static final int SHORT = 1 << 13; // longer ones are not summed as they stand

    @TempDir
    private Path folder = Path.of("");

    /** A promise of so long a payload every 16 bytes. */
    private static byte[] promises(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * 16);
        for (int i = 0; i < count; i++) {
            bytes.putInt(MARK)
                    .putInt(Math.max(0, (count - i - 1) * 16))
                    .putInt(i)
                    .putInt(0);
        }
        return bytes.array();
    }

    private RecordFile frames(byte[] content, List<byte[]> found) throws IOException {
        Path path = Files.write(folder.resolve("file"), content);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            RecordFile frames = new RecordFile(file, 0);
            for (byte[] payload = frames.next(); payload != null; payload = frames.next()) {
                found.add(payload);
            }
            return frames;
        }
    }

    /** Each promise alone leads through all that follows it: looked at one by one they take the square of their number. */
    @Test
    void search_throughMarksEverywhere_takesWorkInProportion() throws IOException {
        List<byte[]> found = new ArrayList<>();
        long few = frames(promises(1 << 12), found).bytesLookedAt();
        long many = frames(promises(1 << 15), found).bytesLookedAt();

        assertThat(found).isEmpty();
        assertThat(many).isLessThan(10 * few); // 8 times the file; its square is 64 times as much
    }

    private static byte[] payload(int size, int seed) {
        byte[] payload = new byte[size];
        for (int i = 0; i < size; i++) {
            payload[i] = (byte) Mix64.combine(i, seed);
        }
        return payload;
    }

    /** Long and short records between damage of all kinds, also where one stands in what another promises. */
    @Test
    void goodFrames_betweenDamage_areAllFoundInOrder() throws IOException {
        List<byte[]> good = new ArrayList<>();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        long damaged = 0;
        for (int i = 0; i < 40; i++) {
            byte[] damage = i % 3 == 0 ? promises(i) : payload(i * 7, -i);
            byte[] payload = payload(i % 4 == 1 ? SHORT + 5000 * i : 13 * i, i);
            content.write(damage);
            content.write(RecordFile.frame(payload));
            good.add(payload);
            damaged += damage.length;
        }
        List<byte[]> found = new ArrayList<>();
        RecordFile frames = frames(content.toByteArray(), found);

        assertThat(found).containsExactlyElementsOf(good);
        assertThat(frames.damagedBytes()).isEqualTo(damaged);
        assertThat(frames.goodEnd()).isEqualTo(content.size());
    }
}
