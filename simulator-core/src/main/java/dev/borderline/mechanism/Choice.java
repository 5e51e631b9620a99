package dev.borderline.mechanism;

import dev.borderline.model.Input;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;

/** Choice. */
public final class Choice {
    /** What a scenario sets. */
    public record Params(
            @Input(what = "Time constant of the value of a call", unit = "min", min = 0.01, max = 60, source = "P15")
            double timeConstantMinutes,

            @Input(
                    what = "Length of the reference session that beliefs speak of",
                    unit = "min",
                    min = 0.1,
                    max = 60,
                    source = "Q14")
            double referenceMinutes,

            @Input(what = "Shortest call", unit = "min", min = 0.05, max = 60, source = "Q15")
            double shortestMinutes,

            @Input(what = "Longest call", unit = "min", min = 0.05, max = 240, source = "Q16")
            double longestMinutes) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("choice", Params.class, Choice::new);

    private Choice(Params params, Wiring wiring) {}
}
