package dev.borderline.experiment.design;

import dev.borderline.random.Draws;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import dev.borderline.scenario.Factor;
import dev.borderline.scenario.SweepDesign;
import dev.borderline.text.Numbers;
import java.util.List;

/**
 * Morris' design; what it is stands in {@link MorrisLayout}.
 *
 * <p>Draws: the key of the design; {@code design.morris.level} and {@code design.morris.direction} by factor and trajectory;
 * {@code design.morris.order} by trajectory, one per factor but one.
 */
final class MorrisDesign implements Design {
    private static final List<String> ROLES = List.of("trajectory", "moved", "step");

    private final Factors factors;
    private final int trajectories;
    private final int levels;
    private final long seed;
    private final Draws level;
    private final Draws direction;
    private final Draws order;

    MorrisDesign(List<Factor> varied, int trajectories, int levels, long seed) {
        factors = new Factors(varied);
        if (trajectories < 1) {
            throw new IllegalArgumentException("trajectories is " + trajectories + "; it must be 1 or more");
        }
        if (levels < 2 || levels % 2 != 0) {
            throw new IllegalArgumentException("levels is " + levels + "; it must be even, 2 or more");
        }
        this.trajectories = trajectories;
        this.levels = levels;
        this.seed = seed;
        Math.multiplyExact(trajectories, factors.count() + 1);
        long key = RunKeys.designKey(RunKeys.SCHEME_VERSION, seed);
        level = Draws.of(key, "design.morris.level", SubjectKind.FACTOR);
        direction = Draws.of(key, "design.morris.direction", SubjectKind.FACTOR);
        order = Draws.of(key, "design.morris.order", SubjectKind.FACTOR);
        factors.all().forEach(this::checkMoves);
    }

    /** A step that leaves the value where it was would measure nothing. */
    private void checkMoves(Factor factor) {
        factor.range().stuckAt(levels).ifPresent(value -> {
            throw new IllegalArgumentException(factor.path() + " has the value " + Numbers.exact(value)
                    + " at both ends of a step: its range has too few values for " + levels + " levels");
        });
    }

    private double place(int atLevel) {
        return (double) atLevel / (levels - 1);
    }

    private boolean isUp(int factor, int trajectory) {
        return direction.bernoulli(factor, trajectory, 0.5);
    }

    private int[] order(int trajectory) {
        return Shuffle.of(factors.count(), order, trajectory, 0);
    }

    @Override
    public List<String> factors() {
        return factors.paths();
    }

    @Override
    public int size() {
        return trajectories * (factors.count() + 1);
    }

    @Override
    public DesignPoint point(int index) {
        Factors.checkIndex(index, size());
        int trajectory = index / (factors.count() + 1);
        int stepsDone = index % (factors.count() + 1);
        int[] order = order(trajectory);
        int jump = levels / 2;
        double[] places = new double[factors.count()];
        for (int step = 0; step < order.length; step++) {
            int factor = order[step];
            boolean moved = step < stepsDone;
            boolean high = isUp(factor, trajectory) == moved;
            int low = (int) (level.uniform(factor, trajectory) * jump);
            places[factor] = place(high ? low + jump : low);
        }
        return factors.at(index, places);
    }

    @Override
    public List<String> roleNames() {
        return ROLES;
    }

    /** Trajectory, the path of the factor that moved and by how much of its range. Both empty for the first of a trajectory. */
    @Override
    public List<String> roles(int index) {
        Factors.checkIndex(index, size());
        int trajectory = index / (factors.count() + 1);
        int step = index % (factors.count() + 1);
        if (step == 0) {
            return List.of(Integer.toString(trajectory), "", "");
        }
        int factor = order(trajectory)[step - 1];
        double delta = MorrisLayout.delta(levels);
        return List.of(
                Integer.toString(trajectory),
                factors.paths().get(factor),
                Numbers.file(isUp(factor, trajectory) ? delta : -delta));
    }

    @Override
    public DesignInfo info() {
        return DesignInfo.of(SweepDesign.MORRIS, factors.all())
                .with(MorrisLayout.TRAJECTORIES, trajectories)
                .with(MorrisLayout.LEVELS, levels)
                .with("design_seed", seed);
    }
}
