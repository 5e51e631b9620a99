package dev.borderline.cli.explain;

import dev.borderline.experiment.explain.World;
import dev.borderline.observe.Fates;
import dev.borderline.observe.Fates.Fate;
import dev.borderline.simulation.RunKey;
import dev.borderline.text.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A difference between the fates of a household in two worlds, A and B, in words: {@code "held only in B"}. A household that there is
 * in one world alone has no contacts, arrests, bribes or time held in the other.
 */
public final class SoughtFate {
    private static final long NOBODY = Long.MIN_VALUE;
    private static final Fate NOTHING = new Fate(NOBODY, 0, 0, 0, 0, 0, 0);
    private static final Map<String, BiPredicate<Fate, Fate>> KINDS = kinds();

    private final String words;
    private final BiPredicate<Fate, Fate> kind;

    private SoughtFate(String words, BiPredicate<Fate, Fate> kind) {
        this.words = words;
        this.kind = kind;
    }

    private static Map<String, BiPredicate<Fate, Fate>> kinds() {
        Map<String, BiPredicate<Fate, Fate>> kinds = new LinkedHashMap<>();
        only(kinds, "held", Fate::ticksHeld);
        only(kinds, "taken", Fate::arrests);
        only(kinds, "bribe paid", Fate::bribes);
        only(kinds, "formal case", Fate::formalCases);
        kinds.put("held longer in A", (one, other) -> one.ticksHeld() > other.ticksHeld());
        kinds.put("held longer in B", (one, other) -> one.ticksHeld() < other.ticksHeld());
        kinds.put("lost contact", (one, other) -> one.contacts() > 0 && other.contacts() == 0);
        kinds.put("found contact", (one, other) -> one.contacts() == 0 && other.contacts() > 0);
        kinds.put("fewer contacts in A", (one, other) -> one.contacts() < other.contacts());
        kinds.put("fewer contacts in B", (one, other) -> one.contacts() > other.contacts());
        kinds.put("there only in A", (one, other) -> other.id() == NOBODY);
        kinds.put("there only in B", (one, other) -> one.id() == NOBODY);
        return Collections.unmodifiableMap(kinds);
    }

    private static void only(Map<String, BiPredicate<Fate, Fate>> kinds, String what, ToLongFunction<Fate> count) {
        kinds.put(what + " only in A", (one, other) -> count.applyAsLong(one) > 0 && count.applyAsLong(other) == 0);
        kinds.put(what + " only in B", (one, other) -> count.applyAsLong(one) == 0 && count.applyAsLong(other) > 0);
    }

    /** All fates that can be sought, of a first world A and a second B. */
    public static List<String> all() {
        return List.copyOf(KINDS.keySet());
    }

    /**
     * The fate of these words; a world may go by its name too.
     *
     * @throws IllegalArgumentException naming the nearest, if there is no such fate
     */
    static SoughtFate named(String words, World one, World other) {
        String known = words.strip();
        if (known.endsWith(" in " + other.name())) {
            known = known.substring(0, known.length() - other.name().length()) + "B";
        } else if (known.endsWith(" in " + one.name())) {
            known = known.substring(0, known.length() - one.name().length()) + "A";
        }
        BiPredicate<Fate, Fate> kind = KINDS.get(known);
        if (kind == null) {
            throw new IllegalArgumentException("there is no fate '" + words + "'"
                    + Nearest.nearest(known, KINDS.keySet())
                            .map(near -> "; nearest is '" + near + "'")
                            .orElse("")
                    + "; there are " + String.join(", ", KINDS.keySet()));
        }
        return new SoughtFate(known, kind);
    }

    /** Its words, with the letters A and B. */
    String words() {
        return words;
    }

    boolean holds(@Nullable Fate one, @Nullable Fate other) {
        return kind.test(one == null ? NOTHING : one, other == null ? NOTHING : other);
    }

    /**
     * Households that met a fate.
     *
     * @param households lasting numbers, ascending
     * @param among number of households that there were, in either world, of the fifths looked at
     */
    record Found(List<Long> households, long among) {
        Found {
            households = List.copyOf(households);
        }
    }

    /**
     * The households that meet this fate in one run of both worlds. They are those of one wealth fifth (0 for the poorest),
     * or of all.
     */
    Found in(World one, World other, RunKey key, OptionalInt fifth) {
        Map<Long, Fate> before = byId(one.fates(key));
        Map<Long, Fate> after = byId(other.fates(key));
        TreeSet<Long> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<Long> found = new ArrayList<>();
        long among = 0;
        for (long id : ids) {
            Fate first = before.get(id);
            Fate second = after.get(id);
            Fate known = first == null ? second : first;
            if (known == null || (fifth.isPresent() && known.fifth() != fifth.getAsInt())) {
                continue;
            }
            among++;
            if (holds(first, second)) {
                found.add(id);
            }
        }
        return new Found(found, among);
    }

    private static Map<Long, Fate> byId(Fates fates) {
        Map<Long, Fate> byId = new TreeMap<>();
        fates.all().forEach(fate -> byId.put(fate.id(), fate));
        return byId;
    }
}
