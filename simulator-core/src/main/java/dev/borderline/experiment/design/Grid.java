package dev.borderline.experiment.design;

import dev.borderline.scenario.Factor;
import dev.borderline.scenario.Range;
import dev.borderline.scenario.SweepDesign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** All combinations of the values of some factors, the first factor slowest. */
final class Grid implements Design {
    private final List<String> factors;
    private final List<List<Double>> levels;
    private final int size;

    Grid(Map<String, List<Double>> levelsByFactor) {
        factors = List.copyOf(levelsByFactor.keySet());
        levels = levelsByFactor.values().stream().map(List::copyOf).toList();
        int combinations = 1;
        for (int i = 0; i < factors.size(); i++) {
            check(factors.get(i), levels.get(i));
            combinations = Math.multiplyExact(combinations, levels.get(i).size());
        }
        size = combinations;
    }

    private static void check(String factor, List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(factor + " has no values to try");
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException(factor + " has a value twice: " + values);
        }
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
