package dev.borderline.scenario;

import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.scenario.syntax.NameSyntax;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.scenario.syntax.ShippedText;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads one scenario file into a {@link Layer}: keys known, values in range, all faults noted. */
final class LayerReader {
    private static final List<String> TEXTS = List.of("title", "story", "source", "limits");
    private static final List<String> DATES = List.of("start", "end");
    static final String WITHOUT = "without";
    static final List<String> HEADER = List.of(
            "schema",
            "extends",
            "name",
            "title",
            "story",
            "source",
            "limits",
            "grade",
            "start",
            "end",
            "policies",
            WITHOUT,
            ClaimReader.KEY,
            EnsembleKey.KEY,
            EnsembleKey.MEMBERS);
    static final List<String> GRADES = List.of("A", "B", "C");
    private static final List<String> VALUE_KEYS = List.of("value", "unit", "source", "grade");
    private static final int ZONES_MAX = 25; // zone and wealth fifth share a byte

    private static final Map<String, YamlNode> SHIPPED = new ConcurrentHashMap<>(); // by the name of the text

    private final InputTree tree;
    private final Faults faults;
    private final Scalars scalars;

    LayerReader(InputTree tree, Faults faults) {
        this.tree = tree;
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    /** The layer of a text; faults go to the collector, and what they concern is left out. */
    Layer read(SourceText source) {
        YamlNode root = node(source);
        Layer layer = new Layer(root.mark());
        scalars.mapping(root, "").ifPresent(mapping -> {
            SchemaVersion.check(mapping, faults);
            mapping.get("scenario")
                    .filter(node -> mapping.get("seed").isPresent())
                    .ifPresent(sweep -> {
                        String message = "is a sweep, not a scenario; a sweep names one under 'scenario'";
                        throw new InvalidInput(mapping.mark(), "", message);
                    });
            for (YamlNode.Entry entry : mapping.entries().values()) {
                top(entry, layer);
            }
        });
        return layer;
    }

    /** Most files extend what is shipped, which is read once in the life of a process. */
    private static YamlNode node(SourceText source) {
        return ShippedText.isOne(source)
                ? SHIPPED.computeIfAbsent(source.name(), name -> YamlNode.read(source, YamlLimits.HAND_WRITTEN))
                : YamlNode.read(source, YamlLimits.HAND_WRITTEN);
    }

    private void top(YamlNode.Entry entry, Layer layer) {
        String key = entry.key();
        YamlNode node = entry.value();
        if (key.equals("policies")) {
            layer.moves = Optional.of(new MoveReader(tree, faults).read(node, key));
        } else if (key.equals(WITHOUT)) {
            layer.without = Optional.of(mechanisms(node));
        } else if (key.equals(ClaimReader.KEY)) {
            layer.signature = new ClaimReader(faults).read(node);
        } else if (key.equals(EnsembleKey.KEY) || key.equals(EnsembleKey.MEMBERS)) {
            layer.ensemble =
                    new EnsembleKeyReader(tree::find, tree.specs().keySet(), faults).add(layer.ensemble, key, node);
            layer.saysOwn |= EnsembleKeyReader.saysOwn(node);
        } else if (key.equals(InputTree.ZONES)) {
            zones(node, layer);
        } else if (DATES.contains(key)) {
            scalars.date(node, key).ifPresent(d -> layer.dates.put(key, new Layer.Said<>(d, node.mark())));
        } else if (HEADER.contains(key)) {
            word(node, key).ifPresent(w -> layer.words.put(key, new Layer.Said<>(w, node.mark())));
        } else if (tree.isGroup(key)) {
            group(node, key, layer);
        } else {
            unknown(entry, key, topKeys());
        }
    }

    /** Names of mechanisms to switch off. */
    private List<String> mechanisms(YamlNode node) {
        List<String> names = new ArrayList<>();
        if (!(node instanceof YamlNode.Sequence sequence)) {
            faults.add(node.mark(), WITHOUT, "must be a list of mechanisms, for example [stops, crossings]");
            return names;
        }
        for (YamlNode item : sequence.items()) {
            scalars.text(item, WITHOUT).ifPresent(name -> {
                if (tree.mechanisms().contains(name)) {
                    names.add(name);
                } else {
                    String near = Faults.didYouMean(name, tree.mechanisms());
                    faults.add(item.mark(), WITHOUT, "there is no mechanism " + Fault.quoted(name) + near);
                }
            });
        }
        return names;
    }

    private Optional<String> word(YamlNode node, String key) {
        if (TEXTS.contains(key) || key.equals("extends")) {
            return scalars.text(node, key);
        }
        if (key.equals("name")) {
            return scalars.name(node, key, NameSyntax.KEBAB);
        }
        return key.equals("grade") ? scalars.word(node, key, GRADES) : Optional.empty();
    }

    private void group(YamlNode node, String path, Layer layer) {
        scalars.mapping(node, path).ifPresent(mapping -> {
            for (YamlNode.Entry entry : mapping.entries().values()) {
                String child = path + "." + entry.key();
                Optional<InputSpec> spec = Optional.ofNullable(tree.specs().get(child));
                if (spec.isPresent()) {
                    input(entry.value(), child, spec.get(), layer);
                } else if (!entry.key().contains(".") && tree.isGroup(child)) {
                    group(entry.value(), child, layer);
                } else {
                    unknown(entry, child, tree.keysBelow(path));
                }
            }
        });
    }

    private void zones(YamlNode node, Layer layer) {
        Optional<YamlNode.Mapping> mapping = scalars.mapping(node, InputTree.ZONES);
        if (mapping.isEmpty()) {
            return;
        }
        if (mapping.get().entries().size() > ZONES_MAX) {
            faults.add(node.mark(), InputTree.ZONES, "more than " + ZONES_MAX + " zones");
            return;
        }
        for (YamlNode.Entry entry : mapping.get().entries().values()) {
            String path = InputTree.ZONES + "." + entry.key();
            if (NameSyntax.KEBAB.fits(entry.key())) {
                zone(entry.value(), path, layer);
            } else {
                String message = Fault.quoted(entry.key()) + " is not a name; " + NameSyntax.KEBAB.rule();
                faults.add(entry.keyMark(), path, message);
            }
        }
    }

    private void zone(YamlNode node, String path, Layer layer) {
        scalars.mapping(node, path).ifPresent(mapping -> {
            for (YamlNode.Entry entry : mapping.entries().values()) {
                String child = path + "." + entry.key();
                InputSpec spec = InputTree.zoneInputs().get(entry.key());
                if (spec != null) {
                    input(entry.value(), child, spec, layer);
                } else {
                    faults.unknown(
                            entry.keyMark(),
                            child,
                            entry.key(),
                            InputTree.zoneInputs().keySet());
                }
            }
        });
    }

    private void input(YamlNode node, String path, InputSpec spec, Layer layer) {
        YamlNode value = node;
        if (node instanceof YamlNode.Mapping mapping) {
            Optional<YamlNode> given = mapping.get("value");
            checkAnnotations(mapping, path, spec);
            if (given.isEmpty()) {
                faults.add(node.mark(), path, "lacks 'value'");
                return;
            }
            value = given.get();
        }
        Mark mark = value.mark();
        scalars.input(value, path, spec).ifPresent(v -> layer.values.put(path, new Layer.Said<>(v, mark)));
    }

    private void checkAnnotations(YamlNode.Mapping mapping, String path, InputSpec spec) {
        for (YamlNode.Entry entry : mapping.entries().values()) {
            String key = path + "." + entry.key();
            String unit = spec.input().unit();
            switch (entry.key()) {
                case "value" -> {}
                case "unit" ->
                    scalars.text(entry.value(), key).ifPresent(text -> {
                        if (!text.equals(unit)) {
                            faults.add(
                                    entry.value().mark(),
                                    key,
                                    Fault.quoted(text) + " is not its unit; it is '" + unit + "'");
                        }
                    });
                case "source" -> source(entry.value(), key, spec);
                case "grade" -> scalars.word(entry.value(), key, GRADES);
                default -> faults.unknown(entry.keyMark(), key, entry.key(), VALUE_KEYS);
            }
        }
    }

    /** The row of evidence; a zone may have a row of its own, named after it. */
    private void source(YamlNode node, String key, InputSpec spec) {
        String family = spec.input().source();
        String[] parts = key.split("\\.", -1);
        String own = parts[0].equals(InputTree.ZONES) ? family + "-" + parts[1] : family;
        scalars.text(node, key).ifPresent(text -> {
            if (!text.equals(family) && !text.equals(own)) {
                String message = Fault.quoted(text) + " is not its row of evidence; it is '" + own + "'";
                faults.add(node.mark(), key, message);
            }
        });
    }

    private void unknown(YamlNode.Entry entry, String path, Collection<String> known) {
        String key = entry.key();
        if (faults.isFull()) {
            return; // what follows compares with every path
        }
        if (tree.find(key).isPresent()) {
            String message = "unknown key " + Fault.quoted(key) + "; write it nested, one key a level";
            faults.add(entry.keyMark(), path, message);
            return;
        }
        Optional<String> elsewhere = known.contains(key) ? Optional.empty() : tree.pathEndingIn(key);
        if (elsewhere.isPresent()) {
            String message = "unknown key " + Fault.quoted(key) + "; did you mean '" + elsewhere.get() + "'?";
            faults.add(entry.keyMark(), path, message);
        } else {
            faults.unknown(entry.keyMark(), path, key, known);
        }
    }

    private Collection<String> topKeys() {
        List<String> all = new ArrayList<>(HEADER);
        all.add(InputTree.ZONES);
        all.addAll(tree.keysBelow(""));
        return all;
    }
}
