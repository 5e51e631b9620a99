package dev.borderline.experiment.store;

import dev.borderline.event.Times;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.design.Design;
import dev.borderline.measure.Measure;
import dev.borderline.measure.Measure.Standing;
import dev.borderline.model.DrawSite;
import dev.borderline.random.Mix64;
import dev.borderline.scenario.Factor;
import dev.borderline.simulation.Scenarios;
import java.util.List;
import java.util.stream.IntStream;

/** Runs that cost nothing: their numbers are hashes of the task. */
public final class FakeRuns {
    public static final RunSchema LAYOUT = new RunSchema(
            List.of(
                    new Measure("calls", "calls", "Calls made", Measure.Kind.COUNT, -1, -1, Standing.UNDECLARED),
                    new Measure("paid_usd", "USD", "Paid, in all", Measure.Kind.MONEY, -1, -1, Standing.UNDECLARED),
                    new Measure("held_years", "years", "Time held", Measure.Kind.YEARS, -1, -1, Standing.UNDECLARED),
                    new Measure(
                            "paid_mean_usd", "USD", "Paid per call", Measure.Kind.RATIO, 1, 0, Standing.UNDECLARED)),
            List.of("2014-07-01", "2015-01-01"),
            List.of("border", "inner"),
            List.of("draws.first", "draws.second"));

    private FakeRuns() {}

    /** Three points, two arms. */
    public static Experiment experiment(int replications) {
        List<Factor> vary = List.of(Factor.of("levers.surveillance.coverage", 0, 0.03, 0.12));
        List<Arm> arms = List.of(Arm.base(), Arm.of("no, \"quoted\"", scenario -> scenario));
        return new Experiment(
                Scenarios.named("tightening-2015"), Design.grid(vary), arms, replications, 42, List.of("calls"));
    }

    public static FinishedRun run(Task task) {
        long hash = Mix64.combine(Mix64.combine(task.point(), task.arm()), task.replication());
        long calls = task.replication() == 1 ? 0 : hash >>> 54; // the ratio of replication 1 is over nothing
        long[][] sums = {
            marginals(calls), marginals(hash >>> 50), marginals((hash >>> 40) * Times.DAY), {},
        };
        List<DrawSite.Tested> sites = List.of(
                new DrawSite.Tested("draws.first", calls, calls / 2, calls * 0.3, calls * 0.21),
                new DrawSite.Tested("draws.second", 0, 0, 0, 0));
        return new FinishedRun(task, LAYOUT, sums, new FinishedRun.RunChecks(hash, List.of(hash, ~hash), calls, sites));
    }

    /** The same numbers with another trace. */
    public static FinishedRun retraced(FinishedRun run, FinishedRun.RunChecks trace) {
        long[][] sums = IntStream.range(0, run.layout().measures().size())
                .mapToObj(run::sums)
                .toArray(long[][]::new);
        return new FinishedRun(run.task(), run.layout(), sums, trace);
    }

    /** A whole number split in halves by year, by zone, and in fifths. */
    private static long[] marginals(long total) {
        long half = total / 2;
        long fifth = total / 5;
        return new long[] {half, total - half, half, total - half, fifth, fifth, fifth, fifth, total - 4 * fifth};
    }
}
