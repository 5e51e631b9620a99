package dev.borderline.observe;

import dev.borderline.model.Calls;

/**
 * A call over a neighbour's network at one moment.
 *
 * @param household whose need it is, by place in the columns
 * @param need number of the need
 * @param zone name of the zone in which it takes place
 * @param remote whether at a remote place
 * @param brokered whether on a broker's handset
 * @param minutes length if nobody cuts it off
 * @param tries attempts made so far
 * @param connected whether it is in progress, or was until now
 * @param cutOff whether an officer has cut it off
 */
public record CallFacts(
        int household,
        int need,
        String zone,
        boolean remote,
        boolean brokered,
        double minutes,
        int tries,
        boolean connected,
        boolean cutOff) {
    /** Reads a slot in use; {@code zone} is the name of its zone. */
    public static CallFacts of(Calls calls, int slot, String zone) {
        return new CallFacts(
                calls.household(slot),
                calls.need(slot),
                zone,
                calls.remote(slot),
                calls.brokered(slot),
                calls.minutes(slot),
                calls.tries(slot),
                calls.startedAt(slot) >= 0,
                calls.cutOff(slot));
    }
}
