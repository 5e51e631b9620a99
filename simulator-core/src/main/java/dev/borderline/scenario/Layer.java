package dev.borderline.scenario;

import dev.borderline.policy.Move;
import dev.borderline.yaml.Mark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Layer of a scenario: the content of one file, before its parents are added and the whole is checked. Mutable while it is read.
 */
final class Layer {
    /** A thing said, and where. */
    record Said<T>(T value, Mark mark) {}

    final Mark start;
    final NavigableMap<String, Said<String>> words = new TreeMap<>();
    final NavigableMap<String, Said<LocalDate>> dates = new TreeMap<>();
    final NavigableMap<String, Said<Double>> values = new TreeMap<>();
    Optional<List<Said<Move>>> moves = Optional.empty();
    Optional<List<String>> without = Optional.empty();
    List<Claim> signature = List.of();
    EnsembleKey ensemble = EnsembleKey.NOTHING_SAID;
    boolean saysOwn; // whether this file, not a parent, says what of it is its own

    Layer(Mark start) {
        this.start = start;
    }

    /**
     * Adds what a parent says and this layer does not. What a scenario is called and should show is not inherited; policies,
     * and mechanisms switched off, are, as a whole.
     */
    void inherit(Layer parent) {
        parent.dates.forEach(dates::putIfAbsent);
        parent.values.forEach(values::putIfAbsent);
        moves = moves.or(() -> parent.moves.map(ArrayList::new));
        without = without.or(() -> parent.without);
        ensemble = ensemble.inherit(parent.ensemble);
    }

    String word(String key, String otherwise) {
        Said<String> said = words.get(key);
        return said == null ? otherwise : said.value();
    }

    /**
     * Place to point at when these keys do not go together. It is the last of them in this file, else in a parent, else the
     * start.
     */
    Mark markOf(List<String> paths) {
        Mark best = start;
        boolean own = false;
        for (String path : paths) {
            Said<?> said = values.containsKey(path) ? values.get(path) : dates.get(path);
            boolean inThisFile = said != null && said.mark().file().equals(start.file());
            if (said != null && (inThisFile || !own)) {
                best = said.mark();
                own = inThisFile;
            }
        }
        return best;
    }
}
