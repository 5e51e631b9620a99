package dev.borderline.scenario;

import dev.borderline.policy.Move;
import dev.borderline.yaml.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Places in which the values and moves of a scenario were written: looked up only. What a program set was written nowhere.
 * Immutable.
 */
final class Origins {
    /** Of a scenario that no file says. */
    static final Origins NONE = new Origins(Map.of(), Map.of());

    private final Map<String, Mark> values;
    private final Map<Move, Mark> moves;

    private Origins(Map<String, Mark> values, Map<Move, Mark> moves) {
        this.values = values;
        this.moves = moves;
    }

    /** Those of a file and its parents. */
    static Origins of(Layer layer) {
        Map<String, Mark> values = new HashMap<>();
        layer.values.forEach((path, said) -> values.put(path, said.mark()));
        Map<Move, Mark> moves = new HashMap<>();
        List<Layer.Said<Move>> said = layer.moves.orElse(List.of());
        said.forEach(move -> moves.put(move.value(), move.mark()));
        return new Origins(values, moves);
    }

    /** These, where a program has set some values anew. */
    Origins without(Set<String> paths) {
        Map<String, Mark> rest = new HashMap<>(values);
        rest.keySet().removeAll(paths);
        return new Origins(rest, moves);
    }

    Optional<Mark> of(String path) {
        return Optional.ofNullable(values.get(path));
    }

    Optional<Mark> of(Move move) {
        return Optional.ofNullable(moves.get(move));
    }
}
