package dev.borderline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            Files.createSymbolicLink(folder.resolve(".a.csv.tmp"), FULL);
            assertThatThrownBy(() -> AtomicFile.write(target, text))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage(target + ": cannot write (No space left on device)");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void diskFull_closedBeforeTheEnd_isNoFaultOfItsOwn() throws IOException {
        Files.createSymbolicLink(folder.resolve(".a.csv.tmp"), FULL);
        try (AtomicFile file = AtomicFile.create(folder.resolve("a.csv"))) {
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
}
