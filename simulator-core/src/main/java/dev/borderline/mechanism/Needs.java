package dev.borderline.mechanism;

import dev.borderline.model.Input;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;

/** M03. */
public final class Needs {
    /** What a scenario sets. */
    public record Params(
            @Input(what = "Mean need rate over households", unit = "1/year", min = 0, max = 100, source = "P74")
            double rateMeanPerYear,

            @Input(what = "Gamma shape of need rates over households", unit = "1", min = 0.05, max = 50, source = "P75")
            double rateShape,

            @Input(
                    what = "Mean money value of one completed contact",
                    unit = "USD",
                    min = 0.01,
                    max = 1e6,
                    source = "P16")
            double valueMeanUsd,

            @Input(what = "Log standard deviation of the value of a need", unit = "1", max = 4, source = "P76")
            double valueSigma,

            @Input(what = "Probability that a need is for money", unit = "1", max = 1, source = "P77")
            double moneyProbability) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("needs", Params.class, Needs::new);

    private Needs(Params params, Wiring wiring) {}
}
