package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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
        assertThat(sweep.arms()).extracting(SweepFile.Arm::name).containsExactly("as-is", "drive", "lenient");
    }

    @Test
    void shippedSweep_isReadFromItsFile() {
        SweepFile sweep = SweepReader.read(Texts.CATALOG, Path.of("../seeds/sweeps/crackdown.yaml"));
        assertThat(sweep.factors()).hasSize(2);
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
