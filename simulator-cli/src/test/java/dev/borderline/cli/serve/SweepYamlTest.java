package dev.borderline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Comparisons as sweep files, and what sweeps of them give. */
class SweepYamlTest {
    private static Served served;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        served = Served.start();
    }

    @AfterAll
    static void end() {
        served.close();
    }

    /** The numbers of the sweep's changes, by measure. */
    private JsonNode cells(String yaml) throws IOException {
        Files.writeString(folder.resolve("now.yaml"), Village.YAML);
        Path file = Files.writeString(folder.resolve("arms.yaml"), yaml);
        Ran ran = Ran.command(
                "sweep", file.toString(), "--out", folder.resolve("results").toString(), "--json", "--quiet");
        assertThat(ran.code()).as(ran.err()).isZero();
        return Served.json(ran.out()).get("cells");
    }

    private static void assertSweepGives(JsonNode cells, JsonNode answer) {
        for (JsonNode arm : answer.get("arms")) {
            assertThat(arm.get("measures").size()).isPositive();
            for (Map.Entry<String, JsonNode> measure : arm.get("measures").properties()) {
                List<JsonNode> found = cells.valueStream()
                        .filter(cell -> cell.has("change_from")
                                && cell.get("arm").equals(arm.get("arm"))
                                && cell.get("measure").asString().equals(measure.getKey()))
                        .toList();
                assertThat(found).hasSize(1);
                for (Map.Entry<String, JsonNode> number :
                        measure.getValue().get("change").properties()) {
                    assertThat(found.get(0).get(number.getKey()))
                            .as(measure.getKey() + " " + number.getKey())
                            .isEqualTo(number.getValue());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"people\": 0.5, \"seed\": 7",
                ", \"people\": 0.5, \"refine\": true, \"replications\": 3",
                ", \"ensemble\": \"fitted\""
            })
    void sweep_ofWhatWasSaved_givesTheNumbersOfTheAnswer(String more) throws IOException {
        String moved = Village.arm("more", Map.of("levers.surveillance.coverage", "0.12"));
        String moves = ", \"moves\": [{\"lever\": \"levers.jamming.failure_probability\", \"to\": 0.6, \"at\":"
                + " \"2009-03-01\"}, {\"lever\": \"levers.surveillance.coverage\", \"to\": 0.3, \"at\": \"2009-04-01\","
                + " \"until\": \"2009-06-01\"}]}";
        String request = "{\"arms\": [" + Village.arm("now", Map.of()) + ", "
                + moved.substring(0, moved.length() - 1) + moves
                + "], \"members\": 4, \"outcomes\": [\"arrests\", \"contact_share\"]" + more + "}";
        HttpResponse<String> answer = served.post("/api/compare?wait=true", request);
        HttpResponse<String> saved = served.post("/api/sweep.yaml", request);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        String yaml = Served.json(saved).get("yaml").asString();

        assertThat(yaml).contains("scenario: now.yaml", "members: 4", "ramp: {to: 0.3, until: 2009-06-01}");
        assertSweepGives(cells(yaml), Served.json(answer));
    }

    /** The report of a comparison is, but for the place of its folder, that which the command writes of its sweep. */
    @Test
    void report_isThatOfTheSweepsFolder() throws IOException {
        String request = Village.compare("0.12", ", \"members\": 4, \"outcomes\": [\"arrests\", \"contact_share\"]");
        cells(Served.json(served.post("/api/sweep.yaml", request)).get("yaml").asString());
        Ran ran = Ran.command("report", folder.resolve("results").toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        String page = Files.readString(folder.resolve("results/report.html"));

        HttpResponse<String> answer = served.post("/api/report?wait=true", request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Served.json(answer).get("html").asString()).isEqualTo(page.replace(folder + "/", ""));
    }

    @Test
    void arms_ofOtherScenarios_areRefused() {
        HttpResponse<String> refused = served.post(
                "/api/sweep.yaml",
                "{\"arms\": [{\"scenario\": \"historical\"}, {\"scenario\": \"tightening-2015\"}], \"members\": 2}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("a sweep file has arms of one scenario");
    }
}
