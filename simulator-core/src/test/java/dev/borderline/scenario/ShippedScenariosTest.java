package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedScenariosTest {
    private static final ShippedScenarios SHIPPED = new ShippedScenarios();

    static List<String> known() {
        return SHIPPED.known();
    }

    static Scenario read(String name) {
        return ScenarioReader.read(StandardCatalog.standard(), name, SHIPPED);
    }

    @ParameterizedTest
    @MethodSource("known")
    void everyShippedScenario_isValidAndSaysWhatItIs(String name) {
        Scenario scenario = read(name);
        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.title()).isNotEqualTo(name);
        assertThat(scenario.story()).endsWith(".");
        assertThat(scenario.source()).isNotEmpty();
    }

    @Test
    void index_listsTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../seeds/scenarios"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length()))
                    .sorted()
                    .toList();
            assertThat(SHIPPED.names()).isEqualTo(names);
        }
        assertThat(SHIPPED.list()).extracting(ShippedScenarios.Listing::name).isEqualTo(SHIPPED.names());
    }

    @Test
    void tightening2015_holdsTheValuesOf2015() {
        Scenario scenario = read("tightening-2015");
        assertThat(scenario.value("levers.surveillance.coverage")).isEqualTo(0.03);
        assertThat(scenario.population().households()).isEqualTo(25_915);
        assertThat(scenario.horizonMs()).isEqualTo(2556L * 86_400_000);
        assertThat(scenario.zoneNames()).containsExactly("capital", "interior", "near", "reach");
        assertThat(scenario.zone("near")).isEqualTo(new Zone(0.35, true, 10, 0.3, 0.03));
        assertThat(scenario.policies()).isEmpty();
    }
}
