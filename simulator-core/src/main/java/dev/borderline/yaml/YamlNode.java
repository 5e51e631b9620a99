package dev.borderline.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of a YAML or JSON text, and where it stands. Scalars are text: what they mean is the reader's business. */
public sealed interface YamlNode {
    /** Place at which it begins. */
    Mark mark();

    /** The one node of a YAML or JSON text within limits; throws {@link InvalidInput}. */
    static YamlNode read(SourceText source, YamlLimits limits) {
        return new YamlReader(source, limits).read();
    }

    /** Words for it in a message. */
    default String description() {
        if (this instanceof Scalar scalar) {
            return scalar.isNull() ? "nothing" : Fault.quoted(scalar.text());
        }
        return this instanceof Sequence ? "a list" : "a mapping";
    }

    /**
     * A scalar.
     *
     * @param mark where it begins
     * @param text its value without quotes
     * @param quoted true when it is text for certain, not a number or switch
     */
    record Scalar(Mark mark, String text, boolean quoted) implements YamlNode {
        /** True for an absent value, {@code ~} and {@code null}. */
        public boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /**
     * A list.
     *
     * @param mark where it begins
     * @param items in order
     */
    record Sequence(Mark mark, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * A mapping. Keys are unique.
     *
     * @param mark where it begins
     * @param entries by key, in the order of the text
     */
    record Mapping(Mark mark, Map<String, Entry> entries) implements YamlNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The value under {@code key}. */
        public Optional<YamlNode> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }
    }

    /**
     * A key with its value.
     *
     * @param keyMark where the key begins
     * @param key its text
     * @param value what it stands for
     */
    record Entry(Mark keyMark, String key, YamlNode value) {}
}
