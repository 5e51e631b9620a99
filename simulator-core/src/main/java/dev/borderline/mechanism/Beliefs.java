package dev.borderline.mechanism;

import dev.borderline.model.Input;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;

/** M14. */
public final class Beliefs {
    /** What a scenario sets. */
    public record Params(
            @Input(
                    what = "Pseudo-sessions in the prior belief",
                    unit = "sessions",
                    min = 0.01,
                    max = 1e6,
                    source = "P62")
            double priorWeight,

            @Input(what = "Weight of news against own experience", unit = "1", max = 10, source = "P63")
            double newsWeight,

            @Input(what = "Decay of what was learnt towards the prior", unit = "1/year", max = 100, source = "P64")
            double decayPerYear,

            @Input(what = "Believed over true risk in the prior", unit = "1", max = 100, source = "P65")
            double overstatement,

            @Input(what = "Greatest prior mean", unit = "1", max = 0.99, source = "Q35")
            double priorCap) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("beliefs", Params.class, Beliefs::new);

    private Beliefs(Params params, Wiring wiring) {}
}
