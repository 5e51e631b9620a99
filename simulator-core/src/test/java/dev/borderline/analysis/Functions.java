package dev.borderline.analysis;

import dev.borderline.analysis.sensitivity.SaltelliOutputs;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.apache.commons.rng.UniformRandomProvider;

/** Functions with known indices, and Saltelli's points to try them on. */
public final class Functions {
    private static final double ISHIGAMI_A = 7;
    private static final double ISHIGAMI_B = 0.1;
    private static final double[] G = {0, 1, 4.5, 9, 99, 99, 99, 99};

    private Functions() {}

    /** T. Ishigami, T. Homma (1990), of three numbers from 0 to 1 that stand for -π to π. */
    public static double ishigami(double... unit) {
        double x = angle(unit[0]);
        double y = Math.sin(angle(unit[1]));
        double z = angle(unit[2]);
        return Math.sin(x) + ISHIGAMI_A * y * y + ISHIGAMI_B * z * z * z * z * Math.sin(x);
    }

    private static double angle(double unit) {
        return -Math.PI + 2 * Math.PI * unit;
    }

    /** Sobol's g with a = (0, 1, 4.5, 9, 99, 99, 99, 99); A. Saltelli, I. M. Sobol' (1995). */
    public static double g(double... unit) {
        double product = 1;
        for (int i = 0; i < G.length; i++) {
            product *= (Math.abs(4 * unit[i] - 2) + G[i]) / (1 + G[i]);
        }
        return product;
    }

    /** A source of points in the unit cube. */
    @FunctionalInterface
    public interface Source {
        double[] next();
    }

    /** Sobol's points from the first, which is 0. */
    public static Source sobol(int dimensions) {
        return new SobolSequenceGenerator(dimensions)::nextVector;
    }

    /** Independent points. */
    public static Source random(int dimensions, UniformRandomProvider random) {
        return () -> IntStream.range(0, dimensions)
                .mapToDouble(i -> random.nextDouble())
                .toArray();
    }

    /** The points A, AB_1 ... AB_k, B of each base sample; {@code source} has 2 k dimensions, a first. */
    public static double[][] saltelli(int factors, int bases, Source source) {
        double[][] points = new double[bases * (factors + 2)][];
        int point = 0;
        for (int base = 0; base < bases; base++) {
            double[] both = source.next();
            double[] a = java.util.Arrays.copyOf(both, factors);
            points[point++] = a;
            for (int factor = 0; factor < factors; factor++) {
                double[] mixed = a.clone();
                mixed[factor] = both[factors + factor];
                points[point++] = mixed;
            }
            points[point++] = java.util.Arrays.copyOfRange(both, factors, 2 * factors);
        }
        return points;
    }

    /** The outputs of a function without chance at those points. */
    public static SaltelliOutputs outputs(int factors, int bases, Source source, ToDoubleFunction<double[]> function) {
        double[][] points = saltelli(factors, bases, source);
        double[] values = new double[points.length];
        for (int point = 0; point < values.length; point++) {
            values[point] = function.applyAsDouble(points[point]);
        }
        return SaltelliOutputs.of(factors, values);
    }
}
