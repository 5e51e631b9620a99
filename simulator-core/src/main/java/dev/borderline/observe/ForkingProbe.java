package dev.borderline.observe;

import dev.borderline.state.Kept;

/**
 * A probe that goes with its run into forks and saved files. It keeps what it heard in the cells and columns it declares; a fork has
 * a fresh one, which is given what this one kept and attached before anything goes on.
 */
public interface ForkingProbe extends Probe, Kept {
    /** Another of the same settings that has heard nothing. */
    ForkingProbe fresh();
}
