package dev.borderline.cli.serve;

import dev.borderline.text.JsonWriter;
import java.util.Map;

/** A village whose runs take milliseconds, and requests about it. */
final class Village {
    static final String YAML = """
            schema: 1
            extends: tightening-2015
            name: village
            title: A village
            start: 2009-01-01
            end: 2010-01-01
            population:
              resettled_refugees: 300
              simulated_share: 1
            """;

    private Village() {}

    /** An arm of a comparison, with settings. */
    static String arm(String name, Map<String, String> settings) {
        JsonWriter json = JsonWriter.compact().beginObject();
        json.key("name").value(name).key("yaml").value(YAML);
        json.key("set").beginObject();
        settings.forEach((path, value) -> json.key(path).value(value));
        return json.endObject().endObject().finish();
    }

    /** A comparison of the village with one setting changed. */
    static String compare(String coverage, String more) {
        return "{\"arms\": [" + arm("now", Map.of()) + ", "
                + arm("more", Map.of("levers.surveillance.coverage", coverage)) + "]" + more + "}";
    }

    /** A run of the village. */
    static String run(String more) {
        return "{\"yaml\": " + JsonWriter.compact().value(YAML).finish() + more + "}";
    }
}
