package dev.borderline.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The register of a run's mutable state. Whoever keeps something from one event to the next asks for a cell or a column here, while
 * the run is put together; so nothing that is kept can be missing from a fork or a saved run.
 *
 * <p>Parts have names of their own and are written in the order of declaration, which is that of assembly and so the same in
 * every run of one catalog. Belongs to the thread of its run.
 */
public final class StateRegistry {
    private static final String END = "end";

    private final List<String> names = new ArrayList<>();
    private final List<StatePart> parts = new ArrayList<>();
    private final Set<String> taken = new TreeSet<>();

    /** Adds a part that keeps itself. */
    public <P extends StatePart> P add(String name, P part) {
        if (!taken.add(name)) {
            throw new IllegalArgumentException("state '" + name + "' is declared twice");
        }
        names.add(name);
        parts.add(part);
        return part;
    }

    /** A whole number of 32 bits. */
    public IntCell intCell(String name, int initial) {
        return add(name, new IntCell(initial));
    }

    /** A whole number of 64 bits. */
    public LongCell longCell(String name, long initial) {
        return add(name, new LongCell(initial));
    }

    /** A real number. */
    public DoubleCell doubleCell(String name, double initial) {
        return add(name, new DoubleCell(initial));
    }

    /** A yes or no. */
    public FlagCell flag(String name, boolean initial) {
        return add(name, new FlagCell(initial));
    }

    /** A column of whole numbers of 32 bits, all {@code initial}. */
    public Ints ints(String name, int length, int initial) {
        return add(name, new Ints(length, initial));
    }

    /** A column of whole numbers of 64 bits, all zero. */
    public Longs longs(String name, int length) {
        return add(name, new Longs(length));
    }

    /** A column of real numbers, all {@code initial}. */
    public Doubles doubles(String name, int length, double initial) {
        return add(name, new Doubles(length, initial));
    }

    /** A number of empty lists of whole numbers. */
    public IntLists intLists(String name, int lists) {
        return add(name, new IntLists(lists));
    }

    /** A value that {@code maker} makes of levers and other state whenever it has been forgotten. */
    public <T> Derived<T> derived(String name, Supplier<T> maker) {
        return add(name, new Derived<>(maker));
    }

    /** Names of the parts, in order of declaration. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Writes all parts. */
    public void save(StateWriter out) {
        for (int i = 0; i < parts.size(); i++) {
            out.text(names.get(i));
            parts.get(i).save(out);
        }
        out.text(END);
    }

    /**
     * Reads all parts.
     *
     * @throws IllegalStateException naming the part, if what was written is not of an equally assembled run
     */
    public void load(StateReader in) {
        for (int i = 0; i < parts.size(); i++) {
            check(names.get(i), in.text());
            try {
                parts.get(i).load(in);
            } catch (IllegalStateException misfit) {
                throw new IllegalStateException("state '" + names.get(i) + "': " + misfit.getMessage(), misfit);
            }
        }
        check(END, in.text());
    }

    private static void check(String expected, String found) {
        if (!found.equals(expected)) {
            throw new IllegalStateException("state of '" + found + "' stands where that of '" + expected
                    + "' belongs: it was kept by a run that is made of other parts");
        }
    }

    /**
     * A value made of levers and other state, kept until it is forgotten. It is not written down: made again, it is the same.
     *
     * @param <T> its type
     */
    public static final class Derived<T> implements StatePart {
        private final Supplier<T> maker;
        private @Nullable T value;

        Derived(Supplier<T> maker) {
            this.maker = maker;
        }

        /** The value, made if it is not known. */
        public T get() {
            T known = value;
            if (known == null) {
                known = maker.get();
                value = known;
            }
            return known;
        }

        /** Forgets the value: what it is made of has changed. */
        public void forget() {
            value = null;
        }

        @Override
        public void save(StateWriter out) {}

        @Override
        public void load(StateReader in) {
            forget();
        }
    }
}
