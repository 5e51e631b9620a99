package dev.borderline.mechanism;

import dev.borderline.model.Input;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;

/** M10. */
public final class Brokers {
    /** What a scenario sets. */
    public record Params(
            @Input(what = "Fee of a brokered call", unit = "USD", max = 1e5, source = "P25")
            double feeUsd,

            @Input(what = "Chance that the client is taken with the broker", unit = "1", max = 1, source = "P86")
            double clientTakenProbability,

            @Input(
                    what = "Stake of a broker over that of a household of the same income",
                    unit = "1",
                    max = 100,
                    source = "Q17")
            double stakeMultiple) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("brokers", Params.class, Brokers::new);

    private Brokers(Params params, Wiring wiring) {}
}
