package dev.borderline.experiment.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.RunFunction;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Small;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FakeRuns;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.store.Task;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Factor;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.SweepFile;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder tells what it holds, and several make one. */
class ResultFolderTest {
    private static final Program PROGRAM = new Program("1", "abc", "test 1");
    private static final int SHARDS = 3;

    @TempDir
    private Path temporary;

    private static Sweep sweep(Experiment experiment) {
        SweepFile.Heading heading = new SweepFile.Heading("few", "A \"few\"", "What if?\nAnd then?");
        return new Sweep(heading, experiment, Shard.WHOLE, List.of("borderline", "sweep", "a b.yaml"));
    }

    private ResultFolder folder(String name) {
        return new ResultFolder(temporary.resolve(name));
    }

    private static void fill(ResultFolder folder, Sweep sweep, RunFunction function) throws IOException {
        try (RunStore store = folder.open(sweep, PROGRAM)) {
            Runner.of(function, store).shard(sweep.shard()).threads(2).run();
            folder.write(sweep, PROGRAM, store);
        }
    }

    private List<ResultFolder> shards(Sweep sweep) throws IOException {
        List<ResultFolder> folders = IntStream.rangeClosed(1, SHARDS)
                .mapToObj(i -> folder("part" + i))
                .toList();
        for (int i = 0; i < SHARDS; i++) {
            fill(folders.get(i), sweep.with(new Shard(i + 1, SHARDS)), FakeRuns::run);
        }
        return folders;
    }

    private static Merge.Result merge(List<ResultFolder> folders, ResultFolder target) throws IOException {
        return Merge.folders(folders, target, StandardCatalog.standard());
    }

    private static void assertSameTables(ResultFolder one, ResultFolder other) throws IOException {
        try (Stream<Path> files = Files.list(one.path())) {
            List<Path> tables =
                    files.filter(file -> file.toString().endsWith(".csv")).toList();
            assertThat(tables).hasSizeGreaterThanOrEqualTo(4);
            for (Path table : tables) {
                assertThat(other.path().resolve(table.getFileName())).hasSameBinaryContentAs(table);
            }
        }
        assertThat(digests(other)).isEqualTo(digests(one)).contains("replications");
    }

    private static String digests(ResultFolder folder) throws IOException {
        String manifest = Files.readString(folder.path().resolve(Manifest.FILE));
        return manifest.substring(manifest.indexOf("\"digests\""));
    }

    @Test
    void saved_ofAnyFolder_isTheExperimentItself() throws IOException {
        List<Factor> vary = List.of(Factor.of(Small.COVERAGE, 0.1 + 0.2, 1 / 3.0, 1e-7));
        Arm strict = Arm.of(Policy.of("strict", Move.scale(LocalDate.of(2009, 9, 1), "surveillance.coverage", 2)));
        Experiment experiment = new Experiment(
                Small.scenario(), Design.grid(vary), List.of(Arm.base(), strict), 4, 42, List.of("arrests"));
        Sweep sweep = sweep(experiment).with(Shard.parse("2/3"));
        folder("a").open(sweep, PROGRAM).close();

        SavedSweep saved = folder("a").saved(StandardCatalog.standard());
        Experiment again = saved.sweep().experiment();

        assertThat(again.sha256()).isEqualTo(experiment.sha256());
        assertThat(again.design().point(1)).isEqualTo(experiment.design().point(1));
        assertThat(again.scenario(2, 1).sha256())
                .isEqualTo(experiment.scenario(2, 1).sha256());
        assertThat(again.outcomes()).isEqualTo(experiment.outcomes());
        assertThat(again.tasks()).isEqualTo(experiment.tasks());
        assertThat(saved.program()).isEqualTo(PROGRAM);
        assertThat(saved.sweep().heading()).isEqualTo(sweep.heading());
        assertThat(saved.sweep().command()).isEqualTo(sweep.command());
        assertThat(saved.sweep().shard()).isEqualTo(sweep.shard());
    }

    @Test
    void saved_ofADesignChangedByHand_isRefused() throws IOException {
        folder("a").open(sweep(FakeRuns.experiment(2)), PROGRAM).close();
        Path design = temporary.resolve("a/design.csv");
        Files.writeString(design, Files.readString(design).replace("0.03", "0.04"));

        assertThatThrownBy(() -> folder("a").saved(StandardCatalog.standard()))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("is not the experiment whose digest it has");
        Files.writeString(design, "point,x\n0,1\n");
        assertThatThrownBy(() -> folder("a").saved(StandardCatalog.standard())).hasMessageContaining("other columns");
    }

    private void assertRefused(Experiment other, String because) {
        assertThatThrownBy(() -> folder("a").open(sweep(other), PROGRAM))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("holds the runs of another experiment: " + because + ". Put it back");
    }

    @Test
    void open_ofAnotherExperiment_saysInWhatItDiffers() throws IOException {
        Experiment made = FakeRuns.experiment(2);
        folder("a").open(sweep(made), PROGRAM).close();
        Scenario base = made.base();
        Design more = Design.grid(List.of(Factor.of(Small.COVERAGE, 0.0, 0.03, 0.13)));

        assertRefused(made.with(base, more, 43), "seed is 42 there, 43 here; the points of the design are others");
        assertRefused(
                made.with(RandomNumbers.INDEPENDENT), "the random-number scheme is shared there, independent here");
        assertRefused(
                made.with(base.with(Small.BRIBES, 0.5), made.design(), 42),
                "scenario tightening-2015 has other inputs, dates or moves (" + Small.BRIBES + " is 0.5, it was "
                        + Numbers.exact(base.value(Small.BRIBES)) + ")");
        Move strict = Move.set(LocalDate.of(2009, 9, 1), "surveillance.coverage", 0.5);
        assertRefused(
                made.with(base.with(Policy.of("strict", strict)), made.design(), 42),
                "scenario tightening-2015 has other inputs, dates or moves (a move is new: 2009-09-01"
                        + " surveillance.coverage set 0.5)");
        Map<String, Double> four = Map.of(
                "calling.value_mean_usd", 1.0, "needs.rate_mean_per_year", 2.0, Small.BRIBES, 0.5, Small.COVERAGE, 0.5);
        assertThatThrownBy(() -> folder("a").open(sweep(made.with(base.with(four), made.design(), 42)), PROGRAM))
                .hasMessageContaining("(calling.value_mean_usd is 1, it was ")
                .hasMessageContaining(", and 1 more)");
        assertRefused(
                new Experiment(base, made.design(), List.of(Arm.base()), 2, 42, List.of()),
                "the list of arms is base, no, \"quoted\" there, base here");
        Arm changed = Arm.of("no, \"quoted\"", scenario -> scenario.with(Small.BRIBES, 0.5));
        assertRefused(
                new Experiment(base, made.design(), List.of(Arm.base(), changed), 2, 42, List.of()),
                "arm no, \"quoted\" changes something else (" + Small.BRIBES + " is 0.5, it was "
                        + Numbers.exact(
                                made.arms().get(1).applyTo(base, Map.of()).value(Small.BRIBES)) + ")");
        Files.delete(temporary.resolve("a").resolve(Manifest.FILE));
        assertRefused(
                made.with(RandomNumbers.INDEPENDENT), "the scenario, design, arms, random numbers or seed differ");
    }

    @Test
    void saved_whereNoSweepIs_isRefused() {
        assertThatThrownBy(() -> folder("nowhere").saved(StandardCatalog.standard()))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("holds no manifest.json");
    }

    @Test
    void merged_threeShards_hasTheBytesOfTheWhole() throws IOException {
        Sweep sweep = sweep(FakeRuns.experiment(7));
        fill(folder("whole"), sweep, FakeRuns::run);

        Merge.Result merged = merge(shards(sweep), folder("merged"));

        assertThat(merged.runs()).isEqualTo(42).isEqualTo(merged.added());
        assertThat(merged.missing().count()).isZero();
        assertThat(temporary.resolve("merged/_SUCCESS")).exists();
        assertSameTables(folder("whole"), folder("merged"));
    }

    /** As every manifest was written before the key had its present name. */
    private static void writeOlderKey(ResultFolder folder) throws IOException {
        Path manifest = folder.path().resolve(Manifest.FILE);
        String text = Files.readString(manifest);
        assertThat(text).contains("\"random_numbers\":");
        Files.writeString(manifest, text.replace("\"random_numbers\":", "\"luck\":"));
    }

    @ParameterizedTest
    @EnumSource(RandomNumbers.class)
    void foldersWithTheOlderKeyOfRandomNumbers_areGoneOnWithAndMerged(RandomNumbers scheme) throws IOException {
        Sweep sweep = sweep(FakeRuns.experiment(7).with(scheme));
        folder("a").open(sweep, PROGRAM).close();
        writeOlderKey(folder("a"));
        assertRefused(
                FakeRuns.experiment(7).with(other(scheme)),
                "the random-number scheme is " + scheme.word() + " there, "
                        + other(scheme).word() + " here");
        fill(folder("a"), sweep, FakeRuns::run);
        assertThat(folder("a").path().resolve(Manifest.FILE))
                .content()
                .contains("\"random_numbers\": \"" + scheme.word() + "\"")
                .doesNotContain("luck");
        List<ResultFolder> shards = shards(sweep);
        writeOlderKey(shards.get(0));
        writeOlderKey(shards.get(2));

        assertThat(merge(shards, folder("merged")).missing().count()).isZero();
        assertSameTables(folder("a"), folder("merged"));
        Experiment merged =
                folder("merged").saved(StandardCatalog.standard()).sweep().experiment();
        assertThat(merged.randomNumbers()).isEqualTo(scheme);
    }

    private static RandomNumbers other(RandomNumbers scheme) {
        return scheme == RandomNumbers.SHARED ? RandomNumbers.INDEPENDENT : RandomNumbers.SHARED;
    }

    @Test
    void merged_partByPart_namesWhatIsMissingUntilWhole() throws IOException {
        Sweep sweep = sweep(FakeRuns.experiment(7));
        fill(folder("whole"), sweep, FakeRuns::run);
        List<ResultFolder> shards = shards(sweep);

        Merge.Result two = merge(shards.subList(0, 2), folder("merged"));

        assertThat(two.parts()).isEqualTo(new Shard(1, 3));
        assertThat(two.missing().byShard()).containsExactly(Map.entry(3, 14));
        assertThat(two.missing().first())
                .hasSize(5)
                .allMatch(task -> new Shard(3, 3).contains(sweep.experiment().tasks(), task));
        assertThat(temporary.resolve("merged/runs.csv")).doesNotExist();
        Merge.Result three = merge(shards.subList(2, 3), folder("merged"));
        assertThat(three.added()).isEqualTo(14);
        assertThat(three.missing().count()).isZero();
        assertThat(merge(shards, folder("merged")).added()).isZero();
        assertSameTables(folder("whole"), folder("merged"));
    }

    @Test
    void merged_failedAndFinished_finishedWins() throws IOException {
        Sweep sweep = sweep(FakeRuns.experiment(1));
        RunFunction failing = task -> {
            throw new IllegalStateException("broke");
        };
        fill(folder("failed"), sweep, failing);
        fill(folder("whole"), sweep, FakeRuns::run);

        assertThat(merge(List.of(folder("failed"), folder("whole")), folder("merged"))
                        .failed())
                .isZero();
        assertSameTables(folder("whole"), folder("merged"));
        assertThat(temporary.resolve("merged/failures.csv")).doesNotExist();
    }

    @Test
    void merge_ofStrangers_isRefusedWithoutAFolder() throws IOException {
        Experiment experiment = FakeRuns.experiment(1);
        fill(folder("a"), sweep(experiment), FakeRuns::run);
        Experiment other = new Experiment(experiment.base(), experiment.design(), experiment.arms(), 1, 43, List.of());
        fill(folder("b"), sweep(other), FakeRuns::run);
        folder("c").open(sweep(experiment), new Program("1", "abd", "test 2")).close();

        assertThatThrownBy(() -> merge(List.of(folder("a"), folder("b")), folder("merged")))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("different experiments");
        assertThatThrownBy(() -> merge(List.of(folder("a"), folder("c")), folder("merged")))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("different programs, test 2 and test 1");
        assertThat(temporary.resolve("merged")).doesNotExist();
    }

    @Test
    void merge_ofOneRunWithTwoResults_isRefused() throws IOException {
        Sweep sweep = sweep(FakeRuns.experiment(1));
        fill(folder("a"), sweep, FakeRuns::run);
        fill(folder("b"), sweep, task -> {
            FinishedRun run = FakeRuns.run(task);
            return task.equals(new Task(1, 0, 0))
                    ? FakeRuns.retraced(run, FakeRuns.run(new Task(1, 0, 9)).trace())
                    : run;
        });

        assertThatThrownBy(() -> merge(List.of(folder("a"), folder("b")), folder("merged")))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("point 1, arm 0, replication 0 has other numbers in");
    }

    @Test
    void folder_ofAShard_takesNoOtherShardButTheWhole() throws IOException {
        Sweep sweep = sweep(FakeRuns.experiment(3));
        fill(folder("a"), sweep.with(Shard.parse("1/3")), FakeRuns::run);

        assertThatThrownBy(() -> folder("a").open(sweep.with(Shard.parse("2/3")), PROGRAM))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("holds shard 1/3: name another folder for shard 2/3");
        assertThat(temporary.resolve("a/runs.csv")).doesNotExist();
        fill(folder("a"), sweep, FakeRuns::run);
        fill(folder("whole"), sweep, FakeRuns::run);
        assertSameTables(folder("whole"), folder("a"));
    }

    /** The first way of cutting, which has no key of its own, and the second. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void folder_ofAShard_staysCutAsItWasBegun(boolean keepsArms) throws IOException {
        Sweep sweep = sweep(FakeRuns.experiment(3));
        Shard begun = new Shard(1, 3, keepsArms);
        fill(folder("a"), sweep.with(begun), FakeRuns::run);
        String manifest = Files.readString(temporary.resolve("a").resolve(Manifest.FILE));

        assertThat(manifest.contains("\"shard_layout\": 2")).isEqualTo(keepsArms);
        assertThat(folder("a").saved(StandardCatalog.standard()).sweep().shard())
                .isEqualTo(begun);
        Sweep other = sweep.with(new Shard(1, 3, !keepsArms));
        assertThat(folder("a").asBegun(other).shard()).isEqualTo(begun);
        assertThat(folder("new").asBegun(other)).isSameAs(other);
        assertThatThrownBy(() -> folder("a").open(other, PROGRAM))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("holds shard 1/3: name another folder for shard 1/3, which is cut otherwise");
    }

    @Test
    void folder_ofAShardCutInAnUnknownWay_isRefused() throws IOException {
        fill(folder("a"), sweep(FakeRuns.experiment(3)).with(new Shard(1, 3, true)), FakeRuns::run);
        Path file = temporary.resolve("a").resolve(Manifest.FILE);
        Files.writeString(file, Files.readString(file).replace("\"shard_layout\": 2", "\"shard_layout\": 3"));

        assertThatThrownBy(() -> folder("a").saved(StandardCatalog.standard()))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("of another version: its shards are cut in way 3");
    }

    /** Folders that are cut differently are merged all the same; what is missing is then of no shard. */
    @Test
    void merged_shardsCutInTwoWays_haveTheBytesOfTheWholeOnceAllIsThere() throws IOException {
        Sweep sweep = sweep(FakeRuns.experiment(7));
        fill(folder("whole"), sweep, FakeRuns::run);
        fill(folder("first"), sweep.with(new Shard(1, 2, true)), FakeRuns::run);
        fill(folder("second"), sweep.with(new Shard(2, 2, false)), FakeRuns::run);
        fill(folder("third"), sweep.with(new Shard(2, 2, true)), FakeRuns::run);

        Merge.Result two = merge(List.of(folder("first"), folder("second")), folder("merged"));

        assertThat(two.parts()).isEqualTo(Shard.WHOLE);
        assertThat(two.missing().count()).isPositive();
        assertThat(merge(List.of(folder("third")), folder("merged")).missing().count())
                .isZero();
        assertSameTables(folder("whole"), folder("merged"));
    }

    @Test
    void finished_again_changesNoFile() throws IOException {
        Sweep sweep = sweep(FakeRuns.experiment(2));
        fill(folder("a"), sweep, FakeRuns::run);
        Map<String, FileTime> before = times();

        fill(folder("a"), sweep, FakeRuns::run);

        assertThat(times()).isEqualTo(before).containsKeys("runs.csv", "manifest.json", "_SUCCESS");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"delete", "touch", "shorten", "replications", "outcomes"})
    void finished_butChanged_isWrittenAnew(String change) throws IOException {
        Sweep sweep = sweep(FakeRuns.experiment(2));
        fill(folder("a"), sweep, FakeRuns::run);
        Path runs = temporary.resolve("a/runs.csv");
        byte[] right = Files.readAllBytes(runs);
        Experiment experiment = sweep.experiment();
        switch (change) {
            case "delete" -> Files.delete(runs);
            case "touch" -> {
                Files.writeString(runs, "x".repeat(right.length));
                Files.setLastModifiedTime(
                        runs, FileTime.from(Instant.now().plusSeconds(2))); // clocks of disks are coarse
            }
            case "shorten" -> Files.writeString(runs, "x");
            case "replications" -> sweep = sweep.withReplications(1);
            case "outcomes" ->
                sweep = sweep(new Experiment(
                        experiment.base(), experiment.design(), experiment.arms(), 2, 42, List.of("paid_usd")));
            default -> throw new AssertionError(change);
        }
        byte[] yearly = Files.readAllBytes(temporary.resolve("a/yearly.csv"));

        fill(folder("a"), sweep, FakeRuns::run);

        assertThat(Arrays.equals(Files.readAllBytes(runs), right)).isEqualTo(!change.equals("replications"));
        boolean sameYears = !change.equals("replications") && !change.equals("outcomes");
        assertThat(Arrays.equals(Files.readAllBytes(temporary.resolve("a/yearly.csv")), yearly))
                .isEqualTo(sameYears);
        assertThat(temporary.resolve("a/_SUCCESS")).exists();
    }

    private Map<String, FileTime> times() throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.list(temporary.resolve("a"))) {
            for (Path file : files.toList()) {
                times.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    @Test
    void otherProgram_onResume_isRefusedAndNothingChanges() throws IOException {
        Sweep sweep = sweep(FakeRuns.experiment(2));
        fill(folder("a"), sweep, FakeRuns::run);
        byte[] journal = Files.readAllBytes(temporary.resolve("a/runs.journal"));
        String manifest = Files.readString(temporary.resolve("a/manifest.json"));

        assertThatThrownBy(() -> folder("a").open(sweep, new Program("2", "def", "test 2")))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("holds runs made by test 1, this is test 2");
        assertThat(Files.readAllBytes(temporary.resolve("a/runs.journal"))).isEqualTo(journal);
        assertThat(temporary.resolve("a/manifest.json")).hasContent(manifest);
        assertThat(temporary.resolve("a/_SUCCESS")).exists();
    }

    /** Length and time are as they were: only what stands in the table tells. */
    @Test
    void tableDamaged_withLengthAndTimeAsBefore_breaksTheSealAndIsWrittenAgain() throws IOException {
        Sweep sweep = sweep(FakeRuns.experiment(2));
        fill(folder("a"), sweep, FakeRuns::run);
        for (String name : List.of("runs.csv", "summary.csv", "yearly.csv", "design.csv")) {
            Path table = temporary.resolve("a").resolve(name);
            FileTime time = Files.getLastModifiedTime(table);
            byte[] whole = Files.readAllBytes(table);
            byte[] damaged = whole.clone();
            damaged[whole.length - 3] ^= 1;
            Files.write(table, damaged);
            Files.setLastModifiedTime(table, time);

            fill(folder("a"), sweep, FakeRuns::run);

            assertThat(table).hasBinaryContent(whole);
        }
    }

    /** The terminal and a report that reads the manifest have one title. */
    @Test
    void titleEditedAfterwards_reachesTheManifest() throws IOException {
        Sweep sweep = sweep(FakeRuns.experiment(1));
        fill(folder("a"), sweep, FakeRuns::run);
        SweepFile.Heading edited = new SweepFile.Heading("few", "Another title", "What if?");
        fill(folder("a"), new Sweep(edited, sweep.experiment(), Shard.WHOLE, sweep.command()), FakeRuns::run);

        assertThat(folder("a").saved(StandardCatalog.standard()).sweep().heading())
                .isEqualTo(edited);
        assertThat(temporary.resolve("a/_SUCCESS")).exists();
    }

    /** The command of the folder with fewer replications would hide the runs of the other. */
    @Test
    void merged_shardsOfDifferentReplications_haveTheCommandOfTheMost() throws IOException {
        SweepFile.Heading heading = sweep(FakeRuns.experiment(1)).heading();
        for (int replications : new int[] {4, 8}) {
            List<String> command = List.of("borderline", "sweep", "x.yaml", "-n", Integer.toString(replications));
            Shard shard = new Shard(replications / 4, 2);
            Sweep part = new Sweep(heading, FakeRuns.experiment(replications), shard, command);
            fill(folder("part" + replications), part, FakeRuns::run);
        }

        Merge.Result merged = merge(List.of(folder("part4"), folder("part8")), folder("merged"));

        assertThat(merged.sweep().experiment().replications()).isEqualTo(8);
        assertThat(merged.sweep().command()).endsWith("8");
    }

    /** Outcomes are no part of the experiment's digest. */
    @Test
    void outcomeThatNoRunHas_isRefusedOnReading() throws IOException {
        fill(folder("a"), sweep(FakeRuns.experiment(1)), FakeRuns::run);
        Path manifest = temporary.resolve("a/manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"calls\"", "\"calks\""));
        Experiment saved = folder("a").saved(StandardCatalog.standard()).sweep().experiment();

        assertThatThrownBy(() -> folder("a").read(saved))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining(
                        "manifest.json asks for what the runs do not have: no measure calks; nearest is calls");
    }
}
