package dev.borderline.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value in a manifest that is being read; refuses what is not there. */
public record JsonView(YamlNode node) {
    /** The value under a key. */
    public JsonView at(String key) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new JsonView(mapping.get(key).orElseThrow(() -> new IllegalArgumentException("it lacks " + key)));
        }
        throw new IllegalArgumentException("it lacks " + key);
    }

    public String text(String key) {
        return at(key).text();
    }

    public boolean has(String key) {
        return node instanceof YamlNode.Mapping mapping && mapping.get(key).isPresent();
    }

    /** The text under a key, or another where there is no such key. */
    public String text(String key, String absent) {
        return has(key) ? text(key) : absent;
    }

    public int whole(String key) {
        return Integer.parseInt(text(key));
    }

    public double real(String key) {
        return Double.parseDouble(text(key));
    }

    public List<JsonView> items(String key) {
        if (at(key).node instanceof YamlNode.Sequence list) {
            return list.items().stream().map(JsonView::new).toList();
        }
        throw new IllegalArgumentException(key + " is no list");
    }

    public List<String> texts(String key) {
        return items(key).stream().map(JsonView::text).toList();
    }

    /** The texts of an object by key, in its order. */
    public Map<String, String> textsByKey(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (at(key).node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach((name, entry) -> texts.put(name, new JsonView(entry.value()).text()));
            return texts;
        }
        throw new IllegalArgumentException(key + " is no object");
    }

    private String text() {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        throw new IllegalArgumentException("a list or object stands where a text should");
    }
}
