package dev.borderline.yaml;

import dev.borderline.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The faults found so far in one input. Stops listening at a number that nobody would read. */
public final class Faults {
    private static final int KEPT_MAX = 100;
    private static final int COMPARED_LENGTH_MIN = 2;
    private static final int COMPARED_LENGTH_MAX = 64;

    private final List<Fault> found = new ArrayList<>();

    public void add(Mark mark, String key, String message) {
        if (!isFull()) {
            found.add(Fault.at(mark, key, message));
        }
    }

    public void addAll(InvalidInput refusal) {
        for (Fault fault : refusal.faults()) {
            if (!isFull()) {
                found.add(fault);
            }
        }
    }

    /** Adds that {@code name} is not one of {@code known}, with the nearest that is. */
    public void unknown(Mark mark, String key, String name, Collection<String> known) {
        if (!isFull()) {
            found.add(Fault.at(mark, key, "unknown key " + Fault.quoted(name) + didYouMean(name, known)));
        }
    }

    /** {@code "; did you mean x?"}, or nothing. */
    public static String didYouMean(String name, Collection<String> known) {
        if (name.length() < COMPARED_LENGTH_MIN || name.length() > COMPARED_LENGTH_MAX) {
            return "";
        }
        return Nearest.nearest(name, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }

    public boolean isFull() {
        return found.size() >= KEPT_MAX;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws when anything was found. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
    }
}
