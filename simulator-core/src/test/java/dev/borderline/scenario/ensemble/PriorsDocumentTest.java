package dev.borderline.scenario.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PriorsDocumentTest {
    private static final Path PAGE = Path.of("../docs/priors.md");
    private static final Path PICTURE = Path.of("../docs/img/priors.svg");

    /** With {@code -Dborderline.write=true} it writes the page and its picture instead of complaining. */
    @Test
    void pageAndPicture_areUpToDate() throws IOException {
        if (Boolean.getBoolean("borderline.write")) {
            Files.writeString(PAGE, PriorsDocument.text());
            Files.writeString(PICTURE, PriorsDocument.picture());
        }
        String stale = "stale: mvn -pl simulator-core test -Dtest=PriorsDocumentTest -Dborderline.write=true";
        assertThat(PAGE).as(stale).content().isEqualTo(PriorsDocument.text());
        assertThat(PICTURE).as(stale).content().isEqualTo(PriorsDocument.picture());
    }
}
