package dev.borderline.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.Task;
import dev.borderline.mechanism.StandardCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code status} of folders in every state. */
class StatusCommandTest {
    private static final int WIDTH = 80;

    @TempDir
    private static Path finished = Path.of("");

    @TempDir
    private Path temporary = Path.of("");

    private Path folder = Path.of("");
    private Path journal = Path.of("");

    @BeforeAll
    static void sweepOnce() {
        assertThat(sweep(finished, "--quiet").code()).isZero();
    }

    @BeforeEach
    void copyTheFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("r"));
        journal = folder.resolve("runs.journal");
        try (Stream<Path> files = Files.list(finished.resolve("r"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static Ran sweep(Path around, String... more) {
        Path file = Small.sweep(around, "arms: {base: , blind: {set: {levers.surveillance.informants_per_year: 0}}}\n");
        String out = around.resolve("r").toString();
        List<String> args = new ArrayList<>(List.of("sweep", file.toString(), "--out", out));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    private Ran sweep(String... more) {
        return sweep(temporary, more);
    }

    private void cut(double share) throws IOException {
        byte[] whole = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(whole, (int) (whole.length * share)));
    }

    private Ran status(String... more) {
        List<String> args = new ArrayList<>(List.of("status", folder.toString()));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    private JsonNode json(String... more) {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--json");
        return JsonMapper.shared().readTree(status(args.toArray(new String[0])).out());
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(
                        file.getFileName().toString(),
                        Files.getLastModifiedTime(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    @Test
    void finished_sweep_saysSoAndHowWellOutcomesAreKnown() {
        Ran ran = status();

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.outLines())
                .contains("small-sweep: Two by two", "  done       16 of 16 runs (100 %)", "  failed     0")
                .contains("  left       0", "  writer     none")
                .anyMatch(line -> line.matches("  arrests +±[0-9.]+ % +±[0-9.]+ % +point \\d, arm (base|blind)"))
                .noneMatch(line -> line.startsWith("To go on"));
        assertThat(ran.outLines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH + 40));
    }

    @Test
    void torn_journal_isCountedAndNotTouched() throws IOException {
        cut(0.6);
        Map<String, String> before = contents();

        Ran ran = status("--by", "cell");
        JsonNode json = json();

        assertThat(contents()).isEqualTo(before);
        int done = json.get("runs_done").asInt();
        assertThat(done).isBetween(1, 15);
        assertThat(json.get("runs_left").asInt()).isEqualTo(16 - done);
        assertThat(json.get("torn_bytes").asLong()).isPositive();
        assertThat(json.get("writer").isNull()).isTrue();
        assertThat(ran.out())
                .contains("the runs they held are made again when the sweep goes on")
                .contains("To go on: ./borderline sweep " + finished.resolve("small-sweep.yaml") + " --out " + folder);
        assertThat(sweep().err())
                .contains("holds " + done + " of 16 runs already")
                .contains("was cut short; it is made again");
        assertThat(json().get("torn_bytes").asLong()).isZero();
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"arm", "point", "cell"})
    void by_anyGroup_sumsToTheWhole(String by) throws IOException {
        cut(0.6);
        JsonNode json = json("--by", by);
        int done = 0;
        int left = 0;
        for (JsonNode group : json.get("by_" + by)) {
            done += group.get("runs_done").asInt();
            left += group.get("runs_left").asInt();
        }

        assertThat(json.get("by_" + by).size())
                .isEqualTo(Map.of("arm", 2, "point", 4, "cell", 8).get(by));
        assertThat(done).isEqualTo(json.get("runs_done").asInt());
        assertThat(left).isEqualTo(json.get("runs_left").asInt());
        assertThat(status("--by", by).out()).contains("done  failed  left");
    }

    @Test
    void inUse_byThisProcess_namesItAndDoesNotFreeTheFolder() throws IOException {
        cut(0.6);
        ResultFolder results = new ResultFolder(folder);
        Sweep sweep = results.saved(StandardCatalog.standard()).sweep();
        try (Journal used = results.open(sweep, Version.asProgram())) {
            JsonNode json = json();

            assertThat(json.get("writer").get("process").asLong())
                    .isEqualTo(ProcessHandle.current().pid());
            assertThat(json.get("runs_done").asInt()).isEqualTo(used.size());
            assertThat(status().out())
                    .contains("process " + ProcessHandle.current().pid())
                    .doesNotContain("To go on");
            Ran second = sweep();
            assertThat(second.code()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(second.errLines()).hasSize(1);
            assertThat(second.err())
                    .contains("is in use: process " + ProcessHandle.current().pid());
        }
        assertThat(json().get("writer").isNull()).isTrue();
        assertThat(sweep().code()).isZero();
    }

    @Test
    void failed_run_isToldWithTheCommandThatRepeatsIt() throws IOException {
        cut(0.6);
        ResultFolder results = new ResultFolder(folder);
        Sweep sweep = results.saved(StandardCatalog.standard()).sweep();
        Task lost = new Task(3, 1, 1);
        try (Journal journal = results.open(sweep, Version.asProgram())) {
            journal.append(new FailedRun(lost, "a row is odd", "./borderline sweep s.yaml --only 3/blind/1"));
        }

        JsonNode json = json();
        Ran ran = status();

        assertThat(json.get("runs_failed").asInt()).isEqualTo(1);
        assertThat(json.get("failures").get(0).get("run").asString()).isEqualTo("3/blind/1");
        assertThat(ran.outLines())
                .containsSubsequence(
                        "3/blind/1 failed: a row is odd", "  to repeat it: ./borderline sweep s.yaml --only 3/blind/1");
        Ran on = sweep();
        assertThat(on.code()).isEqualTo(ExitCodes.PARTIAL);
        assertThat(on.err()).contains("1 run failed; 'borderline status " + folder + "' says why");
        assertThat(sweep("--retry-failed").code()).isZero();
        assertThat(json().get("runs_failed").asInt()).isZero();
    }

    @Test
    void shard_folder_countsItsOwnRuns() {
        folder = temporary.resolve("part");
        Path file = Small.sweep(temporary, "");
        Ran.command("sweep", file.toString(), "--shard", "1/3", "--out", folder.toString());

        JsonNode json = json();

        assertThat(json.get("shard").asString()).isEqualTo("1/3");
        assertThat(json.get("runs_total").asInt())
                .isEqualTo(json.get("runs_done").asInt())
                .isBetween(2, 3);
        assertThat(status().out()).contains("part, shard 1/3, of small");
    }

    @Test
    void folder_ofNoSweep_isRefused() throws IOException {
        folder = Files.createDirectory(temporary.resolve("empty"));

        Ran ran = status();

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("holds no manifest.json: is it the folder of a sweep?");
    }
}
