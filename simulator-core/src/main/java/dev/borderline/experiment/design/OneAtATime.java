package dev.borderline.experiment.design;

import dev.borderline.scenario.Factor;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.SweepDesign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * First a base point, then each factor over its values with the others at the base. Values of a list in its order, else the two
 * ends of the range; the value that the base has is not run twice.
 */
final class OneAtATime implements Design {
    private final Factors factors;
    private final List<Double> base;
    private final List<Step> steps = new ArrayList<>();

    /** One factor at one value. */
    private record Step(int factor, double value) {}

    OneAtATime(List<Factor> varied, Map<String, Double> values) {
        factors = new Factors(varied);
        Map<String, Double> at = new TreeMap<>(values);
        base = factors.paths().stream().map(path -> baseOf(path, at)).toList();
        for (int factor = 0; factor < factors.count(); factor++) {
            for (double value : tried(factors.all().get(factor).range())) {
                if (value != base.get(factor)) {
                    steps.add(new Step(factor, value));
                }
            }
        }
    }

    private static double baseOf(String path, Map<String, Double> values) {
        Double value = values.get(path);
        if (value == null) {
            throw new IllegalArgumentException("the base has no value of " + path);
        }
        return value;
    }

    private static List<Double> tried(Range range) {
        return range instanceof Range.Values list ? list.values() : range.ends();
    }

    @Override
    public List<String> factors() {
        return factors.paths();
    }

    @Override
    public int size() {
        return 1 + steps.size();
    }

    @Override
    public DesignPoint point(int index) {
        Factors.checkIndex(index, size());
        List<Double> values = new ArrayList<>(base);
        if (index > 0) {
            Step step = steps.get(index - 1);
            values.set(step.factor(), step.value());
        }
        return new DesignPoint(index, factors.paths(), values);
    }

    @Override
    public List<String> roleNames() {
        return List.of("moved");
    }

    /** Path of the factor that is not at the base; empty for the base itself. */
    @Override
    public List<String> roles(int index) {
        Factors.checkIndex(index, size());
        return List.of(
                index == 0 ? "" : factors.paths().get(steps.get(index - 1).factor()));
    }

    @Override
    public DesignInfo info() {
        return DesignInfo.of(SweepDesign.ONE_AT_A_TIME, factors.all());
    }
}
