package dev.borderline.benchmarks;

import dev.borderline.random.DiscreteTable;
import dev.borderline.random.Draws;
import dev.borderline.random.Inversion;
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
import umontreal.ssj.probdist.BetaDist;
import umontreal.ssj.probdist.DiscreteDistribution;
import umontreal.ssj.probdist.GammaDist;
import umontreal.ssj.probdist.LognormalDist;
import umontreal.ssj.probdist.NormalDist;
import umontreal.ssj.probdist.PoissonDist;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;

/** One variate: ours is addressed and without state, SSJ's comes from its usual stream; both by inversion. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DrawsBenchmark {
    private static final double SHAPE = 2.5;
    private static final double PROBABILITY = 0.3;
    private static final double POISSON_MEAN = 6;
    private static final double[] WEIGHTS = {0.4, 0.35, 0.2, 0.05};
    private static final double[] INDICES = {0, 1, 2, 3};

    @Param({Engine.OURS, "ssj"})
    String peer = "";

    @Param({"uniform", "exponential", "normal", "logNormal", "gamma", "beta", "bernoulli", "categorical", "poisson"})
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
        QuantileTable beta = QuantileTable.beta(1, SHAPE);
        DiscreteTable poisson = DiscreteTable.poisson(POISSON_MEAN);
        return switch (law) {
            case "uniform" -> () -> draws.uniform(7, occurrence++);
            case "exponential" -> () -> draws.exponential(7, occurrence++);
            case "normal" -> () -> draws.normal(7, occurrence++);
            case "logNormal" -> () -> Inversion.logNormal(draws.uniform(7, occurrence++), 1, 1);
            case "gamma" -> () -> gamma.value(draws.uniform(7, occurrence++));
            case "beta" -> () -> beta.value(draws.uniform(7, occurrence++));
            case "bernoulli" -> () -> draws.bernoulli(7, occurrence++, PROBABILITY) ? 1 : 0;
            case "categorical" -> () -> Inversion.categorical(draws.uniform(7, occurrence++), WEIGHTS);
            case "poisson" -> () -> poisson.value(draws.uniform(7, occurrence++));
            default -> throw new IllegalArgumentException("no such law: " + law);
        };
    }

    private DoubleSupplier ssj() {
        RandomStream stream = new MRG32k3a();
        LognormalDist logNormal = new LognormalDist(-0.5, 1); // of mean 1
        GammaDist gamma = new GammaDist(SHAPE);
        BetaDist beta = new BetaDist(1, SHAPE);
        DiscreteDistribution categorical = new DiscreteDistribution(INDICES, WEIGHTS, WEIGHTS.length);
        PoissonDist poisson = new PoissonDist(POISSON_MEAN);
        return switch (law) {
            case "uniform" -> stream::nextDouble;
            case "exponential" -> () -> -Math.log1p(-stream.nextDouble());
            case "normal" -> () -> NormalDist.inverseF01(stream.nextDouble());
            case "logNormal" -> () -> logNormal.inverseF(stream.nextDouble());
            case "gamma" -> () -> gamma.inverseF(stream.nextDouble());
            case "beta" -> () -> beta.inverseF(stream.nextDouble());
            case "bernoulli" -> () -> stream.nextDouble() < PROBABILITY ? 1 : 0;
            case "categorical" -> () -> categorical.inverseF(stream.nextDouble());
            case "poisson" -> () -> poisson.inverseF(stream.nextDouble());
            default -> throw new IllegalArgumentException("no such law: " + law);
        };
    }

    /** Draws once. */
    @Benchmark
    public double draw() {
        return variate.getAsDouble();
    }
}
