package dev.borderline.cli.serve;

import dev.borderline.yaml.Faults;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Object of a request's JSON, read by the rules that hold for files. Faults are gathered; the object that was read first throws them. */
final class Body {
    private static final String NAME = "request";
    private static final YamlLimits LIMITS = new YamlLimits(4 << 20, 16, 200_000);

    private final YamlNode.Mapping node;
    private final String path;
    private final Faults faults;
    private final Set<String> known = new TreeSet<>();

    private Body(YamlNode.Mapping node, String path, Faults faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
    }

    /** The object that a text is; throws {@link InvalidInput}. */
    static Body read(String text) {
        YamlNode root = YamlNode.read(new SourceText(NAME, text), LIMITS);
        if (root instanceof YamlNode.Mapping mapping) {
            return new Body(mapping, "", new Faults());
        }
        throw new InvalidInput(root.mark(), "", "is " + root.description() + "; a JSON object is expected");
    }

    /** A text, number or switch as it stands. */
    Optional<String> text(String key) {
        return value(key).flatMap(value -> scalar(value, key(key)));
    }

    /** A switch; false where it is not told. */
    boolean isTrue(String key) {
        Optional<String> text = text(key);
        text.filter(word -> !word.equals("true") && !word.equals("false"))
                .ifPresent(word -> fault(key, "'" + word + "' is neither true nor false"));
        return text.filter("true"::equals).isPresent();
    }

    /** Texts of a list. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items(key)) {
            scalar(item, key(key)).ifPresent(texts::add);
        }
        return texts;
    }

    /** Texts of an object by key. */
    Map<String, String> textsByKey(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        value(key).ifPresent(value -> {
            if (value instanceof YamlNode.Mapping mapping) {
                mapping.entries()
                        .forEach((name, entry) ->
                                scalar(entry.value(), key(key) + "." + name).ifPresent(text -> texts.put(name, text)));
            } else {
                faults.add(value.mark(), key(key), "is " + value.description() + "; an object is expected");
            }
        });
        return texts;
    }

    /** Objects of a list. */
    List<Body> objects(String key) {
        List<Body> objects = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof YamlNode.Mapping mapping) {
                objects.add(new Body(mapping, key(key) + "[" + objects.size() + "]", faults));
            } else {
                faults.add(item.mark(), key(key), "is " + item.description() + "; an object is expected");
            }
        }
        return objects;
    }

    /** Lists of texts in a list. */
    List<List<String>> rows(String key) {
        List<List<String>> rows = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof YamlNode.Sequence row) {
                List<String> texts = new ArrayList<>();
                row.items().forEach(cell -> scalar(cell, key(key)).ifPresent(texts::add));
                rows.add(texts);
            } else {
                faults.add(item.mark(), key(key), "is " + item.description() + "; a list is expected");
            }
        }
        return rows;
    }

    void fault(String key, String message) {
        YamlNode at = node.get(key).orElse(node);
        faults.add(at.mark(), key(key), message);
    }

    /** Notes the keys that nobody has asked for. */
    void refuseOthers() {
        node.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                faults.unknown(entry.keyMark(), key(key), key, known);
            }
        });
    }

    /** Throws what was noted in this object and those within. */
    void throwIfAny() {
        faults.throwIfAny();
    }

    private String key(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Optional<YamlNode> value(String key) {
        known.add(key);
        return node.get(key).filter(value -> !(value instanceof YamlNode.Scalar scalar && scalar.isNull()));
    }

    private List<YamlNode> items(String key) {
        Optional<YamlNode> value = value(key);
        if (value.isPresent() && value.get() instanceof YamlNode.Sequence list) {
            return list.items();
        }
        value.ifPresent(
                other -> faults.add(other.mark(), key(key), "is " + other.description() + "; a list is expected"));
        return List.of();
    }

    private Optional<String> scalar(YamlNode value, String key) {
        if (value instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar.text());
        }
        faults.add(value.mark(), key, "is " + value.description() + "; a text or number is expected");
        return Optional.empty();
    }
}
