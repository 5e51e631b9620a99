package dev.borderline.experiment.design;

import java.util.OptionalLong;

/** Source of points: Sobol's sequence, as it is or scrambled, or independent draws; and the seed. Immutable. */
public final class Scrambling {
    private final OptionalLong seed;
    private final boolean independent;

    private Scrambling(OptionalLong seed, boolean independent) {
        this.seed = seed;
        this.independent = independent;
    }

    /** The sequence as it is published: the first point is the lower end of every range. */
    public static Scrambling none() {
        return new Scrambling(OptionalLong.empty(), false);
    }

    /** A random digital shift, another for every seed: every point is uniform, and their evenness stays. */
    public static Scrambling seeded(long seed) {
        return new Scrambling(OptionalLong.of(seed), false);
    }

    /** No sequence at all: points that are independent of one another. */
    public static Scrambling independent(long seed) {
        return new Scrambling(OptionalLong.of(seed), true);
    }

    boolean isIndependent() {
        return independent;
    }

    UnitPoints points(int dimensions) {
        if (independent) {
            return IndependentPoints.of(dimensions, seed.orElseThrow());
        }
        return seed.isPresent() ? SobolPoints.shifted(dimensions, seed.getAsLong()) : SobolPoints.plain(dimensions);
    }

    DesignInfo note(DesignInfo info) {
        DesignInfo noted = independent ? info.with("independent", true) : info.with("scramble", seed.isPresent());
        return seed.isPresent() ? noted.with("design_seed", seed.getAsLong()) : noted;
    }
}
