package dev.borderline.scenario;

import java.util.List;

/** Design of a sweep, which chooses points from its factors; {@code experiment.Design} says of each what it is. Immutable. */
public sealed interface SweepDesign {
    /** Words of sweep files. */
    String GRID = "grid";

    String ONE_AT_A_TIME = "one_at_a_time";
    String LIST = "list";
    String LHS = "lhs";
    String SOBOL = "sobol";
    String SALTELLI = "saltelli";
    String MORRIS = "morris";

    /** One of those words. */
    String kind();

    /** Number of points; a real number, since it may be too large for a whole one. */
    double size(List<Factor> factors);

    /** Every combination of values. */
    record Grid() implements SweepDesign {
        @Override
        public String kind() {
            return GRID;
        }

        @Override
        public double size(List<Factor> factors) {
            double size = 1;
            for (Factor factor : factors) {
                size *= factor.values().size();
            }
            return size;
        }
    }

    /** The scenario as it is, then each factor over its values alone. */
    record OneAtATime() implements SweepDesign {
        @Override
        public String kind() {
            return ONE_AT_A_TIME;
        }

        @Override
        public double size(List<Factor> factors) {
            double size = 1;
            for (Factor factor : factors) {
                size += Math.max(2, factor.values().size());
            }
            return size;
        }
    }

    /**
     * Points from a table.
     *
     * @param points a value for each factor, in their order
     */
    record Listed(List<List<Double>> points) implements SweepDesign {
        public Listed {
            points = points.stream().map(List::copyOf).toList();
        }

        @Override
        public String kind() {
            return LIST;
        }

        @Override
        public double size(List<Factor> factors) {
            return points.size();
        }
    }

    /**
     * A Latin hypercube.
     *
     * @param points number of points
     * @param candidates hypercubes to choose from; 0 for the usual number
     */
    record Lhs(int points, int candidates) implements SweepDesign {
        @Override
        public String kind() {
            return LHS;
        }

        @Override
        public double size(List<Factor> factors) {
            return points;
        }
    }

    /**
     * Sobol' points.
     *
     * @param points number of points
     * @param scramble whether they are scrambled
     */
    record Sobol(int points, boolean scramble) implements SweepDesign {
        @Override
        public String kind() {
            return SOBOL;
        }

        @Override
        public double size(List<Factor> factors) {
            return points;
        }
    }

    /**
     * Saltelli's design.
     *
     * @param basePoints rows of the two base matrices
     * @param secondOrder whether effects of pairs are asked for
     * @param scramble whether the base points, from Sobol's sequence, are scrambled
     * @param independent whether they are independent draws instead
     */
    record Saltelli(int basePoints, boolean secondOrder, boolean scramble, boolean independent) implements SweepDesign {
        @Override
        public String kind() {
            return SALTELLI;
        }

        @Override
        public double size(List<Factor> factors) {
            return basePoints * ((secondOrder ? 2.0 : 1.0) * factors.size() + 2);
        }
    }

    /**
     * Morris' design.
     *
     * @param trajectories number of walks
     * @param levels places of each factor, an even number
     */
    record Morris(int trajectories, int levels) implements SweepDesign {
        @Override
        public String kind() {
            return MORRIS;
        }

        @Override
        public double size(List<Factor> factors) {
            return trajectories * (factors.size() + 1.0);
        }
    }
}
