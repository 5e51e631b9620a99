package dev.borderline.cli.serve;

import dev.borderline.measure.Measure;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Move;
import dev.borderline.report.PlainNames;
import dev.borderline.scenario.Evidence;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import dev.borderline.text.JsonWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Scenarios and measures as JSON: what a person chooses from. */
final class ScenarioJson {
    private ScenarioJson() {}

    /** All that are shipped. */
    static String list() {
        JsonWriter json = JsonWriter.compact().beginArray();
        for (String name : new ShippedScenarios().names()) {
            head(json.beginObject(), Scenarios.named(name));
            json.endObject();
        }
        return json.endArray().finish();
    }

    /**
     * One with its levers.
     *
     * @param yaml the text it was read from
     */
    static String of(Scenario scenario, String yaml) {
        JsonWriter json = JsonWriter.compact().beginObject();
        head(json, scenario);
        json.key("yaml").value(yaml);
        levers(json, scenario);
        json.key("switches").beginArray();
        for (String name : StandardCatalog.standard().names()) {
            json.beginObject().key("name").value(name);
            json.key("on").value(!scenario.without().contains(name)).endObject();
        }
        json.endArray().key("outcomes").beginArray();
        MeasureGroup.main(Simulation.of(scenario).measures()).forEach(json::value);
        return json.endArray().endObject().finish();
    }

    private static void head(JsonWriter json, Scenario scenario) {
        json.key("name").value(scenario.name());
        json.key("title").value(scenario.title());
        json.key("story").value(scenario.story());
        json.key("limits").value(scenario.limits());
        json.key("grade").value(scenario.grade());
        json.key("start").value(scenario.start().toString());
        json.key("end").value(scenario.end().toString());
    }

    private static void levers(JsonWriter json, Scenario scenario) {
        Evidence evidence = Evidence.shipped();
        json.key("levers").beginArray();
        for (String path : scenario.values().keySet()) {
            InputSpec spec = scenario.spec(path);
            if (spec.isLever()) {
                lever(json.beginObject(), scenario, spec, evidence.of(path, scenario));
                json.endObject();
            }
        }
        json.endArray();
    }

    private static void lever(JsonWriter json, Scenario scenario, InputSpec spec, Optional<Evidence.Row> row) {
        String path = spec.path();
        json.key("path").value(path);
        json.key("name").value(PlainNames.ofInput(path));
        json.key("unit").value(spec.input().unit());
        json.key("group").value(path.split("\\.", -1)[1]);
        json.key("about").value(spec.input().what());
        json.key("value").value(scenario.value(path));
        json.key("low").value(row.map(Evidence.Row::low).orElse(spec.input().min()));
        json.key("high").value(row.map(Evidence.Row::high).orElse(spec.input().max()));
        json.key("least").value(spec.input().min());
        json.key("most").value(spec.input().max());
        json.key("grade").value(row.map(Evidence.Row::grade).orElse("C"));
        json.key("whole").value(spec.kind() == InputSpec.Kind.WHOLE);
        json.key("moves").beginArray();
        scenario.moves().stream().filter(move -> move.path().equals(path)).forEach(move -> move(json, move));
        json.endArray();
        json.key("choices").nullValue();
        json.key("rank");
        LeverRanks.of(scenario.name(), path).ifPresentOrElse(json::value, json::nullValue);
    }

    private static void move(JsonWriter json, Move move) {
        json.beginObject().key("at").value(move.at().toString());
        json.key("action").value(move.action().name().toLowerCase(Locale.ROOT));
        json.key("to").value(move.value()).key("until");
        if (move.action() == Move.Action.RAMP) {
            json.value(move.until().toString());
        } else {
            json.nullValue();
        }
        json.endObject();
    }

    /** Measures that runs of shipped scenarios report. */
    static String measures() {
        List<Measure> all =
                Simulation.of(Scenarios.named(ShippedScenarios.BASELINE)).measures();
        JsonWriter json = JsonWriter.compact().beginArray();
        for (Measure measure : all) {
            json.beginObject().key("name").value(measure.name());
            json.key("title").value(PlainNames.ofMeasure(measure.name()));
            json.key("unit").value(measure.unit());
            json.key("group").value(measure.standing().group());
            json.key("sense").value(measure.standing().sense().name().toLowerCase(Locale.ROOT));
            json.key("kind").value(measure.kind().name().toLowerCase(Locale.ROOT));
            json.key("about").value(measure.what()).endObject();
        }
        return json.endArray().finish();
    }
}
