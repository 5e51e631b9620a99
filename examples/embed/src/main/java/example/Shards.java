package example;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.StoppingRule;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.compare.Replicates;
import dev.borderline.experiment.compare.Replications;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.folder.Merge;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.table.Export;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Factor;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.SweepFile;
import dev.borderline.simulation.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * As many runs as a precision takes; and a sweep made in two parts and put together. The parts are made as on two machines, and
 * written as one table.
 */
public class Shards {
    public static void main(String[] args) throws IOException {
        Scenario base = Scenarios.named("tightening-2015")
                .with("population.resettled_refugees", 2000)
                .with(new SimulatedPeriod(LocalDate.of(2012, 1, 1), LocalDate.of(2013, 1, 1)));

        // snippet: precision
        Replicates known = Replications.of(base)
                .until(StoppingRule.relative(0.02, "contact_share").atMost(100))
                .run();
        System.out.println(known.runs().size() + " runs tell the contact share to within 2 %");
        // end

        // snippet: shards
        List<Factor> factors = List.of(
                Factor.linear("levers.surveillance.coverage", 0.01, 0.12),
                Factor.log("levers.settlement.bribe_detection", 0.01, 0.4));
        Experiment experiment = new Experiment(
                base, Design.lhs(factors, 4, 42), List.of(Arm.base()), 2, 42, List.of("completed_contacts"));
        Sweep sweep = new Sweep(new SweepFile.Heading("halves", "Two halves", ""), experiment, Shard.WHOLE, List.of());
        Program program = new Program("1", "", "example 1");
        Path folder = Files.createTempDirectory("shards");

        List<ResultFolder> halves = new ArrayList<>();
        for (Shard half : List.of(new Shard(1, 2), new Shard(2, 2))) { // each on a machine of its own
            ResultFolder results = new ResultFolder(folder.resolve("half-" + half.index()));
            try (RunStore store = results.open(sweep.with(half), program)) {
                Runner.of(experiment, store).shard(half).run();
                results.write(sweep.with(half), program, store);
            }
            halves.add(results);
        }

        ResultFolder whole = new ResultFolder(folder.resolve("whole"));
        Merge.Result outcome = Merge.folders(halves, whole, StandardCatalog.standard());
        System.out.println(outcome.runs() + " runs, " + outcome.missing().count() + " missing");
        try (RunStore store = whole.read(experiment)) {
            Export.of(Export.Shape.HUBVERSE, experiment, store, List.of("completed_contacts"))
                    .writeTo(System.out::print);
        }
        // end
    }
}
