package dev.borderline.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings to a person before an experiment runs. */
class WarningsTest {
    private static final String WARNING =
            "borderline: warning: crossings.attempts_per_year is that of the whole country: 2,750 are ";

    @TempDir
    private Path folder = Path.of("");

    /** Few people over a few days of {@code historical}, with as many who cross as from the whole country. */
    private String few() throws IOException {
        Path file = folder.resolve("few.yaml");
        Files.writeString(file, """
                schema: 1
                extends: historical
                ensemble: none
                start: 2009-01-01
                end: 2009-02-01
                policies: []
                population: {resettled_refugees: 300}
                """);
        return file.toString();
    }

    private String sweep() throws IOException {
        Path file = folder.resolve("sweep.yaml");
        Files.writeString(file, """
                schema: 1
                scenario: few.yaml
                design: grid
                replications: 1
                seed: 1
                vary: {levers.surveillance.coverage: [0.01, 0.03]}
                """);
        return file.toString();
    }

    @Test
    void attemptsOutOfProportion_areToldOnce() throws IOException {
        String few = few();
        String[][] commands = {
            {"run", few, "-n", "1"},
            {"compare", few, few, "-n", "2", "--fates", "0"},
            {"sweep", sweep(), "--out", folder.resolve("r").toString()},
            {"scenarios", "validate", few}
        };
        for (String[] command : commands) {
            Ran ran = Ran.command(command);

            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.errLines().stream().filter(line -> line.startsWith(WARNING)))
                    .as(String.join(" ", command))
                    .hasSize(1);
        }
    }

    @Test
    void quiet_orInProportion_nothingIsTold() throws IOException {
        assertThat(Ran.command("run", few(), "-n", "1", "--quiet").err()).isEmpty();
        assertThat(Ran.command("run", few(), "-n", "1", "--set", "crossings.attempts_per_year=70")
                        .err())
                .isEmpty();
    }
}
