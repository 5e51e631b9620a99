package dev.borderline.experiment.compare;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.Task;
import dev.borderline.observe.Fates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers of households that meet another fate in an arm than in the base, replication by replication. Found by running both once
 * more and listening: nothing about single households is stored anywhere. Holds the fates of two runs at a time.
 */
public final class FateComparison {
    private FateComparison() {}

    /**
     * The fates of one arm.
     *
     * @param arm name of the arm
     * @param replications differences from the base, by replication
     */
    public record OfArm(String arm, List<Fates.Difference> replications) {
        public OfArm {
            replications = List.copyOf(replications);
        }
    }

    /** The first {@code replications} of each arm against those of the base, at the first design point. */
    public static List<OfArm> of(Experiment experiment, int replications) {
        return of(experiment, IntStream.range(0, replications).boxed().toList());
    }

    /** These replications of each arm against those of the base, at the first design point. */
    public static List<OfArm> of(Experiment experiment, List<Integer> replications) {
        List<List<Fates.Difference>> differences = new ArrayList<>();
        for (int arm = 0; arm < experiment.arms().size(); arm++) {
            differences.add(new ArrayList<>());
        }
        for (int replication : replications) {
            Fates ofBase = fates(experiment, new Task(0, 0, replication));
            for (int arm = 1; arm < experiment.arms().size(); arm++) {
                Fates ofArm = fates(experiment, new Task(0, arm, replication));
                differences.get(arm).add(ofBase.differenceFrom(ofArm));
            }
        }
        List<OfArm> all = new ArrayList<>();
        for (int arm = 1; arm < experiment.arms().size(); arm++) {
            all.add(new OfArm(experiment.arms().get(arm).name(), differences.get(arm)));
        }
        return all;
    }

    private static Fates fates(Experiment experiment, Task task) {
        Fates fates = new Fates();
        experiment.simulation(task).run(experiment.key(task), fates);
        return fates;
    }
}
