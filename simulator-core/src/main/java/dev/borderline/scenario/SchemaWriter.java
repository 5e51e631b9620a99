package dev.borderline.scenario;

import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.scenario.syntax.NameSyntax;
import dev.borderline.text.JsonWriter;
import java.util.Collection;
import java.util.List;

/** The words of JSON Schema (draft 2020-12) that the schemas of scenarios and of sweeps are made of. */
final class SchemaWriter {
    private static final double EXACT_MAX = 0x1p53;
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String TYPE = "type";
    private static final String WHAT = "description";

    private final JsonWriter json = JsonWriter.indented();

    /** Begins a schema of this title; {@link #end} ends it. */
    static SchemaWriter begin(String title) {
        SchemaWriter writer = new SchemaWriter();
        writer.json.beginObject().key("$schema").value(DIALECT);
        writer.json.key("title").value(title + ", schema " + SchemaVersion.CURRENT);
        return writer;
    }

    /** The whole schema as indented JSON. */
    String end() {
        return json.endObject().finish();
    }

    /** For what has no word here. */
    JsonWriter json() {
        return json;
    }

    /** Begins an object's properties; whoever calls writes them and ends both objects. */
    void object() {
        json.key(TYPE).value("object").key("additionalProperties").value(false);
        json.key("properties").beginObject();
    }

    /** Begins a key with a description. */
    JsonWriter described(String key, String what) {
        return json.key(key).beginObject().key(WHAT).value(what);
    }

    /** The version that every file begins with. */
    void version() {
        json.key(SchemaVersion.KEY).beginObject().key("const").value(Long.parseLong(SchemaVersion.CURRENT));
        json.endObject();
    }

    void text(String key, String what) {
        described(key, what).key(TYPE).value("string");
        json.key("minLength").value(1).endObject();
    }

    void date(String key, String what) {
        described(key, what).key(TYPE).value("string");
        json.key("format").value("date").endObject();
    }

    /** One of some words. */
    void word(String key, String what, Collection<String> words) {
        described(key, what);
        strings("enum", words);
        json.endObject();
    }

    void yes(String key, String what) {
        described(key, what).key(TYPE).value("boolean").endObject();
    }

    /** A whole number in a range. */
    void whole(String key, String what, long min, long max) {
        described(key, what).key(TYPE).value("integer");
        bound("minimum", min);
        bound("maximum", max);
        json.endObject();
    }

    /** A bound, left out where readers that know only doubles would round it. */
    private void bound(String key, long value) {
        if (Math.abs((double) value) < EXACT_MAX) {
            json.key(key).value(value);
        }
    }

    /** A name of some kind. */
    void pattern(NameSyntax names) {
        json.beginObject().key(TYPE).value("string").key("pattern").value("^" + names.pattern() + "$");
        json.key("maxLength").value(NameSyntax.LENGTH_MAX).endObject();
    }

    void strings(String key, Collection<String> values) {
        json.key(key).beginArray();
        values.forEach(json::value);
        json.endArray();
    }

    /** Dated moves; exactly one of set, scale and ramp. */
    void moves(InputTree tree) {
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
        oneOf(MoveReader.ACTIONS.stream().map(List::of).toList());
        json.endObject();
    }

    /** The properties that may not be there. */
    void never(List<String> keys) {
        json.key("properties").beginObject();
        keys.forEach(key -> json.key(key).value(false));
        json.endObject();
    }

    /** Exactly one of these sets of keys. */
    void oneOf(List<List<String>> keys) {
        sets("oneOf", keys);
    }

    /** One of these sets of keys, or more. */
    void anyOf(List<List<String>> keys) {
        sets("anyOf", keys);
    }

    private void sets(String word, List<List<String>> keys) {
        json.key(word).beginArray();
        for (List<String> set : keys) {
            json.beginObject();
            strings("required", set);
            json.endObject();
        }
        json.endArray();
    }

    /** Schema of an input. */
    void describe(InputSpec spec) {
        json.key(WHAT)
                .value(spec.input().what() + "; unit " + spec.input().unit() + ", evidence "
                        + spec.input().source());
    }

    /** Kind and range of an input. */
    void bounds(InputSpec spec) {
        if (spec.kind() == InputSpec.Kind.SWITCH) {
            json.key(TYPE).value("boolean");
            return;
        }
        json.key(TYPE).value(spec.kind() == InputSpec.Kind.WHOLE ? "integer" : "number");
        json.key("maximum").value(spec.input().max());
        json.key("minimum").value(spec.input().min());
    }
}
