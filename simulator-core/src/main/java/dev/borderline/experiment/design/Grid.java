package dev.borderline.experiment.design;

import dev.borderline.scenario.Factor;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.SweepDesign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** All combinations of the values of some factors, the first factor slowest. */
final class Grid implements Design {
    private final List<String> factors;
    private final List<List<Double>> levels;
    private final int size;

    Grid(List<Factor> varied) {
        factors = varied.stream().map(Factor::path).toList();
        levels = varied.stream().map(Factor::values).toList();
        if (new HashSet<>(factors).size() < factors.size()) {
            throw new IllegalArgumentException("a factor is there twice: " + String.join(", ", factors));
        }
        int combinations = 1;
        for (Factor factor : varied) {
            if (factor.values().isEmpty()) {
                throw new IllegalArgumentException(factor.path() + " has no list of values to try");
            }
            combinations = Math.multiplyExact(combinations, factor.values().size());
        }
        size = combinations;
    }

    @Override
    public List<String> factors() {
        return factors;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public DesignPoint point(int index) {
        Factors.checkIndex(index, size);
        List<Double> values = new ArrayList<>();
        int below = size;
        int rest = index;
        for (List<Double> choices : levels) {
            below /= choices.size();
            values.add(choices.get(rest / below));
            rest %= below;
        }
        return new DesignPoint(index, factors, values);
    }

    @Override
    public DesignInfo info() {
        List<Factor> varied = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            varied.add(new Factor(factors.get(i), Range.values(levels.get(i))));
        }
        return DesignInfo.of(SweepDesign.GRID, varied);
    }
}
