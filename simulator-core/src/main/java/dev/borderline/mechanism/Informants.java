package dev.borderline.mechanism;

import dev.borderline.model.Input;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;

/** M06. */
public final class Informants {
    /** What a scenario sets. */
    public record Params(
            @Input(
                    what = "Rate at which informants expose a household that called within a year",
                    unit = "1/year",
                    max = 1000,
                    source = "P34",
                    lever = "surveillance.informants_per_year")
            double informantsPerYear,

            @Input(
                    what = "Time after a call during which informants can expose the household",
                    unit = "days",
                    min = 1,
                    max = 3650,
                    source = "Q21")
            double exposureDays,

            @Input(
                    what = "Call sessions per contacting pair, over which the informant risk is spread in beliefs",
                    unit = "1/year",
                    min = 0.1,
                    max = 100,
                    source = "P14")
            double sessionsPerYear) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("informants", Params.class, Informants::new);

    private Informants(Params params, Wiring wiring) {}
}
