package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.JournalHead;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.experiment.table.ResultFiles;
import dev.borderline.measure.Measure;
import dev.borderline.measure.Outcomes;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Factor;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.SweepReader;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTest {
    private static final Scenario BASE = Small.scenario();
    private static final Arm STRICT =
            Arm.of(Policy.of("strict", Move.scale(LocalDate.of(2009, 9, 1), "surveillance.coverage", 2)));

    private static Experiment experiment(List<Arm> arms, long seed, double lastCoverage) {
        List<Factor> vary = List.of(Factor.of(Small.COVERAGE, 0, lastCoverage), Factor.of(Small.BRIBES, 0.1, 0.4));
        return new Experiment(BASE, Design.grid(vary), arms, 2, seed, List.of());
    }

    private static final Experiment EXPERIMENT = experiment(List.of(Arm.base(), STRICT), 42, 0.1);

    @Test
    void grid_firstFactorSlowest() {
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < EXPERIMENT.design().size(); i++) {
            assertThat(EXPERIMENT.design().point(i).index()).isEqualTo(i);
            points.add(EXPERIMENT.design().point(i).values());
        }
        assertThat(points).containsExactly(List.of(0.0, 0.1), List.of(0.0, 0.4), List.of(0.1, 0.1), List.of(0.1, 0.4));
        assertThat(EXPERIMENT.design().point(2).settings())
                .containsExactly(Map.entry(Small.COVERAGE, 0.1), Map.entry(Small.BRIBES, 0.1));
        assertThat(Design.single().point(0).settings()).isEmpty();
        assertThatThrownBy(() -> Design.grid(List.of(Factor.of("a")))).hasMessageContaining("no values");
        assertThatThrownBy(() -> Design.grid(List.of(Factor.of("a", 1.0, 1.0)))).hasMessageContaining("twice");
        assertThatThrownBy(() -> EXPERIMENT.design().point(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void scenario_ofACell_hasPointAndArm() {
        Scenario cell = EXPERIMENT.scenario(3, 1);
        assertThat(cell.value(Small.COVERAGE)).isEqualTo(0.1);
        assertThat(cell.value(Small.BRIBES)).isEqualTo(0.4);
        assertThat(cell.policies()).hasSize(BASE.policies().size() + 1);
        assertThat(EXPERIMENT.scenario(3, 0).policies()).isEqualTo(BASE.policies());
        assertThat(EXPERIMENT.key(new Task(3, 1, 1))).isEqualTo(EXPERIMENT.key(new Task(0, 0, 1)));
    }

    @Test
    void experiment_ofASweepFile_isWhatTheFileSays() throws IOException {
        SourceText text = new SourceText("a.yaml", """
                schema: 1
                name: a
                title: A
                scenario: tightening-2015
                design: grid
                vary:
                  levers.surveillance.coverage: [0.01, 0.02]
                replications: 3
                seed: 9
                outcomes: [arrests]
                """);
        Experiment experiment = Experiment.of(SweepReader.read(StandardCatalog.standard(), text, new ScenarioFiles()));
        assertThat(experiment.tasks()).isEqualTo(new TaskSpace(2, 1, 3));
        assertThat(experiment.scenario(1, 0).value(Small.COVERAGE)).isEqualTo(0.02);
        assertThat(experiment.arms().get(0).name()).isEqualTo("base");
        assertThat(experiment.seed()).isEqualTo(9);
        assertThat(experiment.outcomes()).containsExactly("arrests");
    }

    private static Experiment lhs(String more) {
        SourceText text = new SourceText("a.yaml", """
                schema: 1
                scenario: tightening-2015
                design: lhs
                points: 5
                replications: 1
                seed: 9
                """ + more);
        return Experiment.of(SweepReader.read(StandardCatalog.standard(), text, new ScenarioFiles()));
    }

    @Test
    void drawnPoints_comeFromTheSeedUnlessTheyHaveTheirOwn() {
        String vary = "vary: {levers.surveillance.coverage: {min: 0.01, max: 0.02}}\n";
        List<List<Double>> points = Cube.points(lhs(vary).design());
        assertThat(points).isEqualTo(Cube.points(lhs(vary + "design_seed: 9\n").design()));
        assertThat(points)
                .isNotEqualTo(Cube.points(lhs(vary + "design_seed: 8\n").design()));
        assertThat(lhs(vary).designSha256())
                .isNotEqualTo(lhs(vary + "design_seed: 8\n").designSha256());
    }

    @Test
    void drawnPoint_thatIsNoScenario_isRefusedWhereItVaries() {
        assertThatThrownBy(() -> lhs("vary: {levers.sanctions.camp_share: {min: 0.05, max: 0.3}}\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageMatching(
                        "a.yaml:7:7: vary: at point \\d, arm base: levers.sanctions.camp_share: the sum of .*")
                .hasMessageContaining("at most 1");
    }

    @Test
    void sha256_changesWithWhatDecidesRunsOnly() {
        String sha = EXPERIMENT.sha256();
        assertThat(EXPERIMENT.withReplications(9).sha256()).isEqualTo(sha);
        assertThat(experiment(List.of(Arm.base(), STRICT), 42, 0.1).sha256()).isEqualTo(sha);
        assertThat(experiment(List.of(Arm.base(), STRICT), 43, 0.1).sha256()).isNotEqualTo(sha);
        assertThat(experiment(List.of(Arm.base(), STRICT), 42, 0.2).sha256()).isNotEqualTo(sha);
        assertThat(experiment(List.of(Arm.base()), 42, 0.1).sha256()).isNotEqualTo(sha);
        Arm other = Arm.of("strict", scenario -> scenario.with(Small.COVERAGE, 0.3));
        assertThat(experiment(List.of(Arm.base(), other), 42, 0.1).sha256()).isNotEqualTo(sha);
        assertThatThrownBy(() -> experiment(List.of(STRICT, STRICT), 42, 0.1)).hasMessageContaining("two arms");
    }

    @Test
    void finishedRun_hasTheNumbersOfItsResult() {
        RunResult result = Simulation.run(EXPERIMENT.scenario(3, 1), EXPERIMENT.key(new Task(3, 1, 1)));
        FinishedRun run = FinishedRun.of(new Task(3, 1, 1), result);
        assertThat(run.fingerprint()).isEqualTo(result.fingerprint());
        assertThat(run.trace().sites()).isEqualTo(result.sites());
        Outcomes outcomes = result.outcomes();
        List<Measure> measures = outcomes.measures();
        for (int i = 0; i < measures.size(); i++) {
            int measure = i;
            String name = measures.get(i).name();
            assertSame(1, part -> run.value(measure), part -> outcomes.value(name));
            assertSame(2, year -> run.inYear(measure, year), year -> outcomes.inYear(name, year));
            assertSame(outcomes.zones().size(), zone -> run.inZone(measure, zone), zone -> outcomes.inZone(name, zone));
            assertSame(5, fifth -> run.inFifth(measure, fifth), fifth -> outcomes.inFifth(name, fifth));
        }
    }

    private static void assertSame(int parts, IntToDoubleFunction kept, IntToDoubleFunction original) {
        for (int part = 0; part < parts; part++) {
            Double expected = original.applyAsDouble(part); // boxed: NaN equals NaN
            assertThat(kept.applyAsDouble(part)).isEqualTo(expected);
        }
    }

    @Test
    void realSweep_oneOrTwoThreadsOrInterrupted_givesTheSameTables(@TempDir Path folder) throws IOException {
        List<String> first = sweep(Files.createDirectory(folder.resolve("one")), 1, 100);
        assertThat(first.get(0).lines()).hasSize(1 + EXPERIMENT.tasks().size());
        assertThat(sweep(Files.createDirectory(folder.resolve("two")), 2, 100)).isEqualTo(first);
        assertThat(sweep(Files.createDirectory(folder.resolve("paused")), 2, 5)).isEqualTo(first);
    }

    private static List<String> sweep(Path folder, int threads, int pausesEvery) throws IOException {
        Path path = folder.resolve("runs.journal");
        JournalHead head = new JournalHead(EXPERIMENT.sha256(), "test");
        int done = 0;
        while (done < EXPERIMENT.tasks().size()) {
            int pause = done + pausesEvery;
            try (Journal journal = Journal.open(path, head, EXPERIMENT.tasks())) {
                Runner runner = Runner.of(EXPERIMENT, journal).threads(threads);
                Progress end = runner.cancelWhen(() -> journal.size() >= pause).run();
                done = end.done();
                assertThat(end.failed()).isZero();
                ResultFiles.write(folder, EXPERIMENT, journal);
            }
        }
        return List.of(
                Files.readString(folder.resolve(ResultFiles.RUNS)),
                Files.readString(folder.resolve(ResultFiles.SUMMARY)),
                Files.readString(folder.resolve(ResultFiles.YEARLY)));
    }
}
