package dev.borderline.observe;

/**
 * Fate of one household over a run.
 *
 * @param id lasting number
 * @param fifth wealth fifth, 0 for the poorest
 * @param contacts completed
 * @param arrests times taken, by any route
 * @param formalCases cases not settled on the spot
 * @param bribes paid in cases of its own
 * @param ticksHeld time held, up to the end of the run
 */
public record Fate(long id, int fifth, int contacts, int arrests, int formalCases, int bribes, long ticksHeld) {}
