package dev.borderline.cli.crate;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Inputs of the runs of a folder, as property values of the action that made them. The scenarios stand whole in the manifest. */
final class CrateInputs {
    private final List<Input> inputs = new ArrayList<>();

    private CrateInputs() {}

    /**
     * One input.
     *
     * @param id of its entity
     * @param name such as a lever's path
     * @param value in the words of a sweep file
     */
    record Input(String id, String name, String value) {}

    static List<Input> of(Sweep sweep) {
        CrateInputs inputs = new CrateInputs();
        Experiment experiment = sweep.experiment();
        inputs.add("scenario", experiment.base().name());
        inputs.add("scenario_sha256", experiment.base().sha256());
        inputs.add("experiment_sha256", experiment.sha256());
        inputs.add("arms", experiment.arms().stream().map(Arm::name).collect(Collectors.joining(", ")));
        inputs.add("design", experiment.design().info().kind());
        inputs.add("points", Integer.toString(experiment.design().size()));
        for (String factor : experiment.design().factors()) {
            inputs.add(factor, experiment.design().info().ranges().getOrDefault(factor, "as design.csv lists"));
        }
        experiment.members().ifPresent(members -> inputs.add("members", Integer.toString(members.count())));
        inputs.add("replications", Integer.toString(experiment.replications()));
        inputs.add("seed", Long.toString(experiment.seed()));
        return inputs.inputs;
    }

    private void add(String name, String value) {
        inputs.add(new Input("#in-" + name, name, value));
    }
}
