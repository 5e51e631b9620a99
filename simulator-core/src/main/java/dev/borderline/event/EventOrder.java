package dev.borderline.event;

/**
 * The total order of events: time, then phase, then kind, then subject, then occurrence. Here it is written down; all
 * else compares two numbers.
 *
 * <p>All that follows time is packed into one non-negative long, so that comparing longs compares the four in turn:
 *
 * <pre>
 * order = 0 | phase, 2 bits | kind, 7 bits | subject, 31 bits | occurrence, 23 bits
 * </pre>
 *
 * Kinds of one phase are ordered as they were registered. The order in which events were posted plays no part: two events
 * equal in all five are the same event twice, and may be executed in either order.
 */
final class EventOrder {
    static final int MAX_OCCURRENCE = (1 << 23) - 1;
    static final int MAX_KINDS = 1 << 7;

    private static final int SUBJECT_SHIFT = 23;
    private static final int KIND_SHIFT = SUBJECT_SHIFT + 31;
    private static final int PHASE_SHIFT = KIND_SHIFT + 7;
    private static final int KIND_MASK = MAX_KINDS - 1;

    private EventOrder() {}

    /** The part of the order word that all events of a kind share. */
    @SuppressWarnings("EnumOrdinal") // the order of declaration is what Phase means
    static long prefix(Phase phase, int kind) {
        return (long) phase.ordinal() << PHASE_SHIFT | (long) kind << KIND_SHIFT;
    }

    /** The order word; subject and occurrence must be in range. */
    static long pack(long prefix, int subject, int occurrence) {
        return prefix | (long) subject << SUBJECT_SHIFT | occurrence;
    }

    static int kind(long order) {
        return (int) (order >>> KIND_SHIFT) & KIND_MASK;
    }

    static int subject(long order) {
        return (int) (order >>> SUBJECT_SHIFT) & Integer.MAX_VALUE;
    }

    static int occurrence(long order) {
        return (int) order & MAX_OCCURRENCE;
    }
}
