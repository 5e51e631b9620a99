package dev.borderline.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Builds {@link YamlNode}s from the parser's events, under limits. Events rather than the parser's own tree: that is built
 * by recursion, so 50,000 opening brackets overflow the stack before any limit is seen. Refused besides what is not YAML:
 * anchors, aliases and merge keys, tags, a second document, keys that are not scalars, duplicate keys, tabs as indentation.
 */
final class YamlReader {
    /** The parser copies a long scalar anew at each refill. With its default of 1,024 a mebibyte took 280 ms, with this 20. */
    private static final int BUFFER_MAX = 1 << 16;

    private static final int BUFFER_MIN = 1 << 10;

    private final SourceText source;
    private final YamlLimits limits;
    private final Faults faults = new Faults();
    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<YamlNode> root = Optional.empty();
    private int nodes;

    YamlReader(SourceText source, YamlLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    YamlNode read() {
        String text = source.text();
        if (text.length() > limits.maxBytes() || utf8Length(text) > limits.maxBytes()) {
            throw new InvalidInput(Mark.whole(source.name()), "", SourceText.tooLarge(limits.maxBytes()));
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        refuseTabs(text);
        try {
            for (Event event : parse(text)) {
                take(event);
            }
        } catch (ReaderException e) {
            throw new InvalidInput(
                    Mark.whole(source.name()), "", "holds the character U+%04X".formatted(e.getCodePoint()));
        } catch (MarkedYamlEngineException e) {
            throw new InvalidInput(mark(e.getProblemMark()), "", "is not YAML: " + oneLine(e.getProblem()));
        } catch (InvalidInput e) {
            throw e;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the parser trips over some escapes
            throw new InvalidInput(
                    Mark.whole(source.name()), "", "is not YAML: an escape in quotes names no character");
        } catch (YamlEngineException e) {
            throw new InvalidInput(
                    Mark.whole(source.name()), "", "is not YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
        faults.throwIfAny();
        return root.orElseThrow(() -> new InvalidInput(Mark.whole(source.name()), "", "is empty"));
    }

    private Iterable<Event> parse(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(limits.maxBytes())
                .setBufferSize(Math.max(BUFFER_MIN, Math.min(BUFFER_MAX, text.length())))
                .build();
        return () -> new ParserImpl(settings, new StreamReader(settings, text));
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case Alias ->
                throw refusal(
                        event,
                        "the alias *" + ((AliasEvent) event).getAlias() + " is not allowed: write the value out");
            case Scalar -> takeScalar((ScalarEvent) event);
            case SequenceStart, MappingStart -> begin((CollectionStartEvent) event);
            case SequenceEnd, MappingEnd -> place(open.pop().finish());
            case DocumentStart -> {
                if (root.isPresent()) {
                    throw refusal(event, "a second document is not allowed: one file, one document");
                }
            }
            default -> {}
        }
    }

    private void takeScalar(ScalarEvent event) {
        Mark mark = count(event, event.getTag());
        if (event.getValue().codePoints().anyMatch(YamlReader::isHalf)) {
            throw refusal(event, "an escape in quotes names half a character");
        }
        YamlNode.Scalar scalar = new YamlNode.Scalar(mark, event.getValue(), !event.isPlain());
        Open parent = open.peek();
        if (parent == null || !parent.awaitsKey()) {
            place(scalar);
            return;
        }
        if (!parent.takeKey(scalar)) {
            faults.add(mark, parent.path(scalar.text()), "duplicate key " + Fault.quoted(scalar.text()));
        }
    }

    private void begin(CollectionStartEvent event) {
        Mark mark = count(event, event.getTag());
        if (open.size() >= limits.maxDepth()) {
            throw refusal(event, "more than " + limits.maxDepth() + " levels inside one another");
        }
        Open parent = open.peek();
        if (parent != null && parent.awaitsKey()) {
            throw refusal(event, "a key must be a plain word");
        }
        String path = parent == null ? "" : parent.path();
        open.push(new Open(mark, event.getEventId() == Event.ID.MappingStart, path));
    }

    private Mark count(NodeEvent event, Optional<String> tag) {
        if (event.getAnchor().isPresent()) {
            throw refusal(event, "the anchor &" + event.getAnchor().get() + " is not allowed: write the value out");
        }
        if (tag.isPresent()) {
            throw refusal(event, "the tag " + Fault.quoted(tag.get()) + " is not allowed");
        }
        nodes++;
        if (nodes > limits.maxNodes()) {
            throw refusal(event, "more than " + limits.maxNodes() + " values");
        }
        return mark(event.getStartMark());
    }

    private void place(YamlNode node) {
        Open parent = open.peek();
        if (parent == null) {
            root = Optional.of(node);
        } else {
            parent.takeValue(node);
        }
    }

    private InvalidInput refusal(Event event, String message) {
        Open parent = open.peek();
        String key = parent == null ? "" : parent.path();
        return new InvalidInput(mark(event.getStartMark()), key, message);
    }

    private Mark mark(Optional<org.snakeyaml.engine.v2.exceptions.Mark> mark) {
        return mark.map(m -> new Mark(source.name(), m.getLine() + 1, m.getColumn() + 1))
                .orElse(Mark.whole(source.name()));
    }

    /** YAML's own message on a tab is about tokens. JSON may be indented in any way. */
    private void refuseTabs(String text) {
        if (text.stripLeading().startsWith("{")) {
            return;
        }
        int line = 0;
        for (String content : (Iterable<String>) text.lines()::iterator) {
            line++;
            int column = 0;
            while (column < content.length() && content.charAt(column) == ' ') {
                column++;
            }
            if (column < content.length() && content.charAt(column) == '\t' && !content.isBlank()) {
                Mark mark = new Mark(source.name(), line, column + 1);
                throw new InvalidInput(mark, "", "a tab cannot indent YAML: use spaces");
            }
        }
    }

    /** Half of a pair that stands for one character, without the other: no text in UTF-8 can hold it. */
    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String oneLine(String message) {
        String flat = message.replaceAll("\\s+", " ").strip();
        return flat.length() <= 200 ? flat : flat.substring(0, 200) + "…";
    }

    /** A list or mapping whose end has not come yet. */
    private static final class Open {
        private final Mark mark;
        private final boolean isMapping;
        private final String path;
        private final List<YamlNode> items = new ArrayList<>();
        private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        private Optional<YamlNode.Scalar> key = Optional.empty();

        Open(Mark mark, boolean isMapping, String path) {
            this.mark = mark;
            this.isMapping = isMapping;
            this.path = path;
        }

        boolean awaitsKey() {
            return isMapping && key.isEmpty();
        }

        /** Takes the next key; false when the mapping has it already, and its next value will replace the first. */
        boolean takeKey(YamlNode.Scalar scalar) {
            key = Optional.of(scalar);
            return !entries.containsKey(scalar.text());
        }

        void takeValue(YamlNode node) {
            if (isMapping) {
                YamlNode.Scalar name = key.orElseThrow();
                entries.put(name.text(), new YamlNode.Entry(name.mark(), name.text(), node));
                key = Optional.empty();
            } else {
                items.add(node);
            }
        }

        String path() {
            return key.map(k -> path(k.text())).orElse(path);
        }

        String path(String last) {
            return path.isEmpty() ? last : path + "." + last;
        }

        YamlNode finish() {
            return isMapping ? new YamlNode.Mapping(mark, entries) : new YamlNode.Sequence(mark, items);
        }
    }
}
