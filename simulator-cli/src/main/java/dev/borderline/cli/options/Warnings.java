package dev.borderline.cli.options;

import dev.borderline.cli.text.Console;
import dev.borderline.experiment.Experiment;
import dev.borderline.scenario.Proportions;
import dev.borderline.scenario.Scenario;
import dev.borderline.yaml.InvalidInput;
import java.util.LinkedHashSet;
import java.util.Set;

/** Warnings before an experiment runs. */
public final class Warnings {
    private Warnings() {}

    /** Tells what is out of proportion at the first or last point of a design, in any arm. */
    public static void tell(Console console, Experiment experiment) {
        int arms = experiment.arms().size();
        int lastPoint = experiment.tasks().cells() / arms - 1;
        Set<String> all = new LinkedHashSet<>();
        for (int arm = 0; arm < arms; arm++) {
            add(all, experiment, 0, arm);
            add(all, experiment, lastPoint, arm);
        }
        all.forEach(warning -> tell(console, warning));
    }

    /** Tells what is out of proportion in a scenario. */
    public static void tell(Console console, Scenario scenario) {
        Proportions.warnings(scenario).forEach(warning -> tell(console, warning));
    }

    private static void tell(Console console, String warning) {
        console.note("warning: " + warning);
    }

    /** A point that is no scenario is told of when it is run. */
    private static void add(Set<String> all, Experiment experiment, int point, int arm) {
        try {
            all.addAll(Proportions.warnings(experiment.scenario(point, arm)));
        } catch (InvalidInput refused) {
            // nothing to warn of: it does not run
        }
    }
}
