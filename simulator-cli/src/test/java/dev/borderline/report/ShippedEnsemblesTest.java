package dev.borderline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.analysis.ensemble.SimulatedModel;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Priors;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import dev.borderline.text.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ensembles that are shipped were made for this model: from these priors, this scenario, these targets. */
class ShippedEnsemblesTest {
    private static final Path SEEDS = Path.of("../seeds");
    private static final Map<String, String> TARGETS =
            Map.of("fitted", "evidence/targets.csv", "outlook", "ensembles/outlook-targets.csv");

    private static JsonNode manifest(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(SEEDS.resolve("ensembles/" + name + ".json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prior", "fitted", "outlook"})
    void members_areThoseOfTheManifest(String name) throws IOException {
        Ensemble ensemble = Ensemble.shipped(StandardCatalog.standard(), name);
        JsonNode manifest = manifest(name);

        assertThat(manifest.get("sha256").asString()).isEqualTo(ensemble.sha256());
        assertThat(manifest.get("members").asInt()).isEqualTo(ensemble.size()).isEqualTo(256);
        assertThat(manifest.get("priors_sha256").asString())
                .as("made for other priors")
                .isEqualTo(Priors.of(Scenarios.named(ShippedScenarios.BASELINE)).sha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fitted", "outlook"})
    void fits_areOfTheirTargets(String name) throws IOException {
        assertThat(manifest(name).get("targets_sha256").asString())
                .as("made for other targets")
                .isEqualTo(Digest.sha256(Files.readString(SEEDS.resolve(TARGETS.getOrDefault(name, "")))));
    }

    /** That of the outlook stays what the forecast was made of, which is written down once. */
    @Test
    void fit_isOfThisModel() throws IOException {
        JsonNode manifest = manifest("fitted");
        Scenario scenario = Scenarios.named("historical")
                .with(SimulatedModel.SHARE, manifest.get("people_share").asDouble());

        assertThat(manifest.get("scenario_sha256").asString())
                .as("made for another scenario")
                .isEqualTo(scenario.sha256());
        assertThat(manifest.get("model_fingerprint").asString())
                .as("made for another model")
                .isEqualTo(Simulation.run(scenario, RunKey.of(42)).fingerprint().toString());
    }

    /** That of the outlook does not, and docs/outlook.md says by what. */
    @Test
    void fit_passesItsGates() throws IOException {
        assertThat(manifest("fitted").get("passes").asBoolean()).isTrue();
    }

    /** The outlook knows the figures of 2015 and 2016 too, and nothing else. */
    @Test
    void targetsOfTheOutlook_areThoseOfTheFit_withTheChecks() throws IOException {
        try (Stream<String> fit = Files.lines(SEEDS.resolve("evidence/targets.csv"));
                Stream<String> outlook = Files.lines(SEEDS.resolve("ensembles/outlook-targets.csv"))) {
            assertThat(outlook.map(ShippedEnsemblesTest::withoutUse).toList())
                    .isEqualTo(fit.map(ShippedEnsemblesTest::withoutUse).toList());
        }
    }

    private static String withoutUse(String line) {
        return line.replaceAll(",(fit|check|report),", ",,").replace(",contacts,", ",contact,");
    }

    @ParameterizedTest
    @CsvSource({"fitted, 29", "outlook, 40"})
    void tables_fitSoManyFigures(String name, int figures) throws IOException {
        try (Stream<String> lines = Files.lines(SEEDS.resolve(TARGETS.getOrDefault(name, "")))) {
            assertThat(lines.filter(line -> line.contains(",fit,"))).hasSize(figures);
        }
    }
}
