package dev.borderline.simulation;

import dev.borderline.random.QuantileTable;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Quantile tables made so far, for simulations to share: one takes some milliseconds and 213 KB. Keeps at most {@value #KEPT_MAX}, enough
 * for the members that commands answer over, and fewer where memory is short. Thread-safe.
 */
final class QuantileTables {
    private static final int KEPT_MAX = 160;

    private final Map<Law, SoftReference<QuantileTable>> kept = new ConcurrentHashMap<>();

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
        AtomicReference<@Nullable QuantileTable> table = new AtomicReference<>();
        kept.compute(law, (same, known) -> {
            QuantileTable still = known == null ? null : known.get();
            table.set(still == null ? make.get() : still);
            return still == null ? new SoftReference<>(table.get()) : known;
        });
        return Objects.requireNonNull(table.get());
    }
}
