package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.simulation.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code scenarios schema}, read by a validator that is not ours. */
class ScenariosSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Ran.command("scenarios", "schema").out());

    private static List<String> faults(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(Error::toString)
                .toList();
    }

    static Stream<Path> shipped() throws IOException {
        Path seeds = Path.of("..", "seeds");
        List<Path> all;
        try (Stream<Path> scenarios = Files.list(seeds.resolve("scenarios"))) {
            all = scenarios
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        return Stream.concat(Stream.of(seeds.resolve("baseline.yaml")), all.stream());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void schema_shippedScenario_valid(Path file) throws IOException {
        assertThat(faults(Files.readString(file))).isEmpty();
    }

    /** The output of 'show' is valid too: every input with value, unit, source and grade. */
    @Test
    void schema_shownScenario_valid() {
        assertThat(faults(Scenarios.named("tightening-2015").toYaml())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "levers: {surveillance: {covrage: 0.03}}, covrage",
        "levers: {surveillance: {coverage: 1.5}}, maximum",
        "levers: {surveillance: {coverage: often}}, number",
        "needs: {rate_shape: {value: 1 unit: years}}, const",
        "start: 2009, string",
        "without: [stop], stops",
        "zones: {Upper Side: {border: true}}, match",
        "policies: [{lever: surveillance.coverage at: 2012-01-01}], one",
        "tilte: A, tilte"
    })
    void schema_mistake_marked(String line, String said) {
        String yaml = "schema: 1\nextends: baseline\n"
                + line.replace(" unit:", ", unit:").replace(" at:", ", at:");

        assertThat(faults(yaml)).isNotEmpty().anyMatch(fault -> fault.contains(said));
    }

    @Test
    void new_template_validAndNeverOverwritten() throws IOException {
        Path folder = Files.createTempDirectory("borderline-new");
        Path file = folder.resolve("mine.yaml");

        assertThat(Ran.command("scenarios", "new", file.toString()).code()).isZero();
        assertThat(Ran.command("scenarios", "validate", file.toString()).code()).isZero();
        assertThat(faults(Files.readString(file))).isEmpty();

        String before = Files.readString(file);
        Ran again = Ran.command("scenarios", "new", file.toString(), "--extends", "pre-2011");
        assertThat(again.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(again.err()).contains("exists and is left as it is");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    /** With every comment that shows a key turned into that key, the template is still valid. */
    @Test
    void new_templateUncommented_valid() throws IOException {
        String text = Ran.command("scenarios", "new", "-").out();
        String uncommented = text.replaceAll("(?m)^# (start:|end:|policies:|  - )", "$1");
        Path file = Files.createTempFile("borderline-new", ".yaml");
        Files.writeString(file, uncommented);

        assertThat(uncommented).contains("\npolicies:\n  - {lever:");
        assertThat(Ran.command("scenarios", "validate", file.toString()).err()).isEmpty();
        assertThat(faults(uncommented)).isEmpty();
    }

    @Test
    void completion_script_namesCommandsAndOptions() {
        assertThat(Ran.command("completion").out())
                .startsWith("#!/usr/bin/env bash")
                .contains("complete", "borderline", "scenarios", "--replications");
    }
}
