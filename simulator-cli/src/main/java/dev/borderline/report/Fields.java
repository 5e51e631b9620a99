package dev.borderline.report;

import dev.borderline.scenario.SourceText;
import dev.borderline.scenario.YamlLimits;
import dev.borderline.scenario.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An object of a manifest, read by key.
 *
 * @param name of the file, for messages
 * @param node the object
 */
record Fields(String name, YamlNode.Mapping node) {
    /** The object that is the whole of a file. */
    static Fields ofFile(Path file) {
        SourceText text = SourceText.ofFile(file, YamlLimits.MACHINE_WRITTEN.maxBytes());
        return of(file.toString(), YamlNode.read(text, YamlLimits.MACHINE_WRITTEN));
    }

    private static Fields of(String name, YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new Fields(name, mapping);
        }
        throw new NothingToReport(refusal(name, node, "") + "must be an object, not " + node.description());
    }

    private static String refusal(String name, YamlNode node, String key) {
        return name + ":" + node.mark().line() + ": " + (key.isEmpty() ? "it " : key + " ");
    }

    boolean has(String key) {
        return node.get(key).isPresent();
    }

    private YamlNode value(String key) {
        return node.get(key)
                .orElseThrow(() ->
                        new NothingToReport(refusal(name, node, key) + "is missing: is it from another version?"));
    }

    Fields object(String key) {
        return of(name, value(key));
    }

    String text(String key) {
        return text(value(key));
    }

    private String text(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        throw new NothingToReport(refusal(name, node, "") + "must be a text, not " + node.description());
    }

    int whole(String key) {
        String text = text(key);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new NothingToReport(refusal(name, value(key), key) + "must be a whole number, not " + text);
        }
    }

    List<String> texts(String key) {
        return items(key).map(this::text).toList();
    }

    List<Fields> objects(String key) {
        return items(key).map(item -> of(name, item)).toList();
    }

    private Stream<YamlNode> items(String key) {
        YamlNode list = value(key);
        if (list instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream();
        }
        throw new NothingToReport(refusal(name, list, key) + "must be a list, not " + list.description());
    }
}
