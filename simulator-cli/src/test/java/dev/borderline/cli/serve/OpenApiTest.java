package dev.borderline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API against its routes and its answers. */
class OpenApiTest {
    private static Served served;
    private static JsonNode openApi;

    @BeforeAll
    static void start() throws IOException {
        served = Served.start();
        openApi = Served.json(served.get("/openapi.json"));
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void addresses_areThoseOfTheServer() {
        Set<String> described = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : openApi.get("paths").properties()) {
            path.getValue()
                    .propertyNames()
                    .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
        }
        Set<String> answered = new TreeSet<>();
        served.routes().forEach(route -> answered.add(route.method() + " " + route.path()));
        assertThat(described).isEqualTo(answered).hasSizeGreaterThan(10);
    }

    /** Asserts that a text is what a schema of the description says, and that the schema refuses something else. */
    private static void assertFits(String schema, String text) {
        ObjectNode root = ((ObjectNode) Served.json("{}"));
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$ref", "#/components/schemas/" + schema);
        root.set("components", openApi.get("components"));
        Schema rule = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root.toString(), InputFormat.JSON);
        assertThat(rule.validate(text, InputFormat.JSON)).as(schema).isEmpty();
        assertThat(rule.validate("[4711]", InputFormat.JSON)).as(schema).isNotEmpty();
    }

    /** Schema of the answer of an address, if it has one name. */
    private void assertAnswer(String method, String path, HttpResponse<String> response) {
        JsonNode answer = openApi.get("paths")
                .get(path)
                .get(method)
                .get("responses")
                .get(Integer.toString(response.statusCode()));
        JsonNode told =
                answer.has("$ref") ? openApi.at(answer.get("$ref").asString().substring(1)) : answer;
        JsonNode schema = told.at("/content/application~1json/schema");
        boolean isList = schema.has("items");
        String name = (isList ? schema.get("items") : schema).get("$ref").asString();
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (!isList) {
            assertFits(last, response.body());
            return;
        }
        assertThat(Served.json(response).size()).isPositive();
        Served.json(response).forEach(item -> assertFits(last, item.toString()));
    }

    private void assertPosted(String path, String body, String schema) {
        assertFits(schema, body);
        HttpResponse<String> response = served.post(path + "?wait=true", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertAnswer("post", path, response);
    }

    @Test
    void answers_areAsDescribed() {
        assertAnswer("get", "/api/version", served.get("/api/version"));
        assertAnswer("get", "/api/scenarios", served.get("/api/scenarios"));
        assertAnswer("get", "/api/scenarios/{name}", served.get("/api/scenarios/historical"));
        assertAnswer("get", "/api/fates", served.get("/api/fates"));
        assertAnswer("get", "/api/glossary", served.get("/api/glossary"));
        HttpResponse<String> measures = served.get("/api/measures");
        assertFits("Measure", Served.json(measures).get(0).toString());
        assertPosted("/api/run", Village.run(", \"members\": 2, \"yearly\": true"), "RunRequest");
        assertPosted("/api/run", Village.run(", \"ensemble\": \"none\", \"replications\": 2"), "RunRequest");
        assertPosted("/api/compare", Village.compare("0.06", ", \"members\": 2"), "CompareRequest");
        assertPosted("/api/compare", Village.compare("0.06", ", \"members\": 2, \"by\": [\"zone\"]"), "CompareRequest");
        assertPosted("/api/scenario.yaml", Village.run(""), "RunRequest");
        assertPosted("/api/sweep.yaml", Village.compare("0.06", ", \"members\": 2"), "CompareRequest");
        assertPosted("/api/scenarios/check", Village.run(""), "Text");
        assertPosted(
                "/api/evaluate",
                Village.run(", \"replications\": 2, \"inputs\": [\"levers.surveillance.coverage\"],"
                        + " \"outcomes\": [\"arrests\"], \"points\": [[0.01], [0.3]]"),
                "EvaluateRequest");
        assertPosted("/api/days", Village.run(""), "RunRequest");
        assertPosted("/api/report", Village.compare("0.06", ", \"members\": 2"), "CompareRequest");
        assertPosted("/api/ensemble", "{\"members\": 3}", "EnsembleRequest");
    }

    @Test
    void refusalsAndJobs_areAsDescribed() {
        assertAnswer("post", "/api/run", served.post("/api/run", "{}"));
        HttpResponse<String> accepted = served.post("/api/run", Village.run(", \"members\": 3"));
        assertAnswer("post", "/api/run", accepted);
        String job = "/api/jobs/" + Served.json(accepted).get("job").asInt();
        assertThat(served.get(job + "/events").body()).contains("event: answer");
        assertAnswer("get", "/api/jobs/{job}", served.get(job));
        assertAnswer("get", "/api/jobs/{job}", served.get("/api/jobs/4711"));
        assertAnswer("delete", "/api/jobs/{job}", served.delete(job));
    }
}
