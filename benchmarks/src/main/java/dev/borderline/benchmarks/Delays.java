package dev.borderline.benchmarks;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * One table of 65,536 variates of mean about 2^30 ticks, the same for all peers. So none is charged for sampling. The variates
 * are the law's quantiles at equal steps, shuffled: the table has the law's moments.
 */
public final class Delays {
    /** Ticks that stand for the mean. */
    public static final long MEAN_TICKS = 1L << 30;

    private static final int SIZE = 65_536;
    private static final int MASK = SIZE - 1;

    private final long[] ticks = new long[SIZE];
    private int next;

    private Delays(DoubleUnaryOperator quantile) {
        for (int i = 0; i < SIZE; i++) {
            ticks[i] = (long) (quantile.applyAsDouble((i + 0.5) / SIZE) * MEAN_TICKS);
        }
        SplittableRandom random = new SplittableRandom(20_261_123);
        for (int i = SIZE - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            long swapped = ticks[i];
            ticks[i] = ticks[j];
            ticks[j] = swapped;
        }
    }

    /** The laws by which agendas are compared; Rönngren and Ayani (1997) use most of them. */
    public static Delays of(String law) {
        return switch (law) {
            case "exponential" -> new Delays(u -> -Math.log1p(-u));
            case "uniform" -> new Delays(u -> 2 * u);
            case "bimodal" -> new Delays(u -> u < 0.9 ? u / 9 : 10 * (u - 0.9) / 0.1);
            case "pareto" -> new Delays(u -> (Math.pow(1 - u, -1 / 1.5) - 1) / 2);
            case "grid" -> new Delays(u -> Math.ceil(u * 8) / 4);
            case "equal" -> new Delays(u -> 1);
            case "bursts" -> new Delays(u -> u < 0.99 ? 0 : 100);
            default -> throw new IllegalArgumentException("no such law: " + law);
        };
    }

    /** The next variate, in ticks. */
    public long next() {
        return ticks[next++ & MASK];
    }

    /** The variate at an address, in ticks. */
    public long at(int index) {
        return ticks[index & MASK];
    }
}
