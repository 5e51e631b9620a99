package dev.borderline.random;

/**
 * Key of one run: a hash of scheme version, master seed and replication, never of the arm. So the arms of a replication share
 * every draw.
 */
public final class RunKeys {
    private static final long DESIGN = Mix64.hash("design");
    private static final long CELL = Mix64.hash("cell");

    /** The version of the scheme: counter layout, mixers, ids and samplers. Raise it when any of them changes. */
    public static final int SCHEME_VERSION = 1;

    private RunKeys() {}

    /**
     * The key of a replication. With one version and seed, two replications never share a key, because {@link
     * Mix64#combine} is bijective in its second argument.
     *
     * @param replication 0 or more
     */
    public static long runKey(int schemeVersion, long masterSeed, int replication) {
        if (replication < 0) {
            throw new IllegalArgumentException("replication is " + replication + "; it must be 0 or more");
        }
        return Mix64.combine(Mix64.combine(schemeVersion, masterSeed), replication);
    }

    /**
     * The key of the points of a design. With one version and seed it is the key of no replication: those combine the same
     * value with numbers below 2^31.
     */
    public static long designKey(int schemeVersion, long masterSeed) {
        return Mix64.combine(Mix64.combine(schemeVersion, masterSeed), DESIGN);
    }

    /**
     * The seed of one cell of an experiment whose cells have random numbers of their own. Of its design point and arm, by the arm's name,
     * so that another arm moves nobody's draws.
     */
    public static long cellSeed(long masterSeed, int point, String arm) {
        return Mix64.combine(Mix64.combine(Mix64.combine(masterSeed, CELL), point), Mix64.hash(arm));
    }
}
