package dev.borderline.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.Console;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.Program;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.report.Report;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.SweepFile;
import dev.borderline.simulation.Scenarios;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A measure of a mechanism from outside in the table of a run and in the report: no list names it. */
class ForeignMeasureTableTest {
    private record None() {}

    private static final Mechanism<None> PATROLS =
            new Mechanism<>("patrols", None.class, ForeignMeasureTableTest::install);

    @TempDir
    private Path folder = Path.of("");

    private static Count install(None none, Wiring wiring) {
        Count flights = wiring.enforcement("Patrols").line(1).count("patrol_flights", "flights", "Sessions flown over");
        wiring.signal(Signals.SESSION_STARTED).listen((household, call) -> flights.add(household));
        return flights;
    }

    @Test
    void foreignMeasure_standsUnderItsGroup_andInTheReport() throws IOException {
        Scenario scenario = Scenarios.named("tightening-2015")
                .with("population.resettled_refugees", 300)
                .with(new SimulatedPeriod(LocalDate.of(2009, 1, 1), LocalDate.of(2011, 1, 1)))
                .with(PATROLS, Map.of());
        Experiment experiment =
                new Experiment(scenario, Design.single(), List.of(Arm.base()), 2, 1, List.of("patrol_flights"));
        Sweep sweep = new Sweep(new SweepFile.Heading("flown", "Flown over", ""), experiment, Shard.WHOLE, List.of());
        ResultFolder results = new ResultFolder(folder);
        Program program = Program.ofBuild("1", "test");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Journal journal = results.open(sweep, program)) {
            Runner.of(experiment, journal).run();
            results.write(sweep, program, journal);
            new RunTable(Console.to(out, out), false).print(RunSummary.of(experiment, journal));
        }
        Path page = folder.resolve("report.html");
        Report.write(folder, StandardCatalog.standard().with(PATROLS), page);

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(lines.indexOf("Patrols") + 1)).startsWith("  patrol_flights");
        assertThat(Files.readString(page)).contains("Patrol flights").contains("patrol_flights");
    }
}
