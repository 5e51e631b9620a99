package dev.borderline.scenario;

import dev.borderline.policy.Move;
import dev.borderline.scenario.SweepFile.ArmEntry;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.scenario.syntax.NameSyntax;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the arms of a sweep: worlds that are compared at every point. */
final class ArmReader {
    private final Scenario scenario;
    private final Faults faults;
    private final Scalars scalars;

    ArmReader(Scenario scenario, Faults faults) {
        this.scenario = scenario;
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    List<ArmEntry> read(YamlNode node) {
        List<ArmEntry> arms = new ArrayList<>();
        scalars.mapping(node, "arms").ifPresent(mapping -> {
            for (YamlNode.Entry entry : mapping.entries().values()) {
                String key = "arms." + entry.key();
                if (!NameSyntax.KEBAB.fits(entry.key())) {
                    String message = Fault.quoted(entry.key()) + " is not a name; " + NameSyntax.KEBAB.rule();
                    faults.add(entry.keyMark(), key, message);
                }
                arms.add(arm(entry, key));
            }
            if (arms.isEmpty()) {
                faults.add(node.mark(), "arms", "names no arm");
            }
        });
        return arms;
    }

    private ArmEntry arm(YamlNode.Entry entry, String key) {
        MoveReader moveReader = new MoveReader(new InputTree(scenario.catalog()), faults);
        SortedMap<String, Double> settings = new TreeMap<>();
        List<Move> moves = new ArrayList<>();
        if (entry.value() instanceof YamlNode.Sequence list) {
            moveReader.read(list, key).forEach(said -> moves.add(said.value()));
            return new ArmEntry(entry.key(), settings, moves);
        }
        if (entry.value() instanceof YamlNode.Scalar scalar && scalar.isNull()) {
            return new ArmEntry(entry.key(), settings, moves);
        }
        Map<String, YamlNode.Entry> parts = scalars.mapping(entry.value(), key)
                .map(YamlNode.Mapping::entries)
                .orElse(Map.of());
        for (YamlNode.Entry part : parts.values()) {
            String partKey = key + "." + part.key();
            switch (part.key()) {
                case "set" -> settings.putAll(settings(part.value(), partKey));
                case "policies" -> moveReader.read(part.value(), partKey).forEach(said -> moves.add(said.value()));
                default -> faults.unknown(part.keyMark(), partKey, part.key(), List.of("set", "policies"));
            }
        }
        return new ArmEntry(entry.key(), settings, moves);
    }

    private SortedMap<String, Double> settings(YamlNode node, String key) {
        SortedMap<String, Double> settings = new TreeMap<>();
        scalars.mapping(node, key).ifPresent(mapping -> {
            for (YamlNode.Entry entry : mapping.entries().values()) {
                String path = key + "." + entry.key();
                Optional<String> fault = InputNames.fault(entry.key(), scenario);
                if (fault.isPresent()) {
                    faults.add(entry.keyMark(), path, fault.get());
                } else {
                    OptionalDouble value = scalars.input(entry.value(), path, scenario.spec(entry.key()));
                    value.ifPresent(number -> settings.put(entry.key(), number));
                }
            }
        });
        return settings;
    }
}
