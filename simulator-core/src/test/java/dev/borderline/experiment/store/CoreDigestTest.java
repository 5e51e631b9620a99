package dev.borderline.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.text.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreDigestTest {
    @TempDir
    private Path folder = Path.of("");

    private Path jar(String name, String... entries) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return jar;
    }

    /** A folder that this list lacks would be one whose change goes unnoticed. */
    @Test
    void folders_areAllThereAre() throws IOException, URISyntaxException {
        Path classes = Path.of(CoreDigest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> folders = Files.list(classes.resolve("dev/borderline"))) {
            assertThat(folders.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(CoreDigest.FOLDERS);
        }
        assertThat(CoreDigest.here()).isEqualTo(CoreDigest.CLASSES);
    }

    @Test
    void jar_otherThingsBesideTheCore_hasTheSameDigest() throws IOException {
        String alone = CoreDigest.ofJar(jar("a.jar", "dev/borderline/event/A.class", "dev/borderline/seeds/b.yaml"));
        String among = CoreDigest.ofJar(jar(
                "b.jar",
                "org/other/A.class",
                "dev/borderline/seeds/b.yaml",
                "dev/borderline/cli/C.class",
                "dev/borderline/event/",
                "dev/borderline/event/A.class"));
        assertThat(among)
                .isEqualTo(alone)
                .hasSize(16)
                .isNotEqualTo(Digest.sha256("").substring(0, 16));
    }

    private Path nest(Path inner) throws IOException {
        Path outer = folder.resolve("program.jar");
        try (OutputStream out = Files.newOutputStream(outer);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("lib/core.jar"));
            Files.copy(inner, zip);
            zip.closeEntry();
        }
        return outer;
    }

    /** Programs of one file have the library as a jar within theirs; before, they broke off when they asked what they are. */
    @Test
    void jar_withinAJar_hasTheSameDigest() throws IOException {
        Path inner = jar("a.jar", "dev/borderline/event/A.class", "org/other/A.class", "dev/borderline/seeds/b.yaml");
        Path outer = nest(inner);
        String alone = CoreDigest.ofJar(inner);

        assertThat(CoreDigest.of(inner.toUri().toURL())).isEqualTo(alone);
        assertThat(CoreDigest.of(new URL("jar:" + inner.toUri() + "!/"))).isEqualTo(alone);
        assertThat(CoreDigest.of(new URL("jar:" + outer.toUri() + "!/lib/core.jar")))
                .isEqualTo(alone);
        assertThat(CoreDigest.of(folder.toUri().toURL())).isEqualTo(CoreDigest.CLASSES);
        assertThatThrownBy(() -> CoreDigest.of(new URL("jar:" + outer.toUri() + "!/lib/none.jar")))
                .hasMessageContaining("the program cannot read its own library, jar:");
    }

    @Test
    void jar_anyFileOfTheCoreChanged_hasAnother() throws IOException {
        String before = CoreDigest.ofJar(jar("a.jar", "dev/borderline/event/A.class", "dev/borderline/seeds/b.yaml"));
        assertThat(CoreDigest.ofJar(jar("b.jar", "dev/borderline/event/A.class", "dev/borderline/seeds/c.yaml")))
                .isNotEqualTo(before);
        assertThat(CoreDigest.ofJar(jar("c.jar", "dev/borderline/event/A.class")))
                .isNotEqualTo(before);
    }
}
