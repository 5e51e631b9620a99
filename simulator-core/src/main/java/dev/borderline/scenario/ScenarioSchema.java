package dev.borderline.scenario;

import dev.borderline.model.Catalog;
import dev.borderline.model.InputSpec;
import dev.borderline.text.JsonWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shape of scenario files as a JSON Schema (draft 2020-12), with which editors complete keys and mark what is wrong while one
 * types. Made from the catalog's inputs, so a mechanism of one's own is in it. {@link ScenarioReader} decides: it also checks what a
 * schema cannot say, such as ranges over time and what a parent gives.
 */
public final class ScenarioSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String TYPE = "type";
    private static final String WHAT = "description";

    private final InputTree tree;
    private final JsonWriter json = JsonWriter.indented();

    private ScenarioSchema(InputTree tree) {
        this.tree = tree;
    }

    /** The schema of scenarios over a catalog, as indented JSON. */
    public static String json(Catalog catalog) {
        return new ScenarioSchema(new InputTree(catalog)).root();
    }

    private String root() {
        json.beginObject().key("$schema").value(DIALECT);
        json.key("title").value("Borderline scenario, schema " + SchemaVersion.CURRENT);
        object();
        header();
        json.key(InputTree.ZONES).beginObject().key(WHAT).value("Coarse zones by name; their order means nothing.");
        json.key(TYPE).value("object").key("propertyNames");
        pattern(Names.KEBAB);
        json.key("additionalProperties").beginObject();
        object();
        InputTree.zoneInputs().forEach(this::input);
        json.endObject().endObject().endObject();
        group("");
        json.endObject();
        strings("required", List.of(SchemaVersion.KEY));
        return json.endObject().finish();
    }

    /** Begins an object's properties; whoever calls writes them and ends both objects. */
    private void object() {
        json.key(TYPE).value("object").key("additionalProperties").value(false);
        json.key("properties").beginObject();
    }

    private void header() {
        json.key(SchemaVersion.KEY).beginObject().key("const").value(Long.parseLong(SchemaVersion.CURRENT));
        json.endObject();
        text("extends", "The scenario or file that gives what is not said here; 'baseline' has all defaults.");
        json.key("name");
        pattern(Names.KEBAB);
        text("title", "A few words.");
        text("story", "One sentence: what changed against the parent.");
        text("source", "What it rests on.");
        text("limits", "What it does not say.");
        json.key("signature").beginObject().key(WHAT).value("What it should show against its parent, a claim each.");
        json.key(TYPE)
                .value("array")
                .key("items")
                .beginObject()
                .key(TYPE)
                .value("string")
                .endObject()
                .endObject();
        json.key("grade").beginObject().key(WHAT).value("A counted, B reported, C assumed.");
        strings("enum", LayerReader.GRADES);
        json.endObject();
        date("start", "First day simulated.");
        date("end", "First day no longer simulated.");
        json.key(LayerReader.WITHOUT).beginObject().key(WHAT).value("Mechanisms switched off.");
        json.key(TYPE).value("array").key("items").beginObject();
        strings("enum", tree.mechanisms());
        json.endObject().endObject();
        policies();
    }

    private void text(String key, String what) {
        json.key(key).beginObject().key(WHAT).value(what).key(TYPE).value("string");
        json.key("minLength").value(1).endObject();
    }

    private void date(String key, String what) {
        json.key(key).beginObject().key(WHAT).value(what).key(TYPE).value("string");
        json.key("format").value("date").endObject();
    }

    private void pattern(Names names) {
        json.beginObject().key(TYPE).value("string").key("pattern").value("^" + names.pattern() + "$");
        json.key("maxLength").value(Names.LENGTH_MAX).endObject();
    }

    private void strings(String key, Collection<String> values) {
        json.key(key).beginArray();
        values.forEach(json::value);
        json.endArray();
    }

    /** Dated moves; exactly one of set, scale and ramp. */
    private void policies() {
        json.key("policies").beginObject().key(WHAT).value("Dated moves of levers.");
        json.key(TYPE).value("array").key("items").beginObject();
        object();
        json.key("lever").beginObject();
        strings("enum", tree.leverNames());
        json.endObject();
        date("at", "When it takes effect.");
        json.key("set").beginObject().key(TYPE).value("number").endObject();
        json.key("scale")
                .beginObject()
                .key(TYPE)
                .value("number")
                .key("minimum")
                .value(0)
                .endObject();
        json.key("ramp").beginObject();
        object();
        json.key("to").beginObject().key(TYPE).value("number").endObject();
        date("until", "Day on which it has arrived; daily steps until then.");
        json.endObject();
        strings("required", List.of("to", "until"));
        json.endObject();
        text("source", "What the move rests on.");
        json.endObject();
        strings("required", List.of("lever", "at"));
        json.key("oneOf").beginArray();
        for (String action : MoveReader.ACTIONS) {
            json.beginObject();
            strings("required", List.of(action));
            json.endObject();
        }
        json.endArray().endObject().endObject();
    }

    /** The members of a group of inputs, or of all groups for the empty path. */
    private void group(String path) {
        for (String name : tree.keysBelow(path)) {
            String child = path.isEmpty() ? name : path + "." + name;
            InputSpec spec = tree.specs().get(child);
            if (spec != null) {
                input(name, spec);
            } else {
                json.key(name).beginObject();
                object();
                group(child);
                json.endObject().endObject();
            }
        }
    }

    /** A bare value, or one with its unit, row of evidence and grade beside it. */
    private void input(String name, InputSpec spec) {
        json.key(name).beginObject();
        json.key(WHAT)
                .value(spec.input().what() + "; unit " + spec.input().unit() + ", evidence "
                        + spec.input().source());
        json.key("anyOf").beginArray().beginObject();
        bounds(spec);
        json.endObject().beginObject();
        object();
        json.key("value").beginObject();
        bounds(spec);
        json.endObject();
        json.key("unit").beginObject().key("const").value(spec.input().unit()).endObject();
        json.key("source").beginObject().key(TYPE).value("string").endObject();
        json.key("grade").beginObject();
        strings("enum", LayerReader.GRADES);
        json.endObject().endObject();
        strings("required", List.of("value"));
        json.endObject().endArray().endObject();
    }

    private void bounds(InputSpec spec) {
        if (spec.kind() == InputSpec.Kind.SWITCH) {
            json.key(TYPE).value("boolean");
            return;
        }
        Map<String, Double> limits = new TreeMap<>();
        limits.put("minimum", spec.input().min());
        limits.put("maximum", spec.input().max());
        json.key(TYPE).value(spec.kind() == InputSpec.Kind.WHOLE ? "integer" : "number");
        limits.forEach((key, value) -> json.key(key).value(value));
    }
}
