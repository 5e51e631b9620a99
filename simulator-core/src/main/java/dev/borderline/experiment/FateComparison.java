package dev.borderline.experiment;

import dev.borderline.model.Catalog;
import dev.borderline.observe.FateDifference;
import dev.borderline.observe.Fates;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * How many households meet another fate in an arm than in the base, replication by replication. Found by running both once more
 * and listening: nothing about single households is stored anywhere. Holds the fates of two runs at a time.
 */
public final class FateComparison {
    private FateComparison() {}

    /**
     * The fates of one arm.
     *
     * @param arm name of the arm
     * @param replications differences from the base, by replication
     */
    public record OfArm(String arm, List<FateDifference> replications) {
        public OfArm {
            replications = List.copyOf(replications);
        }
    }

    /** The first {@code replications} of each arm against those of the base, at the first design point. */
    public static List<OfArm> of(Experiment experiment, int replications) {
        List<Listened> arms = new ArrayList<>();
        List<List<FateDifference>> differences = new ArrayList<>();
        for (int arm = 0; arm < experiment.arms().size(); arm++) {
            arms.add(new Listened(experiment.scenario(0, arm)));
            differences.add(new ArrayList<>());
        }
        for (int replication = 0; replication < replications; replication++) {
            Fates ofBase = arms.get(0).run(experiment.key(new Task(0, 0, replication)));
            for (int arm = 1; arm < arms.size(); arm++) {
                Fates ofArm = arms.get(arm).run(experiment.key(new Task(0, arm, replication)));
                differences.get(arm).add(ofBase.differenceFrom(ofArm));
            }
        }
        List<OfArm> all = new ArrayList<>();
        for (int arm = 1; arm < arms.size(); arm++) {
            all.add(new OfArm(experiment.arms().get(arm).name(), differences.get(arm)));
        }
        return all;
    }

    /** A scenario whose households are followed. */
    private static final class Listened {
        private final List<Fates> heard = new ArrayList<>();
        private final Simulation simulation;

        private Listened(Scenario scenario) {
            Catalog listening = scenario.catalog().with(Fates.listener(heard::add));
            simulation = Simulation.of(scenario.with(listening));
        }

        private Fates run(RunKey key) {
            heard.clear();
            simulation.run(key);
            return heard.remove(0);
        }
    }
}
