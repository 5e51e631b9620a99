package dev.borderline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Owners of what one assembly declares. Which mechanism took a name, registered a kind of event or asked to be called back. A name
 * that is taken is refused, so that no mechanism writes by mistake into the counts or shares the draws of another; and a failure is
 * laid at the door of the mechanism whose code threw.
 */
final class Ownership {
    /** Owner of what stands before the first mechanism is installed. */
    static final String MODEL = "the model";

    private final Map<String, String> ownerByName = new TreeMap<>(); // by kind of name and name
    private final Map<String, String> sharedAs = new TreeMap<>(); // definition by kind of name and name
    private final List<String> ownerByKind = new ArrayList<>(); // of events, by their ids
    private String current = MODEL;
    private @Nullable String failed;

    /** The mechanism that is being installed. */
    String current() {
        return current;
    }

    /** Installs a mechanism: what is declared meanwhile is its own. */
    void install(String mechanism, Runnable installation) {
        current = mechanism;
        try {
            installation.run();
        } catch (RuntimeException failure) {
            failed(mechanism);
            throw failure;
        } finally {
            current = MODEL;
        }
    }

    /**
     * Takes a name for the mechanism that is being installed.
     *
     * @param things what bears such names, in the singular, for example "measure"
     * @throws IllegalArgumentException naming who has taken it already
     */
    void take(String things, String name) {
        String holder = ownerByName.putIfAbsent(things + ' ' + name, current);
        if (holder != null) {
            throw new IllegalArgumentException(
                    things + " " + name + " is declared already, by " + holder + "; choose another name");
        }
    }

    /**
     * Takes a name together with others, who all give it the same definition.
     *
     * @throws IllegalArgumentException naming who has taken it for himself, or means something else by it
     */
    void share(String things, String name, String definition) {
        String key = things + ' ' + name;
        String known = sharedAs.get(key);
        if (known == null) {
            take(things, name);
            sharedAs.put(key, definition);
        } else if (!known.equals(definition)) {
            throw new IllegalArgumentException(things + " " + name + " is shared with " + ownerByName.get(key)
                    + ", which declares it as " + known + ", not as " + definition);
        }
    }

    /** All kinds of events up to this number that have no owner belong to the mechanism that is being installed. */
    void takeKinds(int kindCount) {
        while (ownerByKind.size() < kindCount) {
            ownerByKind.add(current);
        }
    }

    /** The code of a mechanism has thrown. Of several notes about one failure the first counts, made where it was thrown. */
    void failed(String mechanism) {
        if (failed == null) {
            failed = mechanism;
        }
    }

    /** The mechanism whose code threw: as noted, else that of the kind of event whose handler did. Null if neither is known. */
    @Nullable
    String failed(int kind) {
        if (failed == null && kind >= 0 && kind < ownerByKind.size()) {
            return ownerByKind.get(kind);
        }
        return failed;
    }

    /** An action on behalf of the mechanism that is being installed. */
    Runnable owned(Runnable action) {
        String owner = current;
        return () -> {
            try {
                action.run();
            } catch (RuntimeException failure) {
                failed(owner);
                throw failure;
            }
        };
    }
}
