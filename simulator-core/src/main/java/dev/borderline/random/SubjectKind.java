package dev.borderline.random;

import org.jspecify.annotations.Nullable;

/**
 * Kind of a draw's subject number, by name. Its id stands in the counter of every draw and is frozen: the names of this library
 * have ids below 8, any other name has one from 8 to 255 that depends on nothing but the name. Two names may share an id; that
 * does no harm, for a purpose has one kind, and {@link PurposeRegistry} gives a purpose away once.
 */
public final class SubjectKind {
    private static final int FREE_IDS_FROM = 8;
    private static final int IDS = 256;

    /** The run as a whole; its one subject is 0. */
    public static final SubjectKind WORLD = new SubjectKind("world", 0);

    /** Households, by lasting number. */
    public static final SubjectKind HOUSEHOLD = new SubjectKind("household", 1);

    /** Brokers. */
    public static final SubjectKind BROKER = new SubjectKind("broker", 2);

    /** Zones, in the order of their names. */
    public static final SubjectKind ZONE = new SubjectKind("zone", 3);

    /** Officers. */
    public static final SubjectKind OFFICER = new SubjectKind("officer", 4);

    /** Teams. */
    public static final SubjectKind TEAM = new SubjectKind("team", 5);

    /** Cases. */
    public static final SubjectKind CASE = new SubjectKind("case", 6);

    /** Inputs that vary in a design. */
    public static final SubjectKind FACTOR = new SubjectKind("factor", 7);

    private static final SubjectKind[] OF_THIS_LIBRARY = {WORLD, HOUSEHOLD, BROKER, ZONE, OFFICER, TEAM, CASE, FACTOR};

    private final String name;
    private final int id;

    private SubjectKind(String name, int id) {
        this.name = name;
        this.id = id;
    }

    /** The kind of that name. */
    public static SubjectKind of(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a kind of subject needs a name");
        }
        for (SubjectKind known : OF_THIS_LIBRARY) {
            if (known.name.equals(name)) {
                return known;
            }
        }
        int free = IDS - FREE_IDS_FROM;
        return new SubjectKind(name, FREE_IDS_FROM + (int) Long.remainderUnsigned(Mix64.hash(name), free));
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The frozen id, 0 to 255. */
    public int id() {
        return id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubjectKind kind && name.equals(kind.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
