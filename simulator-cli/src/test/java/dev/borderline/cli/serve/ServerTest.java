package dev.borderline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ServerTest {
    private static Served served;

    @BeforeAll
    static void start() throws IOException {
        served = Served.start();
    }

    @AfterAll
    static void end() {
        served.close();
    }

    /** Status of a request written by hand, since a client sends no false host. */
    private static String statusOf(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .split(" ", -1)[1];
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:PORT, 200",
        "localhost:PORT, 200",
        "127.0.0.1, 403",
        "127.0.0.1:1, 403",
        "rebound.example:PORT, 403",
        "127.0.0.1.example:PORT, 403",
        "[::1]:PORT, 403"
    })
    void host_isThisAddressOrRefused(String host, String status) throws IOException {
        String named = host.replace("PORT", Integer.toString(served.port()));
        assertThat(statusOf("GET /api/version?token=" + Served.TOKEN + " HTTP/1.1\r\nHost: " + named))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:PORT, 200", "http://localhost:PORT, 403", "http://other.example, 403", "null, 403"})
    void origin_isThisAddressOrRefused(String origin, String status) throws IOException {
        String port = Integer.toString(served.port());
        String head = "GET /api/version?token=" + Served.TOKEN + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nOrigin: "
                + origin.replace("PORT", port);
        assertThat(statusOf(head)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?token=", "?token=0123456789abcdef0123456789abcdee", "?other=1"})
    void token_missingOrWrong_isRefused(String query) {
        HttpResponse<String> response = served.send(
                HttpRequest.newBuilder(served.uri("/api/version" + query)).GET());
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Served.json(response).get("error").asString()).startsWith("the token is missing or wrong");
    }

    @Test
    void page_hasAPolicyThatKeepsItHere() {
        HttpResponse<String> page =
                served.send(HttpRequest.newBuilder(served.uri("/")).GET());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'");
        assertThat(served.get("/secret").statusCode()).isEqualTo(404);
        assertThat(served.get("/../serve/openapi.json").statusCode()).isEqualTo(404);
    }

    @Test
    void scenario_hasItsLeversWithEvidence() {
        JsonNode scenario = Served.json(served.get("/api/scenarios/tightening-2015"));
        JsonNode coverage = scenario.get("levers")
                .valueStream()
                .filter(lever -> lever.get("path").asString().equals("levers.surveillance.coverage"))
                .findFirst()
                .orElseThrow();
        assertThat(coverage.get("low").asDouble())
                .isLessThan(coverage.get("high").asDouble());
        assertThat(coverage.get("value").asDouble()).isPositive();
        assertThat(scenario.get("outcomes").size()).isGreaterThan(3);
        assertThat(served.get("/api/scenarios/tightening-2105").statusCode()).isEqualTo(404);
        assertThat(Served.json(served.get("/api/scenarios")).size()).isGreaterThan(10);
        assertThat(Served.json(served.get("/api/measures")).size()).isGreaterThan(50);
    }

    /** Words of the command line for the same, without the name of the program before it. */
    private static String refusal(String... words) {
        Ran ran = Ran.command(words);
        assertThat(ran.code()).isIn(2, 3);
        List<String> lines = ran.errLines().stream()
                .filter(line -> line.startsWith("borderline: "))
                .map(line -> line.substring("borderline: ".length()))
                .toList();
        return String.join("\n", lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scenario\": \"tightening-2105\"} | run tightening-2105",
                "{\"scenario\": \"tightening-2015\", \"members\": 65000} | run tightening-2015 --members 65000",
                "{\"scenario\": \"tightening-2015\", \"members\": 1.5} | run tightening-2015 --members 1.5",
                "{\"scenario\": \"tightening-2015\", \"people\": \"200%\"} | run tightening-2015 --people 200%",
                "{\"scenario\": \"tightening-2015\", \"set\": {\"levers.surveillance.coverag\": 1}}"
                        + " | run tightening-2015 --set levers.surveillance.coverag=1",
                "{\"scenario\": \"tightening-2015\", \"set\": {\"levers.surveillance.coverage\": 2}}"
                        + " | run tightening-2015 --set levers.surveillance.coverage=2"
            })
    void badInput_isRefusedInTheCommandsWords(String body, String command) {
        HttpResponse<String> response = served.post("/api/run", body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Served.json(response).get("error").asString()).isEqualTo(refusal(command.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | request:1:1: is a list; a JSON object is expected",
                "{\"scenario\": \"historical\", \"membres\": 3}"
                        + " | request:1:28: membres: unknown key 'membres'; did you mean 'members'?",
                "{\"scenario\": \"historical\", \"outcomes\": [\"arests\"]}"
                        + " | outcomes: there is no measure 'arests'; did you mean 'arrests'?",
                "{\"scenario\": [1]} | request:1:14: scenario: is a list; a text or number is expected"
            })
    void unknownOrMisplaced_isRefusedWithItsPlace(String body, String message) {
        HttpResponse<String> response = served.post("/api/run", body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Served.json(response).get("error").asString()).contains(message);
    }

    @Test
    void request_tooLong_isRefused() {
        HttpResponse<String> response = served.post("/api/run", "{\"yaml\": \"" + "x".repeat(5 << 20) + "\"}");
        assertThat(response.statusCode()).isEqualTo(413);
    }
}
