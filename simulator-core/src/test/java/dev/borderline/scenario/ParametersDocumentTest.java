package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ParametersDocumentTest {
    private static final Path PAGE = Path.of("../docs/parameters.md");

    /** With {@code -Dborderline.write=true} it writes the page instead of complaining. */
    @Test
    void page_isUpToDate() throws IOException {
        if (Boolean.getBoolean("borderline.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, ParametersDocument.text());
        }
        assertThat(PAGE)
                .as("stale: mvn -pl simulator-core test -Dtest=ParametersDocumentTest -Dborderline.write=true")
                .content()
                .isEqualTo(ParametersDocument.text());
    }
}
