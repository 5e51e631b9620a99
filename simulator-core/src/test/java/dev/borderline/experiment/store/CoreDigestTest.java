package dev.borderline.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.text.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
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

    @Test
    void jar_anyFileOfTheCoreChanged_hasAnother() throws IOException {
        String before = CoreDigest.ofJar(jar("a.jar", "dev/borderline/event/A.class", "dev/borderline/seeds/b.yaml"));
        assertThat(CoreDigest.ofJar(jar("b.jar", "dev/borderline/event/A.class", "dev/borderline/seeds/c.yaml")))
                .isNotEqualTo(before);
        assertThat(CoreDigest.ofJar(jar("c.jar", "dev/borderline/event/A.class")))
                .isNotEqualTo(before);
    }
}
