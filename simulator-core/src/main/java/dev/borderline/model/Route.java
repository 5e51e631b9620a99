package dev.borderline.model;

/**
 * A way of being arrested. Its lane keeps its draws apart from those of other routes, so it is frozen once a route exists.
 *
 * @param name snake_case
 * @param lane 0 to 31, unique; those of the model are below 16
 * @param byCall whether it begins with a session
 */
public record Route(String name, int lane, boolean byCall) {
    /** Draws that a case may make at one site, stage by stage. */
    static final int STAGES = 8;

    private static final int LANES = 32;

    /** Reached by a team during the session. */
    public static final Route CAUGHT_IN_CALL = new Route("caught_in_call", 0, true);

    /** Identified after a located session. */
    public static final Route IDENTIFIED = new Route("identified", 1, true);

    /** Exposed by an informant. */
    public static final Route INFORMED_ON = new Route("informed_on", 2, true);

    /** Found with a handset in a stop. */
    public static final Route STOPPED = new Route("stopped", 3, false);

    /** Framed after a fruitless stop. */
    public static final Route FRAMED = new Route("framed", 4, false);

    /** Stopped while crossing the border. */
    public static final Route STOPPED_AT_BORDER = new Route("stopped_at_border", 5, false);

    public Route {
        if (lane < 0 || lane >= LANES) {
            throw new IllegalArgumentException("lane of route " + name + " is " + lane + "; allowed are 0 to 31");
        }
    }
}
