package dev.borderline.scenario;

import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.text.JsonWriter;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reader of the keys {@code ensemble} and {@code members} of scenario and sweep files. */
final class EnsembleKeyReader {
    private static final String FILE = "file";
    private static final String KEEP = "keep";
    private static final String YEAR = "year";
    private static final List<String> KEYS = List.of(FILE, KEEP, YEAR);
    private static final List<String> YEARS =
            List.of(String.valueOf(EnsembleUse.EARLIER_YEAR), String.valueOf(EnsembleUse.YEAR));
    private static final int MEMBERS_MAX = 1_000_000;

    private final Function<String, Optional<InputSpec>> inputs;
    private final Collection<String> known;
    private final Faults faults;
    private final Scalars scalars;

    /**
     * A reader.
     *
     * @param inputs the input at a path
     * @param known paths, to suggest one of
     */
    EnsembleKeyReader(Function<String, Optional<InputSpec>> inputs, Collection<String> known, Faults faults) {
        this.inputs = inputs;
        this.known = known;
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    /** Keys known so far, with the value of one key added. */
    EnsembleKey add(EnsembleKey so, String key, YamlNode node) {
        if (key.equals(EnsembleKey.MEMBERS)) {
            OptionalLong members = scalars.whole(node, key, 1, MEMBERS_MAX);
            OptionalInt number = members.isPresent() ? OptionalInt.of((int) members.getAsLong()) : so.members();
            return new EnsembleKey(so.file(), number, so.year(), so.keep());
        }
        if (node instanceof YamlNode.Scalar) {
            return new EnsembleKey(scalars.text(node, key), so.members(), so.year(), so.keep());
        }
        EnsembleKey all = so;
        for (YamlNode.Entry entry : scalars.mapping(node, key)
                .map(YamlNode.Mapping::entries)
                .map(entries -> List.copyOf(entries.values()))
                .orElse(List.of())) {
            all = part(all, entry, key + "." + entry.key());
        }
        return all;
    }

    private EnsembleKey part(EnsembleKey so, YamlNode.Entry entry, String key) {
        return switch (entry.key()) {
            case FILE -> new EnsembleKey(scalars.text(entry.value(), key), so.members(), so.year(), so.keep());
            case KEEP -> new EnsembleKey(so.file(), so.members(), so.year(), keep(entry.value(), key));
            case YEAR -> {
                Optional<String> year = scalars.word(entry.value(), key, YEARS);
                yield new EnsembleKey(
                        so.file(),
                        so.members(),
                        year.map(Integer::parseInt).map(OptionalInt::of).orElse(so.year()),
                        so.keep());
            }
            default -> {
                faults.unknown(entry.keyMark(), key, entry.key(), KEYS);
                yield so;
            }
        };
    }

    private List<String> keep(YamlNode node, String key) {
        List<String> paths = new ArrayList<>();
        if (!(node instanceof YamlNode.Sequence list)) {
            faults.add(node.mark(), key, "must be a list of inputs, for example [levers.jamming.failure_probability]");
            return paths;
        }
        for (YamlNode item : list.items()) {
            scalars.text(item, key).ifPresent(path -> {
                if (inputs.apply(path).isPresent()) {
                    paths.add(path);
                } else {
                    String near = Faults.didYouMean(path, known);
                    faults.add(item.mark(), key, "there is no input " + Fault.quoted(path) + near);
                }
            });
        }
        return paths;
    }

    /** The keys as a JSON Schema has them. */
    static void describe(SchemaWriter schema) {
        JsonWriter json = schema.json();
        schema.described(
                EnsembleKey.KEY,
                "Which ensemble: prior, fitted, none or a file; and which inputs do not vary over it.");
        json.key("anyOf").beginArray();
        json.beginObject().key("type").value("string").endObject();
        json.beginObject();
        schema.object();
        json.key(FILE).beginObject().key("type").value("string").endObject();
        json.key(KEEP).beginObject().key("type").value("array").key("items");
        json.beginObject().key("type").value("string").endObject().endObject();
        json.key(YEAR).beginObject().key("enum").beginArray();
        json.value(EnsembleUse.EARLIER_YEAR).value(EnsembleUse.YEAR).endArray().endObject();
        json.endObject().endObject().endArray().endObject();
        schema.described(EnsembleKey.MEMBERS, "How many members of the ensemble.");
        json.key("type").value("integer").key("minimum").value(1).endObject();
    }
}
