package dev.borderline.simulation;

import dev.borderline.random.QuantileTable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Quantile tables made so far, for simulations to share: one takes tens of milliseconds and 213 KB. Keeps at most {@value
 * #KEPT_MAX}, so that a design that varies a shape does not fill the memory. Thread-safe.
 */
final class QuantileTables {
    private static final int KEPT_MAX = 64;

    private final Map<Law, QuantileTable> kept = new ConcurrentHashMap<>();

    private record Law(String family, double first, double second) {}

    /** The beta law. */
    QuantileTable beta(double alpha, double beta) {
        return table(new Law("beta", alpha, beta), () -> QuantileTable.beta(alpha, beta));
    }

    /** The gamma law of mean 1. */
    QuantileTable gammaOfMeanOne(double shape) {
        return table(new Law("gamma", shape, 1 / shape), () -> QuantileTable.gammaOfMeanOne(shape));
    }

    private QuantileTable table(Law law, Supplier<QuantileTable> make) {
        if (kept.size() >= KEPT_MAX && !kept.containsKey(law)) {
            kept.clear();
        }
        return kept.computeIfAbsent(law, absent -> make.get());
    }
}
