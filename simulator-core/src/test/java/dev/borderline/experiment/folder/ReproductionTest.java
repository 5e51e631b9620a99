package dev.borderline.experiment.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Small;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.folder.ReproductionReport.Finding;
import dev.borderline.experiment.folder.ReproductionReport.Finding.Kind;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.store.Task;
import dev.borderline.mechanism.Bench;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Catalog;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Factor;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.SweepFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with two points, two arms and two replications; each test changes one thing in a copy of it. */
class ReproductionTest {
    private static final Program PROGRAM = new Program("1", "abc", "test 1");
    private static final Catalog CATALOG = StandardCatalog.standard();
    private static final int RUNS = 8;

    @TempDir
    private static Path original = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void makeRuns() throws IOException {
        Policy policy = Policy.of("jamming", Move.set(LocalDate.of(2010, 1, 1), "jamming.failure_probability", 0.9));
        Experiment experiment = new Experiment(
                Small.scenario(),
                Design.grid(List.of(Factor.of(Small.COVERAGE, 0.03, 0.3))),
                List.of(Arm.base(), Arm.of(policy)),
                2,
                7,
                List.of());
        keep(original, experiment);
    }

    private static void keep(Path folder, Experiment experiment) throws IOException {
        Sweep sweep = new Sweep(new SweepFile.Heading("small", "Small", ""), experiment, Shard.WHOLE, List.of());
        ResultFolder results = new ResultFolder(folder);
        try (Journal store = results.open(sweep, PROGRAM)) {
            Runner.of(experiment, store).threads(1).run();
            results.write(sweep, PROGRAM, store);
        }
    }

    private void copy() throws IOException {
        for (String name :
                List.of("manifest.json", "design.csv", "runs.csv", "summary.csv", "yearly.csv", "runs.journal")) {
            Files.copy(original.resolve(name), folder.resolve(name));
        }
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(folder.resolve(file));
        String changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(folder.resolve(file), changed);
    }

    private Reproduction reproduction(Catalog catalog) {
        return Reproduction.of(folder, catalog).runner(runner -> runner.threads(1));
    }

    private Finding only(ReproductionReport report, Kind kind) {
        assertThat(report.same()).isFalse();
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(kind);
        return report.findings().get(0);
    }

    @Test
    void unchanged_isTheSame() throws IOException {
        copy();
        ReproductionReport report = reproduction(CATALOG).check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.same()).isTrue();
        assertThat(report.tablesChecked()).isTrue();
        assertThat(List.of(report.runs(), report.remade(), report.different())).containsExactly(RUNS, RUNS, 0);
        assertThat(report.saved().program()).isEqualTo(PROGRAM);
    }

    @Test
    void manifestAndDesignAlone_areEnough() throws IOException {
        copy();
        for (String file : List.of("runs.csv", "summary.csv", "yearly.csv", "runs.journal")) {
            Files.delete(folder.resolve(file));
        }
        ReproductionReport report = reproduction(CATALOG).check();
        assertThat(report.vouchesForAll()).isTrue();
        assertThat(report.tablesChecked()).isFalse();
        assertThat(report.remade()).isEqualTo(RUNS);
    }

    /** Tables that are to be compared with the journal are not vouched for without one. */
    @Test
    void tablesWithoutAJournal_areNotVouchedFor() throws IOException {
        copy();
        Files.delete(folder.resolve("runs.journal"));
        edit("runs.csv", text -> text.replaceFirst("\n0,base,0,7,", "\n0,base,0,8,"));
        ReproductionReport report = reproduction(CATALOG).sample(1).check();
        assertThat(report.vouchesForAll()).isFalse();
        assertThat(report.unchecked())
                .containsExactly("runs.csv, summary.csv, yearly.csv: there is no runs.journal to compare with");
    }

    @Test
    void designWithoutAJournal_isComparedToTheByte() throws IOException {
        copy();
        Files.delete(folder.resolve("runs.journal"));
        edit("design.csv", text -> text.replace("1,0.3", "1,0.30"));
        assertThat(reproduction(CATALOG).sample(1).check().findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.TABLE);
    }

    @Test
    void tableOfAnotherCommand_isNotVouchedFor_unlessItIsMadeAgain() throws IOException {
        copy();
        Files.writeString(folder.resolve("own.csv"), "a\n1\n");
        Path analysis = Files.writeString(folder.resolve("analysis-sobol.json"), "{}");
        assertThat(reproduction(CATALOG).sample(1).check().unchecked())
                .containsExactly(
                        "analysis-sobol.json, own.csv: made by another command, which alone can make it again");
        Files.delete(analysis);
        assertThat(reproduction(CATALOG).sample(1).check().unchecked())
                .containsExactly("own.csv: made by another command, which alone can make it again");
        assertThat(reproduction(CATALOG)
                        .sample(1)
                        .table(
                                "own.csv",
                                (stored, fresh, experiment, runs) ->
                                        Files.writeString(fresh.resolve("own.csv"), "a\n" + runs.size() / 8 + "\n"))
                        .check()
                        .vouchesForAll())
                .isTrue();
        assertThat(reproduction(CATALOG)
                        .sample(1)
                        .table(
                                "own.csv",
                                (stored, fresh, experiment, runs) ->
                                        Files.writeString(fresh.resolve("own.csv"), "a\n2\n"))
                        .check()
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.where()).endsWith("own.csv:2"));
    }

    @Test
    void failuresWhereNoRunFailed_areFound() throws IOException {
        copy();
        Files.writeString(folder.resolve("failures.csv"), "point\n");
        assertThat(only(reproduction(CATALOG).sample(1).check(), Kind.TABLE).message())
                .isEqualTo("is there, though no run failed");
    }

    /** A run that is gone from the manifest is missing, though every digest that is left is right. */
    @Test
    void digestRemoved_isFound() throws IOException {
        copy();
        edit("manifest.json", text -> text.replaceFirst("        \"0\": \"[0-9a-f]{64}\",\n", ""));
        ReproductionReport report = reproduction(CATALOG).sample(1).check();
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(Kind.DIGEST, Kind.DIGEST);
        assertThat(report.findings().get(0).message())
                .isEqualTo("has no digest of 1 run that the sweep has, the first is point 0, arm base, replication 0");
        assertThat(report.findings().get(1).message()).isEqualTo("says that 8 runs are done, and has the digests of 7");
    }

    @Test
    void fingerprintRemoved_isFound() throws IOException {
        copy();
        edit("manifest.json", text -> text.replaceFirst("        \"0\": \"[0-9a-f]{16}\",\n", ""));
        assertThat(reproduction(CATALOG).only(new Task(1, 1, 1)).check().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("has another fingerprint"));
    }

    @Test
    void moreReplicationsInTheManifest_areMissing() throws IOException {
        copy();
        edit("manifest.json", text -> text.replace("\"replications\": 2,", "\"replications\": 3,"));
        Files.delete(folder.resolve("runs.journal"));
        assertThat(reproduction(CATALOG).sample(1).check().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("has no digest of 4 runs"));
    }

    /** A limit set now is no fault of the folder, and no proof either. */
    @Test
    void limitOfEvents_leavesRunsUnchecked() throws IOException {
        copy();
        ReproductionReport report = reproduction(CATALOG).eventsPerRun(10).check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.unchecked()).containsExactly("8 runs that did not end within the limits set now");
    }

    @Test
    void journalOfAnotherSeed_isRefused() throws IOException {
        copy();
        Path other = Files.createDirectory(folder.resolve("other"));
        SavedSweep saved = SavedSweep.read(folder, CATALOG);
        Experiment experiment = saved.sweep().experiment();
        keep(other, experiment.with(experiment.base(), experiment.design(), 8));
        Files.copy(other.resolve("runs.journal"), folder.resolve("runs.journal"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> reproduction(CATALOG).check())
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("holds the runs of another experiment");
    }

    @Test
    void sampleCellAndOneRun_makeOnlyThose() throws IOException {
        copy();
        assertThat(reproduction(CATALOG).sample(3).check().remade()).isEqualTo(3);
        assertThat(reproduction(CATALOG).sample(300).check().remade()).isEqualTo(RUNS);
        assertThat(reproduction(CATALOG).only(new Task(1, 1, 1)).check().remade())
                .isEqualTo(1);
        assertThat(reproduction(CATALOG).cell(1, 0).check().remade()).isEqualTo(2);
        assertThat(reproduction(CATALOG).cell(1, 0).sample(1).check().remade()).isEqualTo(1);
        assertThatThrownBy(() -> reproduction(CATALOG).cell(0, 2).check()).isInstanceOf(StoreRefused.class);
        assertThatThrownBy(() -> reproduction(CATALOG).only(new Task(1, 1, 2)).check())
                .isInstanceOf(StoreRefused.class)
                .hasMessageEndingWith("has no point 1, arm jamming, replication 2");
        assertThatThrownBy(() -> reproduction(CATALOG).sample(0)).hasMessageContaining("must be 1 or more");
    }

    @Test
    void changedLever_isNamedWithItsValues() throws IOException {
        copy();
        edit("manifest.json", text -> text.replaceFirst("coverage: 0.03", "coverage: 0.031"));
        Finding finding = only(reproduction(CATALOG).check(), Kind.SCENARIO);
        assertThat(finding.message()).startsWith("the base scenario is not the one that was run");
        assertThat(finding.details()).containsExactly("levers.surveillance.coverage is 0.031, it was 0.03");
    }

    @Test
    void changedMoveOfAnArm_isFound() throws IOException {
        copy();
        edit("manifest.json", text -> text.replace("set: 0.9", "set: 0.8"));
        assertThat(only(reproduction(CATALOG).check(), Kind.SCENARIO).message())
                .startsWith("the scenario of arm jamming is not the one that was run");
    }

    @Test
    void changedPoint_isFound() throws IOException {
        copy();
        edit("design.csv", text -> text.replace("1,0.3", "1,0.4"));
        Finding finding = only(reproduction(CATALOG).check(), Kind.DESIGN);
        assertThat(finding.where()).endsWith("design.csv");
        assertThat(finding.details())
                .containsExactly("point 1: levers.surveillance.coverage is 0.4, runs.csv says 0.3");
        edit("design.csv", text -> text.replace("1,0.4\n", ""));
        assertThat(only(reproduction(CATALOG).check(), Kind.DESIGN).details())
                .containsExactly("point 1 is missing, which runs.csv has");
    }

    @Test
    void changedSeed_isNamedWithTheOneThatRan() throws IOException {
        copy();
        edit("manifest.json", text -> text.replace("\"seed\": 7,", "\"seed\": 8,"));
        assertThat(only(reproduction(CATALOG).check(), Kind.SEED).message())
                .startsWith("seed 8 is not the one that was run, runs.csv says 7");
    }

    @Test
    void changedRandomNumbers_areNamedWithTheOneThatRan() throws IOException {
        copy();
        edit(
                "manifest.json",
                text -> text.replace("\"random_numbers\": \"shared\"", "\"random_numbers\": \"independent\""));
        assertThat(only(reproduction(CATALOG).check(), Kind.RANDOM_NUMBERS).message())
                .isEqualTo("the random-number scheme is independent, it was shared; all else is as it was");
    }

    @Test
    void olderKeyOfRandomNumbers_isRead() throws IOException {
        copy();
        edit("manifest.json", text -> text.replace("\"random_numbers\":", "\"luck\":"));
        assertThat(reproduction(CATALOG).check().vouchesForAll()).isTrue();
        edit("manifest.json", text -> text.replace("\"luck\": \"shared\"", "\"luck\": \"independent\""));
        only(reproduction(CATALOG).check(), Kind.RANDOM_NUMBERS);
    }

    @Test
    void renamedArm_isNotCalledAnotherSeed() throws IOException {
        copy();
        edit("manifest.json", text -> text.replace("\"name\": \"jamming\"", "\"name\": \"jamming2\""));
        assertThat(only(reproduction(CATALOG).check(), Kind.SEED_OR_NAME).message())
                .contains("the name of an arm")
                .doesNotContain("runs.csv says");
    }

    @Test
    void otherSeedScheme_isNamed() throws IOException {
        copy();
        edit("manifest.json", text -> text.replace("\"seed_scheme_version\": 1", "\"seed_scheme_version\": 0"));
        assertThat(only(reproduction(CATALOG).check(), Kind.SEED_SCHEME).message())
                .contains("version 0");
    }

    @Test
    void changedResultRow_isNamedWithLineAndColumn() throws IOException {
        copy();
        String row = Files.readAllLines(folder.resolve("runs.csv")).get(3);
        String needs = row.split(",", -1)[7];
        edit("runs.csv", text -> text.replace(row, row.replaceFirst("," + needs + ",", ",1" + needs + ",")));
        Finding finding = only(reproduction(CATALOG).sample(1).check(), Kind.TABLE);
        assertThat(finding.where()).endsWith("runs.csv:4");
        assertThat(finding.message()).isEqualTo("needs is '1" + needs + "' here, the journal gives '" + needs + "'");
    }

    @Test
    void missingRowOfASummary_isFound() throws IOException {
        copy();
        edit("summary.csv", text -> text.substring(0, text.lastIndexOf("1,jamming")));
        Finding finding = only(reproduction(CATALOG).sample(1).check(), Kind.TABLE);
        assertThat(finding.where()).contains("summary.csv:");
        assertThat(finding.message()).isEqualTo("ends too early");
    }

    /** A journal of the same experiment whose records are not those of the manifest: here with more informants. */
    @Test
    void changedRecord_isNamed() throws IOException {
        copy();
        String digest = Files.readAllLines(folder.resolve("manifest.json")).stream()
                .filter(line -> line.matches(" +\"0\": \"[0-9a-f]{64}\",?"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*: \"|\".*", "");
        edit("manifest.json", text -> text.replace(digest, digest.replace('a', 'b')));
        ReproductionReport report =
                reproduction(CATALOG).only(new Task(1, 0, 0)).check();
        assertThat(only(report, Kind.RECORD).message())
                .isEqualTo("holds another record than the manifest's of point 0, arm base, replication 0");
        ReproductionReport all = reproduction(CATALOG).check();
        assertThat(all.findings()).extracting(Finding::kind).containsExactly(Kind.RECORD, Kind.RECORD);
        assertThat(all.findings().get(1).message()).startsWith("is the record of the journal");
    }

    /** A mechanism that does something new on one day: an event of its own, which moves nothing. */
    private static Catalog withOneEventMore(LocalDate start, LocalDate day) {
        long time = (day.toEpochDay() - start.toEpochDay()) * Times.DAY;
        return CATALOG.with(Bench.stub("test.newcomer", wiring -> {
            int kind = wiring.scheduler().kind("test.newcomer", Phase.MODEL, (now, subject, occurrence) -> 0);
            wiring.onStart(() -> wiring.scheduler().post(time, kind, 3, 4));
        }));
    }

    @Test
    void changedMechanism_isNamedWithRunMonthAndFirstEvents() throws IOException {
        copy();
        Scenario scenario = Small.scenario();
        LocalDate day = scenario.start().plusDays(100);
        ReproductionReport report =
                reproduction(withOneEventMore(scenario.start(), day)).check();
        Finding finding = only(report, Kind.MECHANISM);
        assertThat(finding.where()).isEqualTo("point 0, arm base, replication 0");
        assertThat(finding.message())
                .contains("a mechanism is not the one that made the run")
                .contains("the first month that differs is number 4, from 2009-07-01T07:30:00Z to before 2009-07-31T");
        assertThat(finding.details()).hasSize(8).first().asString().startsWith("2009-07-01T");
        assertThat(report.different()).isEqualTo(RUNS);
    }

    @Test
    void changedMechanism_thatActsOnTheFirstTickOfAMonth_isNamedEventAndAll() throws IOException {
        copy();
        Catalog changed = CATALOG.with(Bench.stub("test.newcomer", wiring -> {
            int kind = wiring.scheduler().kind("test.newcomer", Phase.POLICY, (now, subject, occurrence) -> 0);
            wiring.onStart(() -> wiring.scheduler().post(5 * Times.MONTH, kind, 3, 4));
        }));
        ReproductionReport report =
                reproduction(changed).only(new Task(1, 1, 0)).check();
        Finding finding = only(report, Kind.MECHANISM);
        assertThat(finding.where()).isEqualTo("point 1, arm jamming, replication 0");
        assertThat(finding.details().get(0)).endsWith("test.newcomer subject 3 occurrence 4 outcome 0");
    }

    /** A mechanism that counts one more session as located: no event differs. */
    @Test
    void changedMeasure_isNamedWithBothValues() throws IOException {
        copy();
        Catalog changed = CATALOG.with(Bench.stub("test.counter", wiring -> {
            var located = wiring.existingCount("located");
            wiring.onStart(() -> located.add(0));
        }));
        Finding finding = only(reproduction(changed).sample(1).check(), Kind.NUMBERS);
        assertThat(finding.message()).contains("reports other numbers, first located: ");
    }

    @Test
    void run_thatBreaksOffNow_isNamed() throws IOException {
        copy();
        Catalog changed = CATALOG.with(Bench.stub(
                "test.broken",
                wiring -> wiring.onStart(() -> {
                    throw new IllegalStateException("broken on purpose");
                })));
        Finding finding = only(reproduction(changed).sample(1).check(), Kind.FAILURE);
        assertThat(finding.message()).contains("it ended before").endsWith("broken on purpose");
    }

    @Test
    void folderWithoutDigests_isRefused() throws IOException {
        copy();
        edit("manifest.json", text -> text.substring(0, text.indexOf("  \"digests\"")) + "  \"digests\": []\n}\n");
        assertThatThrownBy(() -> reproduction(CATALOG).check())
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("the sweep was not finished");
    }
}
