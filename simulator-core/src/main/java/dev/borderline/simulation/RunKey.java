package dev.borderline.simulation;

import dev.borderline.random.RunKeys;

/**
 * Key of a run's random numbers: the master seed and the number of the replication; never the scenario or arm. So arms meet the
 * same people with the same needs and common random numbers (CRN).
 *
 * @param seed master seed, any value
 * @param replication from 0
 */
public record RunKey(long seed, int replication) {
    public RunKey {
        if (replication < 0) {
            throw new IllegalArgumentException("replication is " + replication + "; it counts from 0");
        }
    }

    /** The first replication of a seed. */
    public static RunKey of(long seed) {
        return new RunKey(seed, 0);
    }

    /** Key of all draws of the run. */
    long drawKey() {
        return RunKeys.runKey(RunKeys.SCHEME_VERSION, seed, replication);
    }
}
