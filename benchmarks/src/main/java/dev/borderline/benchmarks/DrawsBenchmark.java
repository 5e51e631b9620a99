package dev.borderline.benchmarks;

import dev.borderline.random.Draws;
import dev.borderline.random.QuantileTable;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import umontreal.ssj.probdist.GammaDist;
import umontreal.ssj.probdist.NormalDist;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;

/** One variate: ours is addressed and without state, SSJ's comes from its usual stream; both by inversion. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DrawsBenchmark {
    private static final double SHAPE = 2.5;

    @Param({Engine.OURS, "ssj"})
    String peer = "";

    @Param({"uniform", "exponential", "normal", "gamma"})
    String law = "";

    private DoubleSupplier variate = () -> 0;
    private int occurrence;

    /** Chooses the sampler. */
    @Setup
    public void choose() {
        variate = peer.equals(Engine.OURS) ? ours() : ssj();
    }

    private DoubleSupplier ours() {
        Draws draws =
                Draws.of(RunKeys.runKey(RunKeys.SCHEME_VERSION, 42, 0), "benchmark.variate", SubjectKind.HOUSEHOLD);
        QuantileTable gamma = QuantileTable.gamma(SHAPE);
        return switch (law) {
            case "uniform" -> () -> draws.uniform(7, occurrence++);
            case "exponential" -> () -> draws.exponential(7, occurrence++);
            case "normal" -> () -> draws.normal(7, occurrence++);
            case "gamma" -> () -> gamma.value(draws.uniform(7, occurrence++));
            default -> throw new IllegalArgumentException("no such law: " + law);
        };
    }

    private DoubleSupplier ssj() {
        RandomStream stream = new MRG32k3a();
        GammaDist gamma = new GammaDist(SHAPE);
        return switch (law) {
            case "uniform" -> stream::nextDouble;
            case "exponential" -> () -> -Math.log1p(-stream.nextDouble());
            case "normal" -> () -> NormalDist.inverseF01(stream.nextDouble());
            case "gamma" -> () -> gamma.inverseF(stream.nextDouble());
            default -> throw new IllegalArgumentException("no such law: " + law);
        };
    }

    /** Draws once. */
    @Benchmark
    public double draw() {
        return variate.getAsDouble();
    }
}
