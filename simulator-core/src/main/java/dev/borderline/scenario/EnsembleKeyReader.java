package dev.borderline.scenario;

import dev.borderline.model.Population;
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
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Reader of the keys {@code ensemble} and {@code members} of scenario and sweep files. */
final class EnsembleKeyReader {
    private static final String FILE = "file";
    private static final String KEEP = "keep";
    private static final String YEAR = "year";
    private static final String PEOPLE = "people";
    private static final List<String> KEYS = List.of(FILE, KEEP, PEOPLE, YEAR);
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
            return members.isPresent() ? so.withMembers((int) members.getAsLong()) : so;
        }
        if (node instanceof YamlNode.Scalar) {
            return so.withFile(scalars.text(node, key));
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
            case FILE -> so.withFile(scalars.text(entry.value(), key));
            case KEEP -> so.withKeep(keep(entry.value(), key));
            case PEOPLE -> people(so, entry.value(), key);
            case YEAR ->
                scalars.word(entry.value(), key, YEARS)
                        .map(year -> so.withYear(Integer.parseInt(year)))
                        .orElse(so);
            default -> {
                faults.unknown(entry.keyMark(), key, entry.key(), KEYS);
                yield so;
            }
        };
    }

    /** True where a file decides what members vary of it; a share of the people alone says nothing of that. */
    static boolean saysOwn(YamlNode node) {
        return node instanceof YamlNode.Mapping mapping
                && !mapping.entries().keySet().equals(Set.of(PEOPLE));
    }

    private EnsembleKey people(EnsembleKey so, YamlNode node, String key) {
        InputSpec simulated = inputs.apply(Population.SIMULATED_SHARE).orElseThrow();
        OptionalDouble share = scalars.input(node, key, simulated);
        return share.isPresent() ? so.withPeople(share.getAsDouble()) : so;
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
                "Which ensemble: prior, fitted, none or a file; which inputs do not vary over it; and the share of the people.");
        json.key("anyOf").beginArray();
        json.beginObject().key("type").value("string").endObject();
        json.beginObject();
        schema.object();
        json.key(FILE).beginObject().key("type").value("string").endObject();
        json.key(KEEP).beginObject().key("type").value("array").key("items");
        json.beginObject().key("type").value("string").endObject().endObject();
        json.key(PEOPLE).beginObject().key("type").value("number");
        json.key("minimum").value(0.001).key("maximum").value(1).endObject();
        json.key(YEAR).beginObject().key("enum").beginArray();
        json.value(EnsembleUse.EARLIER_YEAR).value(EnsembleUse.YEAR).endArray().endObject();
        json.endObject().endObject().endArray().endObject();
        schema.described(EnsembleKey.MEMBERS, "How many members of the ensemble.");
        json.key("type").value("integer").key("minimum").value(1).endObject();
    }
}
