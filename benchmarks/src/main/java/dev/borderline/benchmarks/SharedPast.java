package dev.borderline.benchmarks;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunSnapshot;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Price of a shared past, in processor time of one thread. Ten arms that part on 2012-01-01 of 2009 to 2015, in runs of one arm
 * made alone in turn with them; and the size of a snapshot and the times to take it and to go on from it. Medians.
 */
public final class SharedPast {
    private static final int ARMS = 10;
    private static final LocalDate PARTING = LocalDate.of(2012, 1, 1);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private SharedPast() {}

    /** Prints the figures of {@code args[0]} rounds, 7 unless given. */
    public static void main(String[] args) throws IOException {
        int rounds = args.length == 0 ? 7 : Integer.parseInt(args[0]);
        Scenario base = Scenarios.named("tightening-2015");
        List<Arm> arms = new ArrayList<>();
        for (int arm = 0; arm < ARMS; arm++) {
            arms.add(Arm.of(Policy.of("arm-" + arm, Move.set(PARTING, "surveillance.coverage", 0.03 + 0.01 * arm))));
        }
        Experiment ten = new Experiment(base, Design.single(), arms, 1, 42, List.of());
        double[] ratios = new double[rounds];
        for (int round = -1; round < rounds; round++) { // the first warms up
            double alone = nanos(ten, true) / ARMS;
            double shared = nanos(ten, false);
            ratios[Math.max(round, 0)] = shared / alone;
        }
        System.out.printf("ten arms that share their past: %.2f runs%n", median(ratios));
        snapshots(Simulation.of(base), rounds);
    }

    private static double nanos(Experiment experiment, boolean isAlone) throws IOException {
        long before = THREAD.getCurrentThreadCpuTime();
        Runner runner =
                Runner.of(experiment, new MemoryStore(experiment.tasks())).executor(Runnable::run, 1);
        (isAlone ? runner.withoutSharing() : runner).run();
        return THREAD.getCurrentThreadCpuTime() - before;
    }

    private static void snapshots(Simulation simulation, int rounds) {
        RunInProgress run = simulation.start(RunKey.of(42));
        run.runUntil(PARTING);
        double[] taken = new double[rounds];
        double[] resumed = new double[rounds];
        RunSnapshot snapshot = run.snapshot();
        for (int round = -3; round < rounds; round++) {
            long start = THREAD.getCurrentThreadCpuTime();
            snapshot = run.snapshot();
            long middle = THREAD.getCurrentThreadCpuTime();
            snapshot.resume(simulation);
            long end = THREAD.getCurrentThreadCpuTime();
            taken[Math.max(round, 0)] = (middle - start) / NANOS_PER_MILLI;
            resumed[Math.max(round, 0)] = (end - middle) / NANOS_PER_MILLI;
        }
        System.out.printf(
                "snapshot: %.2f MB, taken in %.1f ms, gone on with in %.1f ms%n",
                snapshot.bytes() / 1e6, median(taken), median(resumed));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
