package dev.borderline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.cli.Ran;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Answers of the server, beside those of the commands that they name. */
class AnswersTest {
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

    /** Everything that the command prints stands in the answer, in the same digits. */
    private void assertIsWhatTheCommandPrints(JsonNode answer) throws IOException {
        for (Map.Entry<String, JsonNode> file : answer.get("files").properties()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue().asString());
        }
        List<String> words =
                new ArrayList<>(List.of(answer.get("command").asString().split(" ", -1)));
        words.remove(0);
        words.replaceAll(word -> word.endsWith(".yaml")
                ? word.replaceFirst("([^=]*)$", folder.toString().replace("\\", "/") + "/$1")
                : word.replaceAll("^'|'$", ""));
        words.addAll(List.of("--json", "--quiet"));
        Ran ran = Ran.command(words.toArray(new String[0]));
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode printed = Served.json(ran.out());
        assertThat(printed.size()).isGreaterThan(3);
        for (Map.Entry<String, JsonNode> member : printed.properties()) {
            assertThat(answer.get(member.getKey())).as(member.getKey()).isEqualTo(member.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"members\": 3",
                ", \"ensemble\": \"none\", \"replications\": 6, \"seed\": 7",
                ", \"members\": 3, \"people\": \"50%\", \"refine\": false, \"yearly\": true"
            })
    void run_isWhatItsCommandPrints(String more) throws IOException {
        HttpResponse<String> response = served.post("/api/run?wait=true", Village.run(more));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertIsWhatTheCommandPrints(Served.json(response));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"members\": 3, \"outcomes\": [\"arrests\", \"minutes\"]",
                ", \"ensemble\": \"none\", \"replications\": 3, \"fates\": 2",
                ", \"members\": 2, \"people\": 0.5, \"refine\": true",
                ", \"members\": 3, \"outcomes\": [\"arrests\"], \"by\": [\"fifth\", \"zone\"]",
                ", \"ensemble\": \"none\", \"replications\": 3, \"by\": [\"zone\"]"
            })
    void compare_isWhatItsCommandPrints(String more) throws IOException {
        HttpResponse<String> response = served.post("/api/compare?wait=true", Village.compare("0.06", more));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertIsWhatTheCommandPrints(Served.json(response));
    }

    /** A policy that is made in the request: a move, a ramp, a mechanism switched off. */
    @Test
    void policyOfARequest_isThatOfItsCommand() throws IOException {
        String lever = "{\"lever\": \"levers.surveillance.coverage\", \"to\": ";
        String moves = ", \"moves\": [" + lever + "0.2, \"at\": \"2009-03-01\"}, " + lever
                + "0.4, \"at\": \"2009-06-01\", \"until\": \"2009-08-01\"}]";
        String arm = Village.arm("more", Map.of());
        String changed = arm.substring(0, arm.length() - 1) + moves + ", \"without\": [\"brokers\"]}";
        String plain = Village.arm("now", Map.of());
        JsonNode answer = Served.json(
                served.post("/api/compare?wait=true", "{\"arms\": [" + plain + ", " + changed + "], \"members\": 2}"));
        assertThat(answer.get("command").asString())
                .contains("more=more.yaml", "--without more:brokers")
                .contains("--move 'more:levers.surveillance.coverage=0.4@2009-06-01..2009-08-01'");
        assertIsWhatTheCommandPrints(answer);
    }

    /** Rows of a run add up to what the answer says of it. */
    @Test
    void frame_holdsEveryRunByYear() {
        String more = ", \"ensemble\": \"none\", \"replications\": 3, \"yearly\": true, \"outcomes\": [\"arrests\"]";
        JsonNode answer = Served.json(served.post("/api/run?wait=true", Village.run(more)));
        double mean = answer.get("measures").get("arrests").get("mean").asDouble();
        double whole = 0;
        double years = 0;
        for (JsonNode row : answer.get("frame").get("rows")) {
            whole += row.get(3).isNull() ? row.get(5).asDouble() : 0;
            years += row.get(3).isNull() ? 0 : row.get(5).asDouble();
        }
        assertThat(answer.get("frame").get("rows").size()).isEqualTo(3 * 2);
        assertThat(whole / 3).isCloseTo(mean, within(5e-9 * Math.abs(mean)));
        assertThat(years).isEqualTo(whole);
        assertThat(answer.get("runs").size()).isEqualTo(3);
    }

    /** Partial answers come first, over fewer members, and each is what its own command prints. */
    @Test
    void events_sendPartialAnswersAndThenTheAnswer() throws IOException {
        String request = Village.compare("0.09", ", \"members\": 6");
        JsonNode accepted = Served.json(served.post("/api/compare", request));
        List<String> events =
                served.get(accepted.get("events").asString()).body().lines().toList();
        JsonNode partial =
                Served.json(events.get(events.indexOf("event: partial") + 1).substring("data: ".length()));
        JsonNode answer =
                Served.json(events.get(events.indexOf("event: answer") + 1).substring("data: ".length()));
        assertThat(events).contains("event: progress").doesNotContain("event: failed");
        assertThat(partial.get("ensemble").get("members").asInt()).isEqualTo(4);
        assertThat(answer.get("ensemble").get("members").asInt()).isEqualTo(6);
        assertIsWhatTheCommandPrints(partial);
        JsonNode job = Served.json(served.get("/api/jobs/" + accepted.get("job").asInt()));
        assertThat(job.get("state").asString()).isEqualTo("done");
        assertThat(job.get("answer")).isEqualTo(answer);
        assertThat(job.get("done").asInt()).isEqualTo(job.get("total").asInt()).isEqualTo(2 * 6 * 2);
    }

    @Test
    void job_thatIsNone_isNotFound() {
        assertThat(served.get("/api/jobs/4711").statusCode()).isEqualTo(404);
        assertThat(served.delete("/api/jobs/4711").statusCode()).isEqualTo(404);
        assertThat(served.get("/api/jobs/x").statusCode()).isEqualTo(404);
        assertThat(served.delete("/api/scenarios").statusCode()).isEqualTo(405);
    }
}
