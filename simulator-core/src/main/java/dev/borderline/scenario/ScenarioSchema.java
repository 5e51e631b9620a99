package dev.borderline.scenario;

import dev.borderline.model.Catalog;
import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.scenario.syntax.NameSyntax;
import dev.borderline.text.JsonWriter;
import java.util.List;

/**
 * JSON Schema (draft 2020-12) of scenario files. Editors complete keys with it and mark what is wrong while one types. Made from
 * the catalog's inputs, so a mechanism of one's own is in it. {@link ScenarioReader} decides: it also checks what a schema cannot
 * say, such as ranges over time and what a parent gives.
 */
public final class ScenarioSchema {
    private final InputTree tree;
    private final SchemaWriter schema = SchemaWriter.begin("Borderline scenario");
    private final JsonWriter json = schema.json();

    private ScenarioSchema(InputTree tree) {
        this.tree = tree;
    }

    /** The schema of scenarios over a catalog, as indented JSON. */
    public static String json(Catalog catalog) {
        return new ScenarioSchema(new InputTree(catalog)).root();
    }

    private String root() {
        schema.object();
        header();
        schema.described(InputTree.ZONES, "Coarse zones by name; their order means nothing.");
        json.key("type").value("object").key("propertyNames");
        schema.pattern(NameSyntax.KEBAB);
        json.key("additionalProperties").beginObject();
        schema.object();
        InputTree.zoneInputs().forEach(this::input);
        json.endObject().endObject().endObject();
        group("");
        json.endObject();
        schema.strings("required", List.of(SchemaVersion.KEY));
        return schema.end();
    }

    private void header() {
        schema.version();
        schema.text("extends", "The scenario or file that gives what is not said here; 'baseline' has all defaults.");
        json.key("name");
        schema.pattern(NameSyntax.KEBAB);
        schema.text("title", "A few words.");
        schema.text("story", "One sentence: what changed against the parent.");
        schema.text("source", "What it rests on.");
        schema.text("limits", "What it does not say.");
        schema.described("signature", "What it should show against its parent, a claim each.");
        json.key("type")
                .value("array")
                .key("items")
                .beginObject()
                .key("type")
                .value("string")
                .endObject()
                .endObject();
        schema.word("grade", "A counted, B reported, C assumed.", LayerReader.GRADES);
        schema.date("start", "First day simulated.");
        schema.date("end", "First day no longer simulated.");
        schema.described(LayerReader.WITHOUT, "Mechanisms switched off.");
        json.key("type").value("array").key("items").beginObject();
        schema.strings("enum", tree.mechanisms());
        json.endObject().endObject();
        EnsembleKeyReader.describe(schema);
        schema.described("policies", "Dated moves of levers.");
        schema.moves(tree);
        json.endObject();
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
                schema.object();
                group(child);
                json.endObject().endObject();
            }
        }
    }

    /** A bare value, or one with its unit, row of evidence and grade beside it. */
    private void input(String name, InputSpec spec) {
        json.key(name).beginObject();
        schema.describe(spec);
        json.key("anyOf").beginArray().beginObject();
        schema.bounds(spec);
        json.endObject().beginObject();
        schema.object();
        json.key("value").beginObject();
        schema.bounds(spec);
        json.endObject();
        json.key("unit").beginObject().key("const").value(spec.input().unit()).endObject();
        json.key("source").beginObject().key("type").value("string").endObject();
        json.key("grade").beginObject();
        schema.strings("enum", LayerReader.GRADES);
        json.endObject().endObject();
        schema.strings("required", List.of("value"));
        json.endObject().endArray().endObject();
    }
}
