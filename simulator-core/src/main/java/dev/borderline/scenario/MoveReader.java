package dev.borderline.scenario;

import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Move;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the entries of {@code policies}: dated moves of levers. */
final class MoveReader {
    private static final List<String> KEYS = List.of("lever", "at", "set", "scale", "ramp", "source");
    static final List<String> ACTIONS = List.of("set", "scale", "ramp");
    private static final double FACTOR_MAX = 1e6;

    private final InputTree tree;
    private final Faults faults;
    private final Scalars scalars;

    MoveReader(InputTree tree, Faults faults) {
        this.tree = tree;
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    List<Layer.Said<Move>> read(YamlNode node, String key) {
        List<Layer.Said<Move>> moves = new ArrayList<>();
        List<YamlNode> items = scalars.items(node, key);
        for (int i = 0; i < items.size(); i++) {
            String itemKey = key + "[" + (i + 1) + "]";
            YamlNode item = items.get(i);
            scalars.mapping(item, itemKey)
                    .flatMap(mapping -> move(mapping, itemKey))
                    .ifPresent(move -> moves.add(new Layer.Said<>(move, item.mark())));
        }
        return moves;
    }

    private Optional<Move> move(YamlNode.Mapping mapping, String key) {
        for (YamlNode.Entry entry : mapping.entries().values()) {
            if (!KEYS.contains(entry.key())) {
                faults.unknown(entry.keyMark(), key + "." + entry.key(), entry.key(), KEYS);
            }
        }
        Optional<InputSpec> lever = required(mapping, key, "lever").flatMap(node -> lever(node, key + ".lever"));
        Optional<LocalDate> at = required(mapping, key, "at").flatMap(node -> scalars.date(node, key + ".at"));
        Optional<YamlNode.Entry> action = action(mapping, key);
        if (lever.isEmpty() || at.isEmpty() || action.isEmpty()) {
            return Optional.empty();
        }
        String source = mapping.get("source")
                .flatMap(node -> scalars.text(node, key + ".source"))
                .orElse("");
        return complete(action.get(), key, lever.get(), at.get())
                .map(move -> new Move(move.at(), move.lever(), move.action(), move.value(), move.until(), source));
    }

    private Optional<YamlNode> required(YamlNode.Mapping mapping, String key, String name) {
        Optional<YamlNode> node = mapping.get(name);
        if (node.isEmpty()) {
            faults.add(mapping.mark(), key, "lacks '" + name + "'");
        }
        return node;
    }

    private Optional<InputSpec> lever(YamlNode node, String key) {
        Optional<String> text = scalars.text(node, key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String name = text.get();
        String lever = name.startsWith(InputSpec.LEVERS) ? name.substring(InputSpec.LEVERS.length()) : name;
        Optional<InputSpec> spec = tree.findLever(lever);
        if (spec.isEmpty()) {
            boolean fixed = tree.find(name).isPresent();
            String why = fixed
                    ? " is no lever: it is fixed for a whole run"
                    : " is no lever" + Faults.didYouMean(lever, tree.leverNames());
            faults.add(node.mark(), key, Fault.quoted(name) + why);
        }
        return spec;
    }

    private Optional<YamlNode.Entry> action(YamlNode.Mapping mapping, String key) {
        List<YamlNode.Entry> given = mapping.entries().values().stream()
                .filter(entry -> ACTIONS.contains(entry.key()))
                .toList();
        if (given.size() != 1) {
            faults.add(mapping.mark(), key, "has " + given.size() + " of 'set', 'scale', 'ramp'; it takes exactly one");
            return Optional.empty();
        }
        return Optional.of(given.get(0));
    }

    private Optional<Move> complete(YamlNode.Entry action, String key, InputSpec spec, LocalDate at) {
        String lever = spec.path().substring(InputSpec.LEVERS.length());
        String actionKey = key + "." + action.key();
        return switch (action.key()) {
            case "set" -> boxed(scalars.input(action.value(), actionKey, spec)).map(v -> Move.set(at, lever, v));
            case "scale" -> factor(action.value(), actionKey).map(v -> Move.scale(at, lever, v));
            default -> ramp(action.value(), actionKey, spec, at);
        };
    }

    private Optional<Double> factor(YamlNode node, String key) {
        String allowed = "it is a number from 0 to 1000000";
        Optional<Double> factor = boxed(scalars.number(node, key, allowed));
        if (factor.isPresent() && !(factor.get() >= 0 && factor.get() <= FACTOR_MAX)) {
            faults.add(node.mark(), key, node.description() + " is not allowed; " + allowed);
            return Optional.empty();
        }
        return factor;
    }

    private Optional<Move> ramp(YamlNode node, String key, InputSpec spec, LocalDate at) {
        Optional<YamlNode.Mapping> mapping = scalars.mapping(node, key);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        for (YamlNode.Entry entry : mapping.get().entries().values()) {
            if (!entry.key().equals("to") && !entry.key().equals("until")) {
                faults.unknown(entry.keyMark(), key + "." + entry.key(), entry.key(), List.of("to", "until"));
            }
        }
        Optional<Double> to =
                required(mapping.get(), key, "to").flatMap(n -> boxed(scalars.input(n, key + ".to", spec)));
        Optional<LocalDate> until = required(mapping.get(), key, "until").flatMap(n -> scalars.date(n, key + ".until"));
        if (to.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        if (!at.isBefore(until.get())) {
            faults.add(node.mark(), key + ".until", until.get() + " is not after " + at + ", where the ramp begins");
            return Optional.empty();
        }
        String lever = spec.path().substring(InputSpec.LEVERS.length());
        return Optional.of(Move.ramp(at, lever, to.get(), until.get()));
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
