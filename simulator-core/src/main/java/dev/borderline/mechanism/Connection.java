package dev.borderline.mechanism;

import dev.borderline.model.Input;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;

/** M04. */
public final class Connection {
    /** What a scenario sets. */
    public record Params(
            @Input(
                    what = "Chance that an attempt in town fails by jamming",
                    unit = "1",
                    max = 1,
                    source = "P35",
                    lever = "jamming.failure_probability")
            double failureProbability,

            @Input(what = "Tries before a need is jammed out", unit = "tries", min = 1, max = 20, source = "Q18")
            int tries,

            @Input(what = "Time between two tries", unit = "days", min = 0.01, max = 60, source = "Q19")
            double retryDays) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("connection", Params.class, Connection::new);

    private Connection(Params params, Wiring wiring) {}
}
