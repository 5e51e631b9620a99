package dev.borderline.event;

/** Reason for which a call of {@code runUntil} or {@code runFor} returned. In every case the loop can be run on. */
public enum StopReason {
    /** Every event before the end time was executed; {@code now()} is the end time. */
    END_REACHED,
    /** The number of events asked for was executed. */
    COUNT_REACHED,
    /** Nothing is pending any more, fewer events than asked for were executed. */
    EXHAUSTED,
    /** A handler called {@code requestStop()} or the stop condition held. */
    STOPPED,
    /** The event cap was reached: a guard against models that never end, not a normal way to finish. */
    CAPPED,
    /** The progress listener answered false. */
    CALLED_OFF
}
