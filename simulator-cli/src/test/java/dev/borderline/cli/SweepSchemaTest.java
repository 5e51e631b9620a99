package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code scenarios schema --sweep}, read by a validator that is not ours, against what {@code sweep} says. */
class SweepSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Ran.command("scenarios", "schema", "--sweep").out());

    private static final String HEAD = "schema: 1\nscenario: small.yaml\nseed: 7\n";
    private static final String VARY = "vary: {levers.surveillance.coverage: [0.03]}\n";
    private static final String ONCE = "replications: 1\n";

    @TempDir
    private Path folder = Path.of("");

    private static List<String> faults(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(Error::toString)
                .toList();
    }

    /** Result of the command; one run of one cell costs little. */
    private Ran ran(String yaml) {
        Small.scenario(folder, "");
        Small.write(folder.resolve("points.csv"), "levers.surveillance.coverage\n0.03\n");
        Path file = Small.write(folder.resolve("mine.yaml"), yaml);
        return Ran.command("sweep", file.toString(), "--only", "0/base/0");
    }

    static Stream<Path> shipped() throws IOException {
        Path seeds = Path.of("..", "seeds");
        List<Path> all;
        try (Stream<Path> sweeps = Files.list(seeds.resolve("sweeps"));
                Stream<Path> gallery = Files.list(seeds.resolve("gallery"))) {
            all = Stream.concat(sweeps, gallery)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        return Stream.concat(Stream.of(seeds.resolve("golden/sweep.yaml")), all.stream());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void schema_shippedSweep_valid(Path file) throws IOException {
        assertThat(faults(Files.readString(file))).isEmpty();
    }

    /** Texts that both accept. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ONCE,
                ONCE + VARY + "name: a-b\ntitle: A\nquestion: B?\noutcomes: [arrests]\nindependent: true\n",
                "precision: {relative: 5%, measures: [arrests], max_replications: 10}\n",
                "precision: {absolute: {contact_share: 0.5}}\noutcomes: [arrests]\n",
                ONCE + "design: list\nfile: points.csv\n",
                ONCE + "design: lhs\npoints: 2\ncandidates: 3\ndesign_seed: 4\n" + VARY,
                ONCE + "design: sobol\npoints: 2\nscramble: false\n" + VARY,
                ONCE + "design: saltelli\nbase_points: 2\nsecond_order: true\nsequence: independent\n" + VARY,
                ONCE + "design: morris\ntrajectories: 2\nlevels: 4\n"
                        + "vary: {levers.surveillance.coverage: {min: 0.1, max: 0.2, scale: log}}\n",
                ONCE + "vary: {calling.value_mean_usd: {from: 50, to: 60, steps: 3, unit: USD}}\n",
                ONCE + "vary: {calling.value_mean_usd: {values: [50, 60]}}\n",
                ONCE + "design: lhs\npoints: 2\n"
                        + "vary: {calling.value_mean_usd: {distribution: lognormal, mean: 90, sigma: 1, min: 9, max: 99}}\n",
                ONCE + "arms: {base: , a: [{lever: surveillance.coverage, at: 2010-01-01, set: 0.1}],"
                        + " b: {set: {calling.value_mean_usd: 70}, policies: []}}\n",
            })
    void schema_rightSweep_valid(String rest) {
        assertThat(faults(HEAD + rest)).isEmpty();
        Ran ran = ran(HEAD + rest);
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    /** Texts that both refuse. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ONCE + "tilte: A\n",
                ONCE + "precision: {relative: 5%, measures: [arrests]}\n",
                "precision: {measures: [arrests]}\n",
                "precision: {relatve: 5%, relative: 5%, measures: [arrests]}\n",
                VARY,
                "replications: 0\n",
                ONCE + "vary: {levers.surveillance.covrage: [0.03]}\n",
                ONCE + "vary: {levers.surveillance.coverage: [1.5]}\n",
                ONCE + "vary: {levers.surveillance.coverage: []}\n",
                ONCE + "vary: {levers.surveillance.coverage: {from: 0.1, too: 0.2, steps: 3}}\n",
                ONCE + "vary: {levers.surveillance.coverage: {from: 0.1, to: 0.2}}\n",
                ONCE + "vary: {levers.surveillance.coverage: {values: [0.1], min: 0.1}}\n",
                ONCE + "vary: {levers.surveillance.coverage: {values: [0.1], unit: percent}}\n",
                ONCE + "design: lsh\npoints: 2\n" + VARY,
                ONCE + "design: lhs\n" + VARY,
                ONCE + "design: lhs\npoints: 2\n",
                ONCE + "design: lhs\npoints: 2\nlevels: 4\n" + VARY,
                ONCE + "points: 2\n" + VARY,
                ONCE + "design: list\nfile: points.csv\n" + VARY,
                ONCE + "design: lhs\npoints: 2\nvary: {calling.value_mean_usd: {distribution: normal, mean: 9}}\n",
                ONCE + "design: lhs\npoints: 2\n"
                        + "vary: {calling.value_mean_usd: {distribution: uniform, min: 60, max: 70, mode: 65}}\n",
                ONCE + "arms: {A b: }\n",
                ONCE + "arms: {a: {sett: {calling.value_mean_usd: 70}}}\n",
                ONCE + "arms: {a: [{lever: surveillance.coverage, at: 2010-01-01}]}\n",
                ONCE + "outcomes: [arrests, arrests]\n",
            })
    void schema_mistake_marked(String rest) {
        assertThat(faults(HEAD + rest)).isNotEmpty();
        assertThat(ran(HEAD + rest).code()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void schema_withoutSweep_isThatOfScenarios() {
        assertThat(faults("schema: 1\nextends: baseline\n")).isNotEmpty();
        assertThat(Ran.command("scenarios", "schema").out()).contains("Borderline scenario, schema 1");
    }
}
