package dev.borderline.experiment.explain;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.Task;
import dev.borderline.observe.Diary;
import dev.borderline.observe.Fates;
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

    /** An arm of an experiment at a point, before any member is asked. */
    public static World of(Experiment experiment, int point, int arm) {
        Arm one = experiment.arms().get(arm);
        String name = experiment.design().size() == 1 ? one.name() : point + "/" + one.name();
        return new World(name, experiment.scenario(point, arm), one.controllers());
    }

    /** World of a run of an experiment: an arm at a point, as the member of that replication has it. */
    public static World of(Experiment experiment, Task run) {
        return of(experiment, run.point(), run.arm()).with(experiment.scenario(run));
    }

    /** This world with another scenario. */
    public World with(Scenario other) {
        return new World(name, other, controllers);
    }

    /** Fates of all households over the whole run. */
    public Fates fates(RunKey key) {
        Fates fates = new Fates();
        simulation().run(key, fates);
        return fates;
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

    /** A household's story here in two sentences: the household, and its life up to the end. */
    public List<String> sentences(Diary diary) {
        return PlainStory.of(this, diary);
    }

    /** Made ready to run. */
    public Simulation simulation() {
        return Simulation.of(scenario).with(controllers.toArray(new ControllerFactory[0]));
    }
}
