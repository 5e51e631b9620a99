package dev.borderline.mechanism;

import dev.borderline.model.Input;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;

/** M07. */
public final class Teams {
    /** What a scenario sets. */
    public record Params(
            @Input(
                    what = "Response teams per border zone",
                    unit = "teams",
                    max = 1e6,
                    source = "P82",
                    lever = "surveillance.teams")
            double teams,

            @Input(
                    what = "Chance that a free team reaches a located caller, at the reference number of teams",
                    unit = "1",
                    max = 1,
                    source = "P33",
                    lever = "surveillance.reach_probability")
            double reachProbability,

            @Input(
                    what = "Number of teams at which the reach probability holds as given",
                    unit = "teams",
                    min = 0.1,
                    max = 1e6,
                    source = "P82")
            double referenceTeams,

            @Input(what = "Mean time a pursuit holds a team", unit = "hours", min = 0.001, max = 1e4, source = "P83")
            double pursuitHoursMean,

            @Input(what = "Log standard deviation of that time", unit = "1", max = 3, source = "Q22")
            double pursuitSigma) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("teams", Params.class, Teams::new);

    private Teams(Params params, Wiring wiring) {}
}
