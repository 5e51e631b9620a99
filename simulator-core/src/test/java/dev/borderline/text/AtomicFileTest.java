package dev.borderline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final Path FULL = Path.of("/dev/full"); // a device without room, of Linux

    @TempDir
    private Path folder = Path.of("");

    /** Twice as much as is held back before it is written. */
    private static String much() {
        return "x".repeat(1 << 15);
    }

    private static AtomicFile onFullDisk(Path target) throws IOException {
        return new AtomicFile(target, Draft.of(target), new FileOutputStream(FULL.toFile()));
    }

    @Test
    void write_isWhole_andLeavesNothingBeside() throws IOException {
        AtomicFile.write(folder.resolve("a.csv"), "a\n");
        assertThat(folder.resolve("a.csv")).hasContent("a\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void diskFull_namesTheFile_andLeavesNothingBeside() throws IOException {
        Path target = folder.resolve("a.csv");
        for (String text : new String[] {"little", much()}) {
            assertThatThrownBy(() -> {
                        try (AtomicFile file = onFullDisk(target)) {
                            file.append(text);
                            file.commit();
                        }
                    })
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage(target + ": cannot write (No space left on device)");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void diskFull_closedBeforeTheEnd_isNoFaultOfItsOwn() throws IOException {
        try (AtomicFile file = onFullDisk(folder.resolve("a.csv"))) {
            file.append("little");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void noFolder_namesTheFile() {
        Path target = folder.resolve("none").resolve("a.csv");
        assertThatThrownBy(() -> AtomicFile.create(target))
                .hasMessage(target + ": cannot write (No such file or directory)");
    }

    /** A stranger's folder may have a link in the place of the draft or of the file; what it leads to is left alone. */
    @Test
    void link_inThePlaceOfDraftOrFile_isRefusedAndNotFollowed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "precious\n");
        for (String name : new String[] {".a.csv.tmp", "a.csv"}) {
            Path link = Files.createSymbolicLink(folder.resolve(name), precious);
            assertThatThrownBy(() -> AtomicFile.write(folder.resolve("a.csv"), "a\n"))
                    .isInstanceOf(FileRefused.class)
                    .hasMessageContaining(link + " is a link");
            assertThat(precious).hasContent("precious\n");
            Files.delete(link);
        }
    }

    @Test
    void folderInThePlaceOfTheFile_isRefused() throws IOException {
        Files.createDirectory(folder.resolve("a.csv"));
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("a.csv"), "a\n"))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("is a folder");
    }

    /** A process that was killed left it. */
    @Test
    void draftLeftOver_isTakenOver() throws IOException {
        Files.writeString(folder.resolve(".a.csv.tmp"), "half of an older and longer text");
        AtomicFile.write(folder.resolve("a.csv"), "a\n");
        assertThat(folder.resolve("a.csv")).hasContent("a\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }
}
