package example;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Progress;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Factor;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs on an executor of one's own, with progress and a way to cancel. */
public class ManyRuns {
    public static void main(String[] args) throws IOException {
        Scenario base = Scenarios.named("tightening-2015")
                .with("population.resettled_refugees", 3000)
                .with(new SimulatedPeriod(LocalDate.of(2012, 1, 1), LocalDate.of(2014, 1, 1)));
        AtomicBoolean cancelled = new AtomicBoolean();

        // snippet: executor and progress
        Design levels = Design.grid(List.of(Factor.of("levers.surveillance.coverage", 0.05, 0.1, 0.2)));
        Experiment experiment = new Experiment(base, levels, List.of(Arm.base()), 4, 42, List.of("arrests"));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try (RunStore store = new MemoryStore(experiment.tasks())) {
            Progress end = Runner.of(experiment, store)
                    .executor(pool, 2)
                    .onProgress(progress -> cancelled.compareAndSet(false, progress.done() >= 9))
                    .cancelWhen(cancelled::get)
                    .run();
            System.out.println("cancelled at the ninth run or the one after: " + (end.done() >= 9 && end.done() <= 10));

            Runner.of(experiment, store).executor(pool, 2).run(); // makes what is missing
            store.forEach(run -> System.out.println(describe((FinishedRun) run)));
        } finally {
            pool.shutdown();
        }
        // end
    }

    private static String describe(FinishedRun run) {
        double arrests = run.value(run.layout().index("arrests"));
        return "point " + run.task().point() + ", replication " + run.task().replication() + ": "
                + Math.round(arrests) + " arrests";
    }
}
