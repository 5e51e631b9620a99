package dev.borderline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class GuardedFilesTest {
    @TempDir
    private Path folder = Path.of("");

    private List<String> lines(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("lines"), content);
        List<String> lines = new ArrayList<>();
        try (TextLines text = GuardedFiles.lines(file)) {
            for (String line = text.next(); line != null; line = text.next()) {
                lines.add(line);
                assertThat(text.number()).isEqualTo(lines.size());
            }
        }
        return lines;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void lines_ofAnyText_areThoseOfIt() throws IOException {
        String longer = "ä€😀,".repeat(50_000);
        assertThat(lines(utf8("a\n\n" + longer + "\r\nb"))).containsExactly("a", "", longer, "b");
        assertThat(lines(utf8("a\n"))).containsExactly("a");
        assertThat(lines(new byte[0])).isEmpty();
    }

    /** One high bit: the file and the line are named. */
    @Test
    void line_thatIsNotUtf8_isRefusedWithItsNumber() {
        assertThatThrownBy(() -> lines(new byte[] {'a', '\n', 'b', (byte) 0xE1, '\n'}))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("lines:2: this line is not text in UTF-8");
    }

    @Test
    void line_withoutAnEnd_isRefused() {
        assertThatThrownBy(() -> lines(new byte[TextLines.BYTES_MAX + 1]))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("lines:1: the line is longer than");
    }

    @Test
    void text_tooLongOrNotUtf8_isRefused() throws IOException {
        Path file = Files.write(folder.resolve("text"), new byte[] {'a', 'b', (byte) 0x80});
        assertThatThrownBy(() -> GuardedFiles.text(file, 3)).hasMessageContaining("text is not text in UTF-8");
        assertThatThrownBy(() -> GuardedFiles.text(file, 2)).hasMessageContaining("is longer than the 2 bytes");
        Files.writeString(file, "abc");
        assertThat(GuardedFiles.text(file, 3)).isEqualTo("abc");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void link_isRefusedHoweverItIsOpened() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("link"), precious);
        Path lost = Files.createSymbolicLink(folder.resolve("lost"), folder.resolve("nowhere"));
        for (Path each : List.of(link, lost)) {
            assertThatThrownBy(() -> GuardedFiles.isThere(each)).isInstanceOf(FileRefused.class);
            assertThatThrownBy(() -> GuardedFiles.text(each, 10)).isInstanceOf(FileRefused.class);
            assertThatThrownBy(() -> GuardedFiles.lines(each)).isInstanceOf(FileRefused.class);
            assertThatThrownBy(() -> GuardedFiles.open(each, true)).isInstanceOf(FileRefused.class);
            assertThatThrownBy(() -> GuardedFiles.openOrCreate(each)).isInstanceOf(FileRefused.class);
            assertThatThrownBy(() -> GuardedFiles.create(each)).isInstanceOf(FileRefused.class);
            assertThatThrownBy(() -> GuardedFiles.put(each, "x")).isInstanceOf(FileRefused.class);
            assertThatThrownBy(() -> GuardedFiles.delete(each)).isInstanceOf(FileRefused.class);
            assertThatThrownBy(() -> GuardedFiles.makeFolder(each)).isInstanceOf(FileRefused.class);
        }
        assertThat(precious).hasContent("precious");
        assertThat(folder.resolve("nowhere")).doesNotExist();
        assertThat(link).isSymbolicLink();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void device_isRefused() {
        assertThatThrownBy(() -> GuardedFiles.stream(Path.of("/dev/zero")))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("is a pipe, socket or device");
    }

    @Test
    void file_inThePlaceOfAFolder_isNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> GuardedFiles.isThere(file.resolve("a/b")))
                .isInstanceOf(FileRefused.class)
                .hasMessage(file + " is a file; a folder is wanted");
    }

    @Test
    void bytes_areComparedToTheLast() throws IOException {
        byte[] content = new byte[200_000];
        Path one = Files.write(folder.resolve("one"), content);
        assertThat(GuardedFiles.haveSameBytes(one, Files.write(folder.resolve("two"), content)))
                .isTrue();
        content[content.length - 1] = 1;
        assertThat(GuardedFiles.haveSameBytes(one, Files.write(folder.resolve("two"), content)))
                .isFalse();
        assertThat(GuardedFiles.haveSameBytes(one, Files.write(folder.resolve("two"), new byte[1])))
                .isFalse();
        assertThat(GuardedFiles.bytes(one, 200_000)).hasSize(200_000);
        assertThatThrownBy(() -> GuardedFiles.bytes(one, 199_999)).hasMessageContaining("is longer than the 199999");
    }

    @Test
    void create_ofAFileThatIsThere_isANewOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "long before");
        try (OutputStream out = GuardedFiles.create(file)) {
            out.write('x');
        }
        assertThat(file).hasContent("x");
    }

    /** The names of a folder are given to the disk once the new file has its own, and not before. */
    @Test
    void replace_syncsTheFolder_afterTheFileIsInItsPlace() throws IOException {
        Path target = Files.writeString(folder.resolve("table.csv"), "old");
        Path draft = Files.writeString(folder.resolve(".table.csv.tmp"), "newer");
        List<String> synced = new ArrayList<>();

        GuardedFiles.replace(
                draft, target, where -> synced.add(where + " " + Files.exists(draft) + " " + size(target)));

        assertThat(synced).containsExactly(folder.toAbsolutePath() + " false 5");
        assertThat(target).hasContent("newer");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program that ends in the middle of a file; see {@link AtomicFileTest}. */
    static final class EndsInTheMiddle {
        private EndsInTheMiddle() {}

        /** Argument: a file. */
        public static void main(String[] args) throws IOException {
            AtomicFile file = AtomicFile.create(Path.of(args[0]));
            file.append("x".repeat(1 << 20));
            System.exit(0);
        }
    }

    /** As Ctrl-C ends an export. */
    @Test
    void draft_ofAProcessThatEnds_isRemoved() throws IOException, InterruptedException {
        Path target = folder.resolve("table.csv");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process child = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndsInTheMiddle.class.getName(),
                        target.toString())
                .inheritIO()
                .start();
        assertThat(child.waitFor()).isZero();
        assertThat(folder).isEmptyDirectory();
    }
}
