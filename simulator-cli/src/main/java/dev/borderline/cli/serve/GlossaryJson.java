package dev.borderline.cli.serve;

import dev.borderline.report.Glossary;
import dev.borderline.text.JsonWriter;
import java.util.List;

/** Words of the glossary as JSON. */
final class GlossaryJson {
    private GlossaryJson() {}

    static String list() {
        JsonWriter json = JsonWriter.compact().beginArray();
        for (Glossary.Word word : Glossary.shipped().words()) {
            json.beginObject().key("id").value(word.id()).key("name").value(word.name());
            texts(json.key("forms"), word.forms());
            texts(json.key("clear"), word.clear());
            json.key("meaning").value(word.meaning()).endObject();
        }
        return json.endArray().finish();
    }

    private static void texts(JsonWriter json, List<String> texts) {
        json.beginArray();
        texts.forEach(json::value);
        json.endArray();
    }
}
