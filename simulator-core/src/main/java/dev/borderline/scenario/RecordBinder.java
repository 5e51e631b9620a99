package dev.borderline.scenario;

import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Lever;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes a parameter record from the values of a scenario, by the paths of its components. */
final class RecordBinder {
    private RecordBinder() {}

    /** The record, with levers of its own at their starting values; throws IllegalArgumentException as the other does. */
    static <P extends Record> P bind(String group, Class<P> type, Map<String, Double> values) {
        return bind(InputSpec.of(group, type), type, values);
    }

    /** The same from the specifications of the components, in their order. */
    static <P extends Record> P bind(List<InputSpec> specs, Class<P> type, Map<String, Double> values) {
        return bind(specs, type, values, spec -> new Lever(spec, values.getOrDefault(spec.path(), Double.NaN)));
    }

    /**
     * The record; throws IllegalArgumentException when a value is absent or the record refuses.
     *
     * @param levers the lever of a run for an input that is one
     */
    static <P extends Record> P bind(
            String group, Class<P> type, Map<String, Double> values, Function<InputSpec, Lever> levers) {
        return bind(InputSpec.of(group, type), type, values, levers);
    }

    /** The record of levers of a run, from the specifications of the components. */
    private static <P extends Record> P bind(
            List<InputSpec> specs, Class<P> type, Map<String, Double> values, Function<InputSpec, Lever> levers) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Double value = values.get(specs.get(i).path());
            if (value == null) {
                throw new IllegalArgumentException("no value at " + specs.get(i).path());
            }
            types[i] = components[i].getType();
            arguments[i] = specs.get(i).isLever()
                    ? levers.apply(specs.get(i))
                    : argument(specs.get(i).kind(), value);
        }
        return make(type, types, arguments);
    }

    private static Object argument(InputSpec.Kind kind, double value) {
        return switch (kind) {
            case REAL -> value;
            case WHOLE -> Math.toIntExact(StrictMath.round(value));
            case SWITCH -> value != 0;
        };
    }

    private static <P extends Record> P make(Class<P> type, Class<?>[] types, Object[] arguments) {
        try {
            Constructor<P> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot make " + type.getName(), cause);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }
}
