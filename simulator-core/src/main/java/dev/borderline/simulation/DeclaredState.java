package dev.borderline.simulation;

import dev.borderline.model.Mechanism;
import dev.borderline.random.Draws;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rule that a mechanism keeps nothing a fork would miss. All fields are final, and each is a primitive, a text, a record, an
 * enumeration, of a type that the wiring hands out, a row of such, or a class of the mechanism's own that obeys the same rule. Looks
 * at declared types alone.
 */
final class DeclaredState {
    /** Packages whose types the wiring hands out: what they keep is declared, or does not change. */
    private static final List<String> HANDED_OUT =
            List.of("model", "event", "random", "stat", "state", "measure", "policy");

    private static final String ROOT = rootOf(Draws.class);

    private DeclaredState() {}

    private static String rootOf(Class<?> one) {
        String name = one.getPackageName();
        return name.substring(0, name.lastIndexOf('.') + 1);
    }

    /** Refuses a mechanism that breaks the rule, naming the field. */
    static void check(String mechanism, Object made) {
        List<String> faults = faults(made.getClass());
        if (!faults.isEmpty()) {
            throw new IllegalStateException("mechanism " + mechanism + " keeps " + String.join(", ", faults)
                    + " outside the state of the run, so it can be neither forked nor saved");
        }
    }

    /** Fields of a class that break the rule. */
    static List<String> faults(Class<?> type) {
        List<String> faults = new ArrayList<>();
        collect(type, new TreeSet<>(), faults);
        return faults;
    }

    private static void collect(Class<?> type, Set<String> seen, List<String> faults) {
        if (type.isRecord() || type.isEnum() || !seen.add(type.getName())) {
            return;
        }
        for (Field field : type.getDeclaredFields()) {
            String name = type.getSimpleName() + "." + field.getName();
            if (!Modifier.isFinal(field.getModifiers())) {
                faults.add(name + ", which is not final");
            } else if (!Modifier.isStatic(field.getModifiers()) && !isAllowed(field.getType())) {
                Class<?> own = field.getType();
                if (own.isArray() || !own.getPackageName().equals(type.getPackageName())) {
                    faults.add(name + " of type " + own.getSimpleName());
                } else {
                    collect(own, seen, faults);
                }
            }
        }
        Class<?> above = type.getSuperclass();
        if (above != null && above != Object.class) {
            collect(above, seen, faults);
        }
    }

    private static boolean isAllowed(Class<?> type) {
        if (type.isArray()) {
            return !type.getComponentType().isPrimitive() && isAllowed(type.getComponentType());
        }
        return type.isPrimitive()
                || type.isRecord()
                || type.isEnum()
                || type == String.class
                || type == Mechanism.class
                || isHandedOut(type);
    }

    private static boolean isHandedOut(Class<?> type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) && HANDED_OUT.contains(name.substring(ROOT.length()));
    }
}
