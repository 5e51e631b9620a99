package dev.borderline.scenario;

import dev.borderline.model.Move;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What one scenario file says, before its parents are added and the whole is checked. Mutable while it is read. */
final class Layer {
    /** A thing said, and where. */
    record Said<T>(T value, Mark mark) {}

    final Mark start;
    final NavigableMap<String, Said<String>> words = new TreeMap<>();
    final NavigableMap<String, Said<LocalDate>> dates = new TreeMap<>();
    final NavigableMap<String, Said<Double>> values = new TreeMap<>();
    Optional<List<Said<Move>>> moves = Optional.empty();

    Layer(Mark start) {
        this.start = start;
    }

    /** Adds what a parent says and this layer does not. What a scenario is called is not inherited; policies are, as a whole. */
    void inherit(Layer parent) {
        parent.dates.forEach(dates::putIfAbsent);
        parent.values.forEach(values::putIfAbsent);
        moves = moves.or(() -> parent.moves.map(ArrayList::new));
    }

    String word(String key, String otherwise) {
        Said<String> said = words.get(key);
        return said == null ? otherwise : said.value();
    }

    /** Where a key was given a value; the start of the file when it was not. */
    Mark markOf(String path) {
        Said<?> said = values.get(path);
        if (said == null) {
            said = dates.get(path);
        }
        return said == null ? start : said.mark();
    }
}
