package example;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.compare.Compare;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.experiment.compare.Comparison.Contrast;
import dev.borderline.experiment.compare.Difference;
import dev.borderline.experiment.compare.FateComparison;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.explain.Explanation;
import dev.borderline.experiment.explain.Explanation.FirstDifference;
import dev.borderline.experiment.explain.World;
import dev.borderline.experiment.folder.Reproduction;
import dev.borderline.experiment.folder.ReproductionReport;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.observe.Fates;
import dev.borderline.observe.Story;
import dev.borderline.observe.Trace;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.SweepFile;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** Effect of a policy, households whose fate it changes, the causes, and the same runs reproduced from their folder. */
public class Why {
    public static void main(String[] args) throws IOException {
        Scenario base = Scenarios.named("tightening-2015")
                .with("population.resettled_refugees", 6000)
                .with(new SimulatedPeriod(LocalDate.of(2012, 1, 1), LocalDate.of(2015, 1, 1)));
        Scenario drive = base.with("levers.settlement.bribe_detection", 0.4);

        // snippet: contrasts
        Comparison comparison = Compare.arms(base, drive).replications(10).run();
        for (Contrast contrast : comparison.contrasts(List.of("contact_share", "arrests", "formal_cases"))) {
            Difference best = contrast.best(); // from expected numbers where there are such
            System.out.printf(
                    "%s: %+.4f ± %.4f, p %.3f; independent random numbers would take %.0f times the runs%n",
                    best.measure().name(), best.mean(), best.halfWidth95(), contrast.pHolm(), best.varianceReduction());
        }
        // end

        // snippet: fates
        Experiment experiment = new Experiment(
                base, Design.single(), List.of(Arm.base(), Arm.of("drive", drive)), 2, 42, List.of("arrests"));
        Fates.Difference fates = FateComparison.of(experiment, 1).get(0).replications().get(0);
        System.out.printf("%.1f %% of households meet another fate%n", 100 * fates.share());
        // end

        // snippet: explanation
        long household = fates.examples().get(0);
        Explanation explanation = Explanation.of(household, RunKey.of(42), World.of(base), World.of(drive));
        FirstDifference parting = explanation.parting().orElseThrow();
        parting.one().ifPresent(step -> System.out.println("base: " + Story.of(step)));
        parting.other().ifPresent(step -> System.out.println("drive: " + Story.of(step)));
        parting.draws().stream()
                .filter(FirstDifference.DrawPair::decides)
                .forEach(pair -> System.out.println(Story.of(pair.one()) + "; in the drive " + Story.of(pair.other())));
        for (FirstDifference.Cause cause : parting.causes()) {
            System.out.println(cause.path() + ": " + cause.one() + " and " + cause.other() + ", " + cause.part());
        }
        // end

        // snippet: trace
        AtomicInteger rows = new AtomicInteger();
        EnumSet<Trace.Row.What> sorts = EnumSet.of(Trace.Row.What.EVENT, Trace.Row.What.DRAW);
        Simulation.of(base)
                .run(RunKey.of(42), new Trace(sorts, OptionalLong.of(household), row -> rows.incrementAndGet()));
        System.out.println(rows + " events and draws of household " + household);
        // end

        // snippet: reproduction
        Path folder = Files.createTempDirectory("why");
        Sweep sweep = new Sweep(new SweepFile.Heading("why", "An example", ""), experiment, Shard.WHOLE, List.of());
        Program program = new Program("1", "", "example 1");
        ResultFolder results = new ResultFolder(folder);
        try (RunStore store = results.open(sweep, program)) {
            Runner.of(experiment, store).run();
            results.write(sweep, program, store);
        }
        ReproductionReport report =
                Reproduction.of(folder, StandardCatalog.standard()).sample(3).check();
        System.out.println(report.remade() + " runs made again, the same: " + report.same());
        // end
    }
}
