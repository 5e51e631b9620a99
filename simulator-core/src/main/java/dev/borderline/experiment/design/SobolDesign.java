package dev.borderline.experiment.design;

import dev.borderline.scenario.Factor;
import dev.borderline.scenario.SweepDesign;
import java.util.List;

/** Sobol' points: fill the ranges more evenly than chance, best with a power of two of them. See {@link SobolPoints}. */
final class SobolDesign implements Design {
    private final Factors factors;
    private final int points;
    private final Scrambling scrambling;
    private final UnitPoints sequence;

    SobolDesign(List<Factor> varied, int points, Scrambling scrambling) {
        factors = new Factors(varied);
        if (points < 1) {
            throw new IllegalArgumentException("points is " + points + "; it must be 1 or more");
        }
        this.points = points;
        if (scrambling.isIndependent()) {
            throw new IllegalArgumentException("Sobol' points are not independent");
        }
        this.scrambling = scrambling;
        sequence = scrambling.points(factors.count());
    }

    @Override
    public List<String> factors() {
        return factors.paths();
    }

    @Override
    public int size() {
        return points;
    }

    @Override
    public DesignPoint point(int index) {
        Factors.checkIndex(index, points);
        return factors.at(index, sequence.at(index));
    }

    @Override
    public DesignInfo info() {
        return scrambling.note(DesignInfo.of(SweepDesign.SOBOL, factors.all()).with("points", points));
    }
}
