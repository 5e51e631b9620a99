package dev.borderline.policy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One number that a scenario sets, as read from an {@link Input} annotation: its path, unit, range and source. Paths are
 * {@code levers.<lever>} for what a policy may move, else {@code <group>.<component>} in snake_case.
 *
 * @param path dotted path in scenario files and sweeps
 * @param kind real, whole or switch (a switch is stored as 0 or 1)
 * @param input unit, range, source and meaning
 */
public record InputSpec(String path, Kind kind, Input input) {
    /** Type of values that a component of type {@code double} or {@link Lever}, {@code int} or {@code boolean} takes. */
    public enum Kind {
        REAL,
        WHOLE,
        SWITCH
    }

    /** Prefix of the paths of levers. */
    public static final String LEVERS = "levers.";

    private static final ClassValue<List<InputSpec>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<InputSpec> computeValue(Class<?> type) {
            return ofComponents(type);
        }
    };

    private static final Pattern INNER_CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");

    /** True when a policy may move this number during a run. */
    public boolean isLever() {
        return !input.lever().isEmpty();
    }

    /** True when {@code value} is in range and of the right kind. */
    public boolean accepts(double value) {
        boolean inRange = value >= input.min() && value <= input.max();
        return inRange && (kind == Kind.REAL || value == StrictMath.rint(value));
    }

    /** The inputs of a parameter record in component order; {@code group} is the path prefix of those that are not levers. */
    public static List<InputSpec> of(String group, Class<? extends Record> type) {
        return COMPONENTS.get(type).stream()
                .map(component -> component.isLever()
                        ? component
                        : new InputSpec(group + "." + component.path(), component.kind(), component.input()))
                .toList();
    }

    /** Inputs of a record without a group; read once, since annotations are slow to read. */
    private static List<InputSpec> ofComponents(Class<?> type) {
        List<InputSpec> specs = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Input input = component.getAnnotation(Input.class);
            if (input == null) {
                throw new IllegalArgumentException(type.getName() + "." + component.getName() + " lacks @Input");
            }
            String path = input.lever().isEmpty() ? snakeCase(component.getName()) : LEVERS + input.lever();
            specs.add(new InputSpec(path, kindOf(component, input), input));
        }
        return List.copyOf(specs);
    }

    private static Kind kindOf(RecordComponent component, Input input) {
        Class<?> type = component.getType();
        if (type == Lever.class != !input.lever().isEmpty()) {
            String name = component.getDeclaringRecord().getName() + "." + component.getName();
            throw new IllegalArgumentException(
                    name
                            + ": what a policy may move is a Lever with the name of its lever in @Input, and nothing else is one");
        }
        if (type == double.class || type == Lever.class) {
            return Kind.REAL;
        }
        if (type == int.class) {
            return Kind.WHOLE;
        }
        if (type == boolean.class) {
            return Kind.SWITCH;
        }
        throw new IllegalArgumentException("an input is double, int, boolean or Lever, not " + type.getName());
    }

    private static String snakeCase(String camelCase) {
        return INNER_CAPITAL.matcher(camelCase).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }
}
