package dev.borderline.experiment;

import dev.borderline.experiment.design.Design;
import dev.borderline.scenario.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Factors that go from 0 to 1, so that points are places in the unit cube. */
public final class Cube {
    private Cube() {}

    public static List<Factor> factors(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Factor.linear("x.x" + (i + 1), 0, 1))
                .toList();
    }

    public static List<List<Double>> points(Design design) {
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < design.size(); i++) {
            points.add(design.point(i).values());
        }
        return points;
    }

    public static double[] column(Design design, int factor) {
        return points(design).stream().mapToDouble(point -> point.get(factor)).toArray();
    }
}
