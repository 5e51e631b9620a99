package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A sweep whose runs take about a millisecond: some dozen households over two months. */
final class Tiny {
    private static final List<String> TABLES = List.of("design.csv", "runs.csv", "summary.csv", "yearly.csv");

    private static final String SCENARIO = """
            schema: 1
            extends: tightening-2015
            name: tiny
            title: A hamlet
            ensemble: none
            start: 2009-01-01
            end: 2009-03-01
            population:
              resettled_refugees: 40
            """;

    private static final String SWEEP = """
            schema: 1
            name: tiny-sweep
            title: Two by two, many times
            scenario: tiny.yaml
            design: grid
            vary:
              levers.surveillance.coverage: [0.03, 0.12]
            arms: {base: , blind: {set: {levers.surveillance.informants_per_year: 0}}}
            replications: 100
            seed: 7
            outcomes: [contact_share, arrests, person_years_held]
            """;

    private Tiny() {}

    /** Writes the sweep, 4 cells, with its scenario. */
    static Path sweep(Path folder) {
        Small.write(folder.resolve("tiny.yaml"), SCENARIO);
        return Small.write(folder.resolve("tiny-sweep.yaml"), SWEEP);
    }

    /** Checks that a folder has all that another has, to the byte: tables, and digests of all runs. */
    static void assertSame(Path expected, Path folder) throws IOException {
        for (String table : TABLES) {
            assertThat(folder.resolve(table)).hasSameBinaryContentAs(expected.resolve(table));
        }
        assertThat(digests(folder)).isEqualTo(digests(expected)).isNotEqualTo("[]");
        assertThat(folder.resolve("_SUCCESS")).exists();
    }

    private static String digests(Path folder) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("manifest.json")))
                .get("digests")
                .toString();
    }
}
