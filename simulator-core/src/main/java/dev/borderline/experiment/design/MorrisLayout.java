package dev.borderline.experiment.design;

import dev.borderline.scenario.SweepDesign;

/**
 * Layout of Morris' design: the factor that each point moves. Elementary effects are estimated from it (M. D. Morris,
 * Technometrics 33 (1991) 161-174). Immutable.
 *
 * <p>Each factor has p levels, the places 0, 1/(p - 1), ..., 1 of its range; p is even. A trajectory begins at random levels and
 * moves every factor once, in random order, up or down with equal chance by Δ = p / (2 (p - 1)), which is p / 2 levels; so all
 * levels are equally likely. The points of a trajectory, k + 1 for k factors, follow one another.
 */
public final class MorrisLayout {
    static final String TRAJECTORIES = "trajectories";
    static final String LEVELS = "levels";

    private final int trajectories;
    private final int levels;
    private final int[] moved; // by point
    private final boolean[] up;

    private MorrisLayout(Design design, int trajectories, int levels) {
        this.trajectories = trajectories;
        this.levels = levels;
        moved = new int[design.size()];
        up = new boolean[design.size()];
        for (int point = 0; point < moved.length; point++) {
            moved[point] = design.factors().indexOf(design.roles(point).get(1));
            up[point] =
                    moved[point] >= 0 && Double.parseDouble(design.roles(point).get(2)) > 0;
        }
    }

    /** The layout of a design, made or read back from a folder; refuses a design of another kind. */
    public static MorrisLayout of(Design design) {
        DesignInfo info = design.info();
        info.expect(SweepDesign.MORRIS, "an analysis of elementary effects");
        return new MorrisLayout(
                design, Integer.parseInt(info.setting(TRAJECTORIES)), Integer.parseInt(info.setting(LEVELS)));
    }

    static double delta(int levels) {
        return levels / (2.0 * (levels - 1));
    }

    /** Number of walks. */
    public int trajectories() {
        return trajectories;
    }

    /** Places of each factor, p. */
    public int levels() {
        return levels;
    }

    /** Length of a step in shares of the range, Δ. */
    public double delta() {
        return delta(levels);
    }

    /** The factor, from 0, in which a point differs from the one before it. It is -1 for the first of a trajectory. */
    public int moved(int point) {
        return moved[point];
    }

    /** By how much the place of that factor changed: Δ or -Δ; 0 for the first point of a trajectory. */
    public double step(int point) {
        double sign = up[point] ? 1 : -1;
        return moved[point] < 0 ? 0 : sign * delta();
    }
}
