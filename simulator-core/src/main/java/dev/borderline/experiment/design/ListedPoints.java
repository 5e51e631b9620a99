package dev.borderline.experiment.design;

import dev.borderline.scenario.Factor;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.SweepDesign;
import java.util.ArrayList;
import java.util.List;

/** Points that somebody chose, in their order. */
final class ListedPoints implements Design {
    private final Factors factors;
    private final List<List<Double>> points;

    ListedPoints(List<String> paths, List<List<Double>> points) {
        this.points = points.stream().map(List::copyOf).toList();
        if (this.points.isEmpty()) {
            throw new IllegalArgumentException("there are no points");
        }
        List<Factor> varied = new ArrayList<>();
        for (int column = 0; column < paths.size(); column++) {
            varied.add(new Factor(paths.get(column), Range.values(distinct(column, paths.size()))));
        }
        factors = new Factors(varied);
    }

    private List<Double> distinct(int column, int columns) {
        for (List<Double> point : points) {
            if (point.size() != columns) {
                throw new IllegalArgumentException(
                        "a point has " + point.size() + " values for " + columns + " factors: " + point);
            }
        }
        return points.stream().map(point -> point.get(column)).distinct().toList();
    }

    @Override
    public List<String> factors() {
        return factors.paths();
    }

    @Override
    public int size() {
        return points.size();
    }

    @Override
    public DesignPoint point(int index) {
        Factors.checkIndex(index, size());
        return new DesignPoint(index, factors.paths(), points.get(index));
    }

    @Override
    public DesignInfo info() {
        return DesignInfo.of(SweepDesign.LIST, factors.all());
    }
}
