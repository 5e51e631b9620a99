package dev.borderline.mechanism;

import dev.borderline.model.Input;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;

/** M03. */
public final class Knowledge {
    /** What a scenario sets. */
    public record Params(
            @Input(
                    what = "Age of the last contact from which the relative is in the dark",
                    unit = "days",
                    min = 1,
                    max = 36500,
                    source = "Q13")
            double darkAfterDays,

            @Input(
                    what =
                            "Share of pairs in contact in a year, from which ages of last contact at the start are drawn",
                    unit = "1",
                    min = 0.01,
                    max = 1,
                    source = "P12")
            double contactShareAtStart) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("knowledge", Params.class, Knowledge::new);

    private Knowledge(Params params, Wiring wiring) {}
}
