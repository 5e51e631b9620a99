package dev.borderline.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.random.Mix64;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWindowTest {
    private static final int SIZE = 300_000;

    @TempDir
    private Path folder = Path.of("");

    private final byte[] content = new byte[SIZE];
    private Path path = Path.of("");

    @BeforeEach
    void write() throws IOException {
        for (int i = 0; i < SIZE; i++) {
            content[i] = (byte) Mix64.combine(i, 1);
        }
        path = Files.write(folder.resolve("file"), content);
    }

    /** Forward by short and long steps, back, and at random; longer than what is read ahead, too. */
    @Test
    void bytes_inAnyOrder_areThoseOfTheFile() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            FileWindow window = new FileWindow(file);
            for (int step : new int[] {1_000, 5_000, 40_000, -7_000, 77_773}) {
                for (int i = 0; i < 200; i++) {
                    int from = Math.floorMod(step * i, SIZE - 200_000);
                    int count = i % 20 == 0 ? 200_000 : 1 + i;
                    assertSame(window.bytes(from, count), from, count);
                }
            }
            assertSame(window.bytes(SIZE - 5, 5), SIZE - 5, 5);
        }
    }

    private void assertSame(ByteBuffer bytes, int from, int count) {
        byte[] got = new byte[bytes.remaining()];
        bytes.get(got);
        assertThat(got).isEqualTo(Arrays.copyOfRange(content, from, from + count));
    }

    @Test
    void bytes_behindTheEnd_areRefusedUntilTheFileHasThem() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            FileWindow window = new FileWindow(file);
            assertThatThrownBy(() -> window.bytes(SIZE - 5, 6)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> window.bytes(SIZE + 9, 1)).isInstanceOf(EOFException.class);
            assertSame(window.bytes(SIZE - 5, 5), SIZE - 5, 5);

            Files.write(path, new byte[] {42}, StandardOpenOption.APPEND);

            assertThat(window.bytes(SIZE - 1, 2).get(1)).isEqualTo((byte) 42);
        }
    }

    /** Quick reading of a store: a pass over small records in order asks the system seldom. */
    @Test
    void bytes_ofTheWindow_areReadOnce() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            FileWindow window = new FileWindow(file);
            int calls = 0;
            long before = -1;
            for (int from = 0; from + 1_000 < SIZE; from += 3_000) {
                window.bytes(from, 1_000);
                calls += file.getFilePointer() == before ? 0 : 1;
                before = file.getFilePointer();
            }
            assertThat(calls).isBetween(4, 6);
        }
    }
}
