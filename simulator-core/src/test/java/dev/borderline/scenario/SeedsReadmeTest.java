package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.yaml.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of {@code seeds/README.md} are read, so that they stay true. */
class SeedsReadmeTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static List<String> examples() {
        return EXAMPLE.matcher(Texts.seed("README.md"))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void scenarioExample_isAScenario() {
        Scenario scenario = Texts.scenario(examples().get(0));
        assertThat(scenario.name()).isEqualTo("jamming-winter");
        assertThat(scenario.moves()).hasSize(1);
    }

    @Test
    void sweepExample_isASweep() {
        SweepFile sweep = Texts.sweep(examples().get(1));
        assertThat(sweep.factors().get(1).values()).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0);
        assertThat(sweep.arms()).extracting(SweepFile.ArmEntry::name).containsExactly("as-is", "drive", "lenient");
    }

    @Test
    void rangesExample_isASweepWithinItsEvidence() {
        SweepFile sweep = Texts.sweep(examples().get(3));
        assertThat(sweep.factors()).hasSize(6);
        assertThat(sweep.warnings()).isEmpty();
    }

    /** Every file of the folder is a sweep within its evidence, and every design has one. */
    @Test
    void shippedSweeps_areReadFromTheirFiles() throws IOException {
        Set<String> designs = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("../seeds/sweeps"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                SweepFile sweep = SweepReader.read(Texts.CATALOG, file);
                assertThat(sweep.warnings()).isEmpty();
                assertThat(file.getFileName()).hasToString(sweep.heading().name() + ".yaml");
                designs.add(sweep.design().kind());
            }
        }
        assertThat(designs).containsExactly("grid", "lhs", "list", "morris", "one_at_a_time", "saltelli", "sobol");
    }

    @Test
    void filesWithoutAName_areCalledByTheirFile() {
        String text = Texts.extension();
        assertThat(name("/a/b/My Winter (2).yaml", text)).isEqualTo("my-winter-2");
        assertThat(name("C:\\x\\2015_b.yml", text)).isEqualTo("2015_b");
        assertThat(name("겨울.yaml", text)).isEqualTo("unnamed");
    }

    private static String name(String file, String text) {
        return ScenarioReader.read(Texts.CATALOG, new SourceText(file, text), new ShippedScenarios())
                .name();
    }
}
