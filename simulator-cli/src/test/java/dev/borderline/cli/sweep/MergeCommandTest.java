package dev.borderline.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.JournalHead;
import dev.borderline.mechanism.StandardCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code sweep --shard} and {@code merge}. */
class MergeCommandTest {
    private static final List<String> TABLES = List.of("design.csv", "runs.csv", "summary.csv", "yearly.csv");

    @TempDir
    private Path folder = Path.of("");

    private Ran sweep(String out, String... more) {
        Path file = Small.sweep(folder, "");
        List<String> args = new ArrayList<>(List.of("sweep", file.toString(), "--replications", "3", "--out", at(out)));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode digests(String name) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve(name).resolve("manifest.json")))
                .get("digests");
    }

    @Test
    void merged_threeShards_hasTheBytesOfTheSweepMadeAtOnce() throws IOException {
        sweep("whole");
        for (String shard : List.of("1/3", "2/3", "3/3")) {
            Ran part = sweep("part" + shard.charAt(0), "--shard", shard);
            assertThat(part.code()).isZero();
            assertThat(part.out())
                    .startsWith("shard " + shard + " of small-sweep: 4 runs in ")
                    .contains("merge");
        }

        Ran merged = Ran.command("merge", at("part1"), at("part2"), at("part3"), "--out", at("merged"));

        assertThat(merged.err()).isEmpty();
        assertThat(merged.code()).isZero();
        assertThat(merged.out()).contains("holds 12 of 12 runs of small-sweep; 12 came from 3 folders");
        for (String table : TABLES) {
            assertThat(folder.resolve("merged").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(table));
        }
        assertThat(digests("merged")).isEqualTo(digests("whole"));
        assertThat(folder.resolve("merged/_SUCCESS")).exists();
        assertThat(folder.resolve("part1/runs.csv")).doesNotExist();
    }

    @Test
    void merge_withAShardMissing_namesItWithTheCommandThatMakesIt() {
        sweep("part1", "--shard", "1/3");
        sweep("part3", "--shard", "3/3");

        Ran merged = Ran.command("merge", at("part1"), at("part3"), "--out", at("merged"));

        assertThat(merged.code()).isEqualTo(ExitCodes.PARTIAL);
        assertThat(merged.out()).contains("holds 8 of 12 runs");
        String sweep = "./borderline sweep " + folder.resolve("small-sweep.yaml") + " --replications 3";
        assertThat(merged.errLines())
                .containsExactly(
                        "borderline: 4 runs of shard 2/3 are missing; to make them: " + sweep + " --shard 2/3",
                        "borderline: then merge again; or make all that is missing in place: " + sweep + " --out "
                                + at("merged"));
        assertThat(folder.resolve("merged/runs.csv")).doesNotExist();
        assertThat(sweep("merged").err()).contains("holds 8 of 12 runs already");
        assertThat(folder.resolve("merged/runs.csv")).exists();
    }

    /** Arms that part late; cut anew, they are together, and each part simulates their past once. */
    private Ran sweepOfArms(String out, String... more) {
        Path file = Small.sweep(folder, """
                arms:
                  base:
                  late:
                    - {lever: surveillance.teams, at: 2010-06-01, scale: 3}
                """);
        List<String> args = new ArrayList<>(List.of("sweep", file.toString(), "--out", at(out)));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    @Test
    void merged_shardsThatKeepArmsTogether_haveTheBytesOfTheSweepMadeAtOnce() throws IOException {
        sweepOfArms("whole", "--threads", "1");
        for (String shard : List.of("1/3", "2/3", "3/3")) {
            Ran part = sweepOfArms("part" + shard.charAt(0), "--shard", shard);
            assertThat(part.code()).isZero();
            assertThat(Files.readString(folder.resolve("part" + shard.charAt(0) + "/manifest.json")))
                    .contains("\"shard_layout\": 2");
        }

        Ran merged = Ran.command("merge", at("part1"), at("part2"), at("part3"), "--out", at("merged"));

        assertThat(merged.code()).isZero();
        for (String table : TABLES) {
            assertThat(folder.resolve("merged").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(table));
        }
        assertThat(digests("merged")).isEqualTo(digests("whole"));
        assertThat(Files.readString(folder.resolve("merged/manifest.json"))).doesNotContain("shard_layout");
    }

    /** As shards were cut before arms were kept together. */
    @Test
    void merged_shardsThatPartArms_areCompletedInTheirWay() throws IOException {
        sweepOfArms("whole", "--threads", "1");
        sweepOfArms("part1", "--shard", "1/2", "--no-sharing", "--replications", "1");
        Ran more = sweepOfArms("part1", "--shard", "1/2");
        assertThat(more.code()).isZero();
        assertThat(Files.readString(folder.resolve("part1/manifest.json"))).doesNotContain("shard_layout");

        Ran one = Ran.command("merge", at("part1"), "--out", at("merged"));

        assertThat(one.err()).contains("8 runs of shard 2/2 are missing", "--no-sharing --shard 2/2");
        sweepOfArms("part2", "--shard", "2/2", "--no-sharing");
        assertThat(Ran.command("merge", at("part2"), "--out", at("merged")).code())
                .isZero();
        assertThat(digests("merged")).isEqualTo(digests("whole"));
    }

    @Test
    void json_asked_countsAndNamesWhatIsMissing() {
        sweep("part2", "--shard", "2/3");

        JsonNode json = JsonMapper.shared()
                .readTree(Ran.command("merge", at("part2"), "--out", at("merged"), "--json")
                        .out());

        assertThat(json.get("runs_done").asInt()).isEqualTo(4);
        assertThat(json.get("runs_missing").asInt()).isEqualTo(8);
        assertThat(json.get("missing_by_shard").get("3/3").asInt()).isEqualTo(4);
        assertThat(json.get("first_missing").get(0).asString()).isEqualTo("0/base/0");
    }

    @Test
    void merge_ofOtherSweeps_isRefusedInOneLine() {
        sweep("a", "--shard", "1/2");
        sweep("b", "--shard", "2/2", "--seed", "8");

        Ran merged = Ran.command("merge", at("a"), at("b"), "--out", at("merged"));

        assertThat(merged.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(merged.out()).isEmpty();
        assertThat(merged.errLines()).hasSize(1);
        assertThat(merged.err()).contains(at("b") + " and " + at("a") + " hold runs of different experiments");
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    @Test
    void merge_ofNoSweep_isRefused() {
        Ran merged = Ran.command("merge", at("nowhere"), "--out", at("merged"));

        assertThat(merged.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(merged.err()).contains("holds no manifest.json");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"4/3", "0/3", "third"})
    void shard_thatIsNone_isRefusedWithoutAFolder(String shard) {
        Ran ran = sweep("r", "--shard", shard);

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("--shard " + shard + " is no shard: it is I/N");
        assertThat(folder.resolve("r")).doesNotExist();
    }

    /** The core may have changed between two builds of one version: their runs are never mixed. */
    @Test
    void sweep_ofAFolderMadeByAnotherProgram_isRefusedAndLeftAlone() throws IOException {
        sweep("model");
        ResultFolder model = new ResultFolder(folder.resolve("model"));
        JournalHead other = new JournalHead(
                model.saved(StandardCatalog.standard()).sweep().experiment().sha256(), "borderline 0.0.9 core 0123");
        Path journal = Files.createDirectory(folder.resolve("old")).resolve("runs.journal");
        Journal.open(
                        journal,
                        other,
                        model.saved(StandardCatalog.standard())
                                .sweep()
                                .experiment()
                                .tasks())
                .close();
        byte[] before = Files.readAllBytes(journal);

        Ran ran = sweep("old");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err())
                .contains("holds runs made by borderline 0.0.9 core 0123, this is " + Version.build())
                .contains("use that program, or another folder");
        assertThat(Files.readAllBytes(journal)).isEqualTo(before);
    }
}
