package dev.borderline.experiment.explain;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.observe.Diary;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.ControllerFactory;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.List;

/**
 * One of two worlds that a household is followed through.
 *
 * @param name of the arm or scenario
 * @param scenario as it is run
 * @param controllers at work in it
 */
public record World(String name, Scenario scenario, List<ControllerFactory> controllers) {
    public World {
        controllers = List.copyOf(controllers);
    }

    /** A scenario under its own name. */
    public static World of(Scenario scenario) {
        return new World(scenario.name(), scenario, List.of());
    }

    /** An arm of an experiment at a point. */
    public static World of(Experiment experiment, int point, int arm) {
        Arm one = experiment.arms().get(arm);
        String name = experiment.design().size() == 1 ? one.name() : point + "/" + one.name();
        return new World(name, experiment.scenario(point, arm), one.controllers());
    }

    /** This world with another scenario. */
    World with(Scenario other) {
        return new World(name, other, controllers);
    }

    /** The diary of a household over the whole run. */
    public Diary diary(long household, RunKey key) {
        Diary diary = new Diary(household);
        simulation().run(key, diary);
        return diary;
    }

    /** The diary of a household up to the end of a day. */
    Diary diaryUntil(long household, RunKey key, LocalDate day) {
        Diary diary = new Diary(household);
        RunInProgress run = simulation().start(key, diary);
        run.runUntil(day.plusDays(1));
        return diary;
    }

    /** Made ready to run. */
    public Simulation simulation() {
        return Simulation.of(scenario).with(controllers.toArray(new ControllerFactory[0]));
    }
}
