package dev.borderline.cli.options;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.design.Design;
import dev.borderline.scenario.Scenario;
import java.util.List;
import picocli.CommandLine.Option;

/** Option of commands that make a run of each of some scenarios: what a sweep refuses, they refuse. */
public final class RunGuard {
    private static final long ANY_SEED = 1;

    @Option(
            names = "--force",
            description = "Begin even where more than " + WorkLimit.LIMIT_WORDS + " events are to be expected.")
    private boolean force;

    /** Refuses a run that would not end in anybody's time, unless it is wished. */
    public void refuseEndless(Scenario scenario) {
        if (!force) {
            Experiment alone = new Experiment(scenario, Design.single(), List.of(Arm.base()), 1, ANY_SEED, List.of());
            new WorkLimit(WorkLimit.LIMIT, 1, false).refuseEndless(alone);
        }
    }
}
