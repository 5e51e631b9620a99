package dev.borderline.mechanism;

import dev.borderline.model.Input;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;

/** M06. */
public final class Detection {
    /** What a scenario sets. */
    public record Params(
            @Input(
                    what = "Share of air time that is listened to",
                    unit = "1",
                    max = 1,
                    source = "P30",
                    lever = "surveillance.coverage")
            double coverage,

            @Input(
                    what = "Hazard of being located while listened to",
                    unit = "1/min",
                    max = 60,
                    source = "P31",
                    lever = "surveillance.locate_rate_per_minute")
            double locateRatePerMinute,

            @Input(
                    what = "Time on air before a session can be located",
                    unit = "min",
                    max = 60,
                    source = "P32",
                    lever = "surveillance.latency_minutes")
            double latencyMinutes,

            @Input(
                    what = "Chance that a located caller who is not reached is identified later, before pseudonyms",
                    unit = "1",
                    max = 1,
                    source = "P81",
                    lever = "surveillance.identify_probability")
            double identifyProbability,

            @Input(what = "Factor of pseudonyms on later identification", unit = "1", max = 1, source = "P80")
            double pseudonymFactor,

            @Input(
                    what = "Mean time from a located session to identification",
                    unit = "days",
                    min = 0.01,
                    max = 365,
                    source = "Q20")
            double identificationDaysMean) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("detection", Params.class, Detection::new);

    private Detection(Params params, Wiring wiring) {}
}
