package dev.borderline.experiment;

import java.util.OptionalLong;

/** Whether Sobol' points are scrambled, and by which seed. Immutable. */
public final class Scrambling {
    private final OptionalLong seed;

    private Scrambling(OptionalLong seed) {
        this.seed = seed;
    }

    /** The sequence as it is published: the first point is the lower end of every range. */
    public static Scrambling none() {
        return new Scrambling(OptionalLong.empty());
    }

    /** A random digital shift, another for every seed: every point is uniform, and their evenness stays. */
    public static Scrambling seeded(long seed) {
        return new Scrambling(OptionalLong.of(seed));
    }

    SobolPoints points(int dimensions) {
        return seed.isPresent() ? SobolPoints.shifted(dimensions, seed.getAsLong()) : SobolPoints.plain(dimensions);
    }

    DesignInfo note(DesignInfo info) {
        DesignInfo noted = info.with("scramble", seed.isPresent());
        return seed.isPresent() ? noted.with("design_seed", seed.getAsLong()) : noted;
    }
}
