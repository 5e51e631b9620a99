package dev.borderline.experiment.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Small;
import dev.borderline.experiment.StoppingRule;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.store.Task;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.Factor;
import dev.borderline.scenario.SweepFile;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.simulation.RunKey;
import dev.borderline.stat.Quantiles;
import dev.borderline.text.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment over members: their keys, their scenarios, their folder, and its numbers. */
class MembersTest {
    private static final Program PROGRAM = new Program("1", "abc", "test 1");
    private static final Ensemble PRIOR = Ensemble.shipped(StandardCatalog.standard(), Ensemble.PRIOR);
    private static final Arm MORE = Arm.of("more", scenario -> scenario.with(Small.COVERAGE, 0.2));
    private static final Experiment PLAIN =
            new Experiment(Small.scenario(), Design.single(), List.of(Arm.base(), MORE), 1, 42, List.of());
    private static final Experiment OVER = PLAIN.with(new Members(PRIOR.first(3), 2));

    @TempDir
    private Path temporary;

    @Test
    void replications_areNumberedThroughMembers_soThatNoTwoShareTheirKey() {
        assertThat(OVER.replications()).isEqualTo(6);
        assertThat(OVER.key(new Task(0, 1, 5))).isEqualTo(new RunKey(42, 5));
        assertThat(OVER.scenario(new Task(0, 0, 2)))
                .satisfies(third -> assertThat(third.sha256())
                        .isEqualTo(PRIOR.applyTo(Small.scenario(), 1).sha256()));
        assertThat(OVER.scenario(new Task(0, 0, 3)).sha256())
                .isEqualTo(OVER.scenario(new Task(0, 0, 2)).sha256());
    }

    @Test
    void whatAnArmSets_isTheArms() {
        assertThat(OVER.scenario(new Task(0, 1, 4)).value(Small.COVERAGE)).isEqualTo(0.2);
        assertThat(OVER.scenario(new Task(0, 0, 4)).value(Small.COVERAGE))
                .isEqualTo(PRIOR.member(2).get(Small.COVERAGE));
        assertThat(OVER.scenario(new Task(0, 1, 4)).value(Small.BRIBES))
                .isEqualTo(PRIOR.member(2).get(Small.BRIBES));
    }

    @Test
    void whatADesignVaries_isTheDesigns() {
        Design design = Design.grid(List.of(Factor.of(Small.COVERAGE, 0.1, 0.3)));
        Experiment varied = OVER.with(Small.scenario(), design, 42);
        assertThat(varied.scenario(new Task(1, 0, 5)).value(Small.COVERAGE)).isEqualTo(0.3);
    }

    @Test
    void run_isThatOfItsScenarioAndKey() throws IOException {
        try (RunStore store = new MemoryStore(OVER.tasks())) {
            Runner.of(OVER, store).threads(2).run();
            FinishedRun last = (FinishedRun) store.find(new Task(0, 1, 5));
            assertThat(last).isNotNull();
            String alone =
                    OVER.simulation(new Task(0, 1, 5)).run(new RunKey(42, 5)).fingerprint();
            assertThat(last == null ? "" : last.fingerprint()).isEqualTo(alone);
        }
    }

    @Test
    void folder_readsBackToTheSameExperiment() throws IOException {
        ResultFolder folder = filled();
        Experiment saved = folder.saved(StandardCatalog.standard()).sweep().experiment();
        assertThat(saved.sha256()).isEqualTo(OVER.sha256());
        for (int place = 0; place < OVER.tasks().size(); place++) {
            Task task = OVER.tasks().inRunOrder(place);
            assertThat(saved.scenario(task).sha256())
                    .isEqualTo(OVER.scenario(task).sha256());
        }
        Path table = folder.path().resolve("ensemble.csv");
        List<String> lines = Files.readAllLines(table);
        Files.write(table, lines.subList(0, lines.size() - 1));
        assertThatThrownBy(() -> folder.saved(StandardCatalog.standard()))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("is not the ensemble of the manifest");
    }

    /** Summary by a few lines of any language from runs.csv. */
    @Test
    void summary_isWhatFollowsFromTheRuns() throws IOException {
        ResultFolder folder = filled();
        List<Map<String, String>> runs = table(folder, "runs.csv");
        List<Map<String, String>> summary = table(folder, "summary.csv");
        assertThat(runs).hasSize(12).allSatisfy(run -> assertThat(run).containsKeys("member", "replication"));
        Map<Integer, Double> means = new TreeMap<>();
        Map<Integer, Double> changes = new TreeMap<>();
        for (Map<String, String> run : runs) {
            int member = Integer.parseInt(run.getOrDefault("member", ""));
            double value = Double.parseDouble(run.getOrDefault("minutes", "")) / 2;
            boolean base = run.getOrDefault("arm", "").equals("base");
            changes.merge(member, base ? -value : value, Double::sum);
            means.merge(member, base ? value : 0, Double::sum);
        }
        Map<String, String> level = line(summary, "base", "");
        Map<String, String> change = line(summary, "more", "base");
        assertNumber(level, "median", quantile(means, 0.5));
        assertNumber(level, "p05", quantile(means, 0.05));
        assertNumber(level, "p95", quantile(means, 0.95));
        assertThat(level.get("share_positive")).isEmpty();
        assertNumber(change, "median", quantile(changes, 0.5));
        assertNumber(
                change,
                "share_positive",
                changes.values().stream()
                                .mapToDouble(x -> x > 0 ? 1 : x == 0 ? 0.5 : 0)
                                .sum()
                        / 3);
        assertThat(change.get("members")).isEqualTo("3");
        assertThat(change.get("replications")).isEqualTo("2");
    }

    private static double quantile(Map<Integer, Double> values, double p) {
        return Quantiles.of(
                values.values().stream().mapToDouble(Double::doubleValue).toArray(), p);
    }

    private static void assertNumber(Map<String, String> line, String column, double expected) {
        assertThat(Double.parseDouble(line.getOrDefault(column, "")))
                .as(column)
                .isEqualTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
    }

    private static Map<String, String> line(List<Map<String, String>> table, String arm, String from) {
        return table.stream()
                .filter(line -> line.getOrDefault("arm", "").equals(arm)
                        && line.getOrDefault("change_from", "").equals(from)
                        && line.getOrDefault("measure", "").equals("minutes"))
                .findFirst()
                .orElseThrow();
    }

    private ResultFolder filled() throws IOException {
        ResultFolder folder = new ResultFolder(temporary.resolve("over"));
        Sweep sweep =
                new Sweep(new SweepFile.Heading("over", "Over members", ""), OVER, Shard.WHOLE, List.of("borderline"));
        try (RunStore store = folder.open(sweep, PROGRAM)) {
            Runner.of(OVER, store).threads(1).run();
            folder.write(sweep, PROGRAM, store);
        }
        return folder;
    }

    private static List<Map<String, String>> table(ResultFolder folder, String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.path().resolve(name));
        List<String> heads = Csv.fields(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Map<String, String> row = new TreeMap<>();
            List<String> fields = Csv.fields(line);
            for (int i = 0; i < heads.size(); i++) {
                row.put(heads.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void independentRandomNumbers_andAPrecision_areRefused() {
        assertThatThrownBy(() -> OVER.with(RandomNumbers.INDEPENDENT))
                .hasMessageContaining("members share their chance with nobody");
        assertThatThrownBy(() -> OVER.with(StoppingRule.relative(0.1, "minutes").atMost(10)))
                .hasMessageContaining("a precision is of chance");
    }

    @Test
    void digest_tellsEnsembles_andLeavesExperimentsWithoutOneAlone() {
        assertThat(OVER.sha256()).isNotEqualTo(PLAIN.sha256());
        assertThat(PLAIN.with(new Members(PRIOR.first(3), 3)).sha256()).isNotEqualTo(OVER.sha256());
        Experiment kept = OVER.with(
                Small.scenario().with(Small.BRIBES, Small.scenario().value(Small.BRIBES)), Design.single(), 42);
        assertThat(kept.sha256()).as("what is set is no longer the member's").isNotEqualTo(OVER.sha256());
    }
}
