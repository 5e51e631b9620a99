package dev.borderline.event;

import java.util.function.IntPredicate;
import java.util.function.LongConsumer;

/**
 * The pending events, taken out in the order of (time, order), both non-negative.
 *
 * <p>Events equal in both are interchangeable and may leave in any order. An event carries a slot, a number the agenda
 * keeps and does not look into. Nothing is returned as an object: {@link #poll} makes an event current, and {@link #time},
 * {@link #order} and {@link #slot} read it until the next call.
 */
interface Agenda {
    /** Adds an event. */
    void add(long time, long order, int slot);

    /** Takes out the earliest event if its time is before {@code endExclusive}; otherwise answers false and changes nothing. */
    boolean poll(long endExclusive);

    /** Time of the event taken out last. */
    long time();

    /** Order word of the event taken out last. */
    long order();

    /** Slot of the event taken out last. */
    int slot();

    /** Number of events held. */
    int size();

    /** Sets who is told of the order words of events that will soon be taken out, in no order. A hint, which an agenda may ignore. */
    default void lookahead(LongConsumer soonDue) {}

    /** Drops every event whose slot satisfies the predicate, in one pass over all events. */
    void removeIf(IntPredicate dropped);
}
