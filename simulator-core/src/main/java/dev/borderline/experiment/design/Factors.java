package dev.borderline.experiment.design;

import dev.borderline.scenario.Factor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The factors of a design, at least one, each once. Immutable. */
public final class Factors {
    private final List<Factor> factors;
    private final List<String> paths;

    Factors(List<Factor> factors) {
        this.factors = List.copyOf(factors);
        paths = this.factors.stream().map(Factor::path).toList();
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("a design needs a factor, an input that varies");
        }
        Set<String> seen = new HashSet<>();
        for (String path : paths) {
            if (!seen.add(path)) {
                throw new IllegalArgumentException("two factors are " + path);
            }
        }
    }

    List<Factor> all() {
        return factors;
    }

    List<String> paths() {
        return paths;
    }

    int count() {
        return factors.size();
    }

    /** The point of a place in the unit cube. */
    DesignPoint at(int index, double... place) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < place.length; i++) {
            values.add(factors.get(i).range().at(place[i]));
        }
        return new DesignPoint(index, paths, values);
    }

    /** Refuses an index outside a design. */
    public static void checkIndex(int index, int size) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("point " + index + " of " + size);
        }
    }
}
