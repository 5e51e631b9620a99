package dev.borderline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Days of one run, against what the run reports of itself, and the drawing that they are for. */
class DayCountsTest {
    private static final String ONE =
            ", \"ensemble\": \"none\", \"replications\": 1, \"outcomes\": [\"sessions\", \"brokered_sessions\","
                    + " \"located\", \"arrests\", \"settled\", \"formal_cases\"]";

    private static Served served;

    @BeforeAll
    static void start() throws IOException {
        served = Served.start();
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static JsonNode posted(String address, String more) {
        HttpResponse<String> answer = served.post(address + "?wait=true", Village.run(more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Served.json(answer);
    }

    private static Map<String, Integer> sums(JsonNode answer) {
        Map<String, Integer> sums = new HashMap<>();
        for (JsonNode day : answer.get("days")) {
            assertThat(day.size()).isEqualTo(answer.get("flows").size());
            for (int flow = 0; flow < day.size(); flow++) {
                sums.merge(
                        answer.get("flows").get(flow).get("name").asString(),
                        day.get(flow).asInt(),
                        Integer::sum);
            }
        }
        return sums;
    }

    private static int sum(Map<String, Integer> sums, String flow) {
        return Objects.requireNonNull(sums.get(flow), flow);
    }

    @Test
    void days_addUpToWhatTheRunReports() {
        String busy =
                ", \"set\": {\"levers.surveillance.coverage\": 0.3," + " \"population.resettled_refugees\": 3000}";
        JsonNode days = posted("/api/days", busy);
        JsonNode measures = posted("/api/run", busy + ONE).get("measures");
        Map<String, Integer> sums = sums(days);

        assertThat(days.get("start").asString()).isEqualTo("2009-01-01");
        assertThat(days.get("days").size()).isEqualTo(365);
        assertThat(sums.values()).allMatch(sum -> sum > 0);
        Map<String, Integer> told = Map.of(
                "sessions", sum(sums, "calls") + sum(sums, "broker_calls"),
                "brokered_sessions", sum(sums, "broker_calls"),
                "located", sum(sums, "located"),
                "arrests", sum(sums, "taken_over_calls") + sum(sums, "taken_otherwise"),
                "settled", sum(sums, "settled"),
                "formal_cases", sum(sums, "formal"));
        told.forEach(
                (measure, sum) -> assertThat(measures.get(measure).get("mean").asDouble())
                        .as(measure)
                        .isEqualTo(sum.doubleValue()));
        assertThat(sum(sums, "released")).isLessThanOrEqualTo(sum(sums, "formal"));
    }

    /** A mechanism that is switched off leaves its arrows empty. */
    @ParameterizedTest
    @ValueSource(strings = {"detection", "brokers", "transfers", "settlement"})
    void days_withoutAMechanism_haveNoneOfIt(String name) {
        HttpResponse<String> answer =
                served.post("/api/days?wait=true", Village.run(", \"without\": [\"" + name + "\"]"));
        List<String> empty = Map.of(
                        "detection", List.of("located", "taken_over_calls"),
                        "brokers", List.of("broker_calls"),
                        "transfers", List.of("money"),
                        "settlement", List.of("settled"))
                .get(name);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Map<String, Integer> sums = sums(Served.json(answer));
        assertThat(empty).isNotEmpty().allSatisfy(flow -> assertThat(sums).containsEntry(flow, 0));
    }

    /** The drawing has an arrow for every flow, and a place for its count. */
    @Test
    void schematic_hasAnArrowForEveryFlow() throws IOException {
        String drawing = Files.readString(Path.of("../docs/img/schematic.svg"));

        for (DayFlow flow : DayFlow.values()) {
            assertThat(drawing)
                    .contains("<path data-flow=\"" + flow.word() + "\"")
                    .contains("<text data-count=\"" + flow.word() + "\"");
        }
        assertThat(drawing).doesNotContain("style=", "<style", "<script", "href=");
        assertThat(served.get("/schematic.svg").body()).isEqualTo(drawing);
    }
}
