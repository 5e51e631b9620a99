package dev.borderline.experiment.design;

import dev.borderline.random.Draws;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;

/**
 * Independent points, uniform in the open unit cube: less even than Sobol's, but of them intervals cover as they say.
 *
 * <p>Draws: the key of the design, {@code design.independent}, by dimension and point.
 */
record IndependentPoints(int dimensions, Draws draws) implements UnitPoints {
    static IndependentPoints of(int dimensions, long seed) {
        long key = RunKeys.designKey(RunKeys.SCHEME_VERSION, seed);
        return new IndependentPoints(dimensions, Draws.of(key, "design.independent", SubjectKind.FACTOR));
    }

    @Override
    public double[] at(int index) {
        double[] place = new double[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            place[dimension] = draws.uniform(dimension, index);
        }
        return place;
    }
}
