package dev.borderline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares of variance that {@code analyze sobol} left, also before its keys had their present names. */
class VarianceSharesTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"share_replication_alone", "share_luck_alone"})
    void shareOfChance_isReadUnderBothKeys(String key) throws IOException {
        Files.writeString(
                folder.resolve("analysis-sobol.json"),
                "{\"measures\": [{\"name\": \"arrests\", \"base_points\": 8, \"" + key
                        + "\": 0.25, \"factors\": []}]}");

        assertThat(VarianceShares.in(folder).orElseThrow().measures())
                .extracting(VarianceShares.OfMeasure::chance)
                .containsExactly(0.25);
    }
}
