package dev.borderline.experiment.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The layouts of a journal, and how often each stands in it: all runs need theirs, so it stands twice. Guarded by its owner. */
final class Layouts {
    private final Map<Long, RunSchema> layouts = new LinkedHashMap<>();
    private final Map<Long, Integer> copies = new LinkedHashMap<>();

    /** Counts one that was found or written. */
    void found(RunSchema layout) {
        layouts.putIfAbsent(layout.id(), layout);
        copies.merge(layout.id(), 1, Integer::sum);
    }

    /** Number of copies there. */
    int copies(RunSchema layout) {
        return copies.getOrDefault(layout.id(), 0);
    }

    boolean has(long id) {
        return layouts.containsKey(id);
    }

    /** The layout with an id, which must be there. */
    RunSchema get(long id) {
        RunSchema layout = layouts.get(id);
        if (layout == null) {
            throw new IllegalArgumentException("there is no layout " + id);
        }
        return layout;
    }

    /** The first; null if there is none. */
    @Nullable
    RunSchema any() {
        return layouts.values().stream().findFirst().orElse(null);
    }
}
