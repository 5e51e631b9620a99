package dev.borderline.scenario;

import dev.borderline.model.Catalog;
import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.scenario.syntax.NameSyntax;
import dev.borderline.text.JsonWriter;
import java.util.List;
import java.util.Map;

/**
 * The shape of sweep files as a JSON Schema (draft 2020-12), for editors. {@link SweepReader} decides: it also checks what a schema
 * cannot say, such as whether the scenario has the input, and whether points and arms go together.
 */
public final class SweepSchema {
    private static final String REF = "$ref";
    private static final String FORMS = "forms";
    private static final String SETTINGS = "settings";
    private static final String MOVES = "moves";
    private static final String MEASURES = "measures";

    private final InputTree tree;
    private final SchemaWriter schema = SchemaWriter.begin("Borderline sweep");
    private final JsonWriter json = schema.json();

    private SweepSchema(InputTree tree) {
        this.tree = tree;
    }

    /** The schema of sweeps over a catalog, as indented JSON. */
    public static String json(Catalog catalog) {
        return new SweepSchema(new InputTree(catalog)).root();
    }

    private String root() {
        schema.object();
        header();
        DesignReader.describe(schema);
        schema.described("vary", "What varies: inputs by path, each with values, a range or a distribution.");
        inputs(this::factor);
        json.endObject();
        arms();
        json.endObject();
        schema.strings("required", List.of(SchemaVersion.KEY, "scenario", "seed"));
        schema.oneOf(List.of(List.of("replications"), List.of("precision")));
        DesignReader.describeForeign(schema);
        definitions();
        return schema.end();
    }

    private void header() {
        schema.version();
        json.key("name");
        schema.pattern(NameSyntax.KEBAB);
        schema.text("title", "A few words.");
        schema.text("question", "What it is to answer.");
        EnsembleKeyReader.describe(schema);
        schema.text("scenario", "Where every point starts: a shipped scenario, or a file beside this one.");
        schema.described("outcomes", "Measures to show first.").key(REF).value(definition(MEASURES));
        json.endObject();
        ChanceReader.describe(schema, definition(MEASURES));
    }

    private static String definition(String name) {
        return "#/$defs/" + name;
    }

    /** Writes what follows an input's path. */
    private interface OfInput {
        void write(InputSpec spec);
    }

    /** An object of inputs by path, those of zones by pattern. */
    private void inputs(OfInput of) {
        schema.object();
        for (InputSpec spec : tree.specs().values()) {
            json.key(spec.path()).beginObject();
            of.write(spec);
            json.endObject();
        }
        json.endObject();
        json.key("patternProperties").beginObject();
        for (Map.Entry<String, InputSpec> entry : InputTree.zoneInputs().entrySet()) {
            json.key("^" + InputTree.ZONES + "\\." + NameSyntax.KEBAB.pattern() + "\\." + entry.getKey() + "$")
                    .beginObject();
            of.write(entry.getValue());
            json.endObject();
        }
        json.endObject();
    }

    private void setting(InputSpec spec) {
        schema.describe(spec);
        schema.bounds(spec);
    }

    /** A list of values, or a mapping of one of four forms; only its values and ends depend on the input. */
    private void factor(InputSpec spec) {
        schema.describe(spec);
        json.key("anyOf").beginArray().beginObject();
        values(spec);
        json.endObject().beginObject();
        schema.object();
        json.key("values").beginObject();
        values(spec);
        json.endObject();
        for (String end : FactorReader.ENDS) {
            json.key(end).beginObject();
            schema.bounds(spec);
            json.endObject();
        }
        json.key(FactorReader.UNIT)
                .beginObject()
                .key("const")
                .value(spec.input().unit())
                .endObject();
        FactorReader.describe(schema);
        json.endObject();
        json.key(REF).value(definition(FORMS));
        json.endObject().endArray();
    }

    private void values(InputSpec spec) {
        json.key("type").value("array").key("minItems").value(1);
        json.key("uniqueItems").value(true).key("items").beginObject();
        schema.bounds(spec);
        json.endObject();
    }

    private void arms() {
        schema.described("arms", "Worlds compared at every point; the first is what others are compared with.");
        json.key("type").value("object").key("minProperties").value(1).key("propertyNames");
        schema.pattern(NameSyntax.KEBAB);
        json.key("additionalProperties").beginObject().key("anyOf").beginArray();
        json.beginObject().key("type").value("null").endObject();
        json.beginObject().key(REF).value(definition(MOVES)).endObject();
        json.beginObject();
        schema.object();
        json.key("set").beginObject().key(REF).value(definition(SETTINGS)).endObject();
        json.key("policies").beginObject().key(REF).value(definition(MOVES)).endObject();
        json.endObject().endObject();
        json.endArray().endObject().endObject();
    }

    private void definitions() {
        json.key("$defs").beginObject();
        json.key(FORMS).beginObject();
        FactorReader.describeForms(schema);
        json.endObject();
        json.key(SETTINGS).beginObject();
        inputs(this::setting);
        json.endObject();
        json.key(MOVES).beginObject();
        schema.moves(tree);
        json.endObject();
        json.key(MEASURES).beginObject().key("type").value("array");
        json.key("uniqueItems").value(true).key("items");
        schema.pattern(NameSyntax.SNAKE);
        json.endObject().endObject();
    }
}
