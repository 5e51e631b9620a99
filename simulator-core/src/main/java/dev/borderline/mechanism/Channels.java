package dev.borderline.mechanism;

import dev.borderline.model.Input;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;

/** M01. */
public final class Channels {
    /** What a scenario sets. */
    public record Params(
            @Input(
                    what = "Chance that an attempt on a domestic line does not leave the country",
                    unit = "1",
                    max = 1,
                    source = "Q12",
                    lever = "network.domestic_blocked")
            double domesticBlocked) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("channels", Params.class, Channels::new);

    private Channels(Params params, Wiring wiring) {}
}
