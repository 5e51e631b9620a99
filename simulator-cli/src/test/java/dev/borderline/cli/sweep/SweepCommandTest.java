package dev.borderline.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code sweep} on a small grid. */
class SweepCommandTest {
    private static final int WIDTH = 80;
    private static final List<String> TABLES = List.of("design.csv", "runs.csv", "summary.csv", "yearly.csv");

    @TempDir
    private Path folder = Path.of("");

    private Ran sweep(String out, String... more) {
        Path file = Small.sweep(folder, "");
        List<String> args = new ArrayList<>(
                List.of("sweep", file.toString(), "--out", folder.resolve(out).toString()));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    private void assertSameTables(String one, String other) throws IOException {
        for (String table : TABLES) {
            assertThat(folder.resolve(one).resolve(table))
                    .hasSameBinaryContentAs(folder.resolve(other).resolve(table));
        }
    }

    @Test
    void folder_afterwards_holdsEverythingPromised() throws IOException {
        Ran ran = sweep("r");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        try (Stream<Path> files = Files.list(folder.resolve("r"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("manifest.json", "runs.journal", "_SUCCESS")
                    .containsAll(TABLES);
        }
        assertThat(Files.readAllLines(folder.resolve("r/runs.csv"))).hasSize(1 + 2 * 2 * 2);
    }

    @Test
    void table_twoFactors_isAMatrixPerOutcomeWithin80Columns() {
        Ran ran = sweep("r");

        assertThat(ran.outLines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
        assertThat(ran.outLines()).contains("contact_share, %").anyMatch(line -> line.startsWith("arrests, "));
        assertThat(ran.out()).contains("±").contains("What each step of coverage changes, at bribe_detection 0.05");
        assertThat(ran.out())
                .contains("Where to look next: " + folder.resolve("r"))
                .contains("what-ifs");
    }

    @Test
    void manifest_shape_namesExperimentAndProgram() throws IOException {
        sweep("r");
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(folder.resolve("r/manifest.json")));

        assertThat(manifest.get("schema").asInt()).isEqualTo(1);
        assertThat(manifest.get("scenario").get("name").asString()).isEqualTo("small");
        assertThat(manifest.get("program").get("version").asString()).isEqualTo(Version.program());
        assertThat(manifest.get("runs_done").asInt()).isEqualTo(8);
    }

    @Test
    void json_asked_isOneObjectWithEveryCell() {
        JsonNode json = JsonMapper.shared().readTree(sweep("r", "--json").out());

        assertThat(json.propertyNames())
                .containsExactly(
                        "sweep", "folder", "scenario", "seed", "replications", "shard", "runs", "failed", "cells");
        assertThat(json.get("cells").size()).isEqualTo(4);
        JsonNode cell = json.get("cells").get(1);
        assertThat(cell.get("settings").get("levers.settlement.bribe_detection").asDouble())
                .isEqualTo(0.05);
        assertThat(cell.get("measures").propertyNames())
                .containsExactlyInAnyOrder("contact_share", "arrests", "person_years_held");
        assertThat(cell.get("measures").get("arrests").get("n").asInt()).isEqualTo(2);
    }

    @Test
    void threads_oneOrThree_sameBytes() throws IOException {
        sweep("one", "--threads", "1");
        sweep("three", "--threads", "3");

        assertSameTables("one", "three");
    }

    @Test
    void sameCommandAgain_allRunsThere_changesNothingAndSaysSo() throws IOException {
        sweep("r");
        byte[] journal = Files.readAllBytes(folder.resolve("r/runs.journal"));

        Ran again = sweep("r");

        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("holds 8 of 8 runs already");
        assertThat(Files.readAllBytes(folder.resolve("r/runs.journal"))).isEqualTo(journal);
    }

    @Test
    void moreReplications_laterOrAtOnce_sameTables() throws IOException {
        sweep("bit-by-bit", "--replications", "1");
        Ran later = sweep("bit-by-bit", "--replications", "3");
        sweep("at-once", "--replications", "3");

        assertThat(later.err()).contains("holds 4 of 12 runs already");
        assertSameTables("bit-by-bit", "at-once");
    }

    @Test
    void journal_cutShort_isMadeWholeAgain() throws IOException {
        sweep("whole");
        sweep("cut");
        byte[] journal = Files.readAllBytes(folder.resolve("cut/runs.journal"));
        Files.write(folder.resolve("cut/runs.journal"), java.util.Arrays.copyOf(journal, journal.length * 2 / 3));

        Ran again = sweep("cut");

        assertThat(again.code()).isZero();
        assertThat(again.err()).doesNotContain("8 of 8");
        assertSameTables("whole", "cut");
    }

    @Test
    void outcome_thatThereIsNot_hasItsPlaceAndTheNearestName() {
        Small.scenario(folder, "");
        Path file = Small.write(folder.resolve("small-sweep.yaml"), """
                schema: 1
                name: small-sweep
                title: Misspelt
                scenario: small.yaml
                design: grid
                vary: {levers.surveillance.coverage: [0.03, 0.12]}
                precision: {relative: 5%, measures: [contct_share]}
                seed: 7
                outcomes: [arest]
                """);

        Ran ran = Ran.command("sweep", file.toString(), "--out", folder + "/r");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines())
                .containsExactly(
                        "borderline: " + file
                                + ":7:38: precision: there is no measure 'contct_share'; did you mean 'contact_share'?",
                        "borderline: " + file
                                + ":9:12: outcomes: there is no measure 'arest'; did you mean 'arrests'?");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--seed=8", "--set=calling.value_mean_usd=100"})
    void folder_ofAnotherExperiment_isRefusedAndLeftAlone(String change) throws IOException {
        sweep("r");
        byte[] runs = Files.readAllBytes(folder.resolve("r/runs.csv"));

        Ran other = sweep("r", change);

        assertThat(other.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(other.out()).isEmpty();
        assertThat(other.errLines()).hasSize(1);
        assertThat(other.err())
                .contains(
                        "another experiment: "
                                + (change.contains("seed")
                                        ? "seed is 7 there, 8 here."
                                        : "scenario small has other inputs, dates or moves (calling.value_mean_usd is 100, it was "));
        assertThat(Files.readAllBytes(folder.resolve("r/runs.csv"))).isEqualTo(runs);
    }

    @Test
    void folder_withOtherFiles_isRefused() {
        Small.write(folder.resolve("letter.txt"), "dear");

        Ran ran = sweep("");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("holds other files");
    }

    @Test
    void out_isAFile_isRefused() {
        Small.write(folder.resolve("file"), "");

        Ran ran = sweep("file");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("is a file, not a folder");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "replicatons: 2\n",
                "arms: {a: [{lever: surveillance.coverag, at: 2010-01-01, set: 0}]}\n",
                "scenario: nowhere\n"
            })
    void faultyFile_isRefusedWithoutAFolder(String more) {
        Path file = Small.sweep(folder, more);
        Path results = folder.resolve("results");

        Ran ran = Ran.command("sweep", file.toString(), "--out", results.toString());

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("borderline: ")
                .contains("small-sweep.yaml:")
                .doesNotContain("\tat ");
        assertThat(results).doesNotExist();
    }

    @Test
    void outcome_misspelt_isRefusedWithTheNearestAndWithoutAFolder() {
        Path file = Small.write(
                Small.sweep(folder, ""), Small.SWEEP.replace("[contact_share, arrests", "[contact_shar, arrests"));
        Path results = folder.resolve("results");

        Ran ran = Ran.command("sweep", file.toString(), "--out", results.toString());

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("'contact_shar'; did you mean 'contact_share'?");
        assertThat(results).doesNotExist();
    }

    @Test
    void set_ofWhatVaries_isRefused() {
        Ran ran = sweep("r", "--set", "levers.surveillance.coverage=0");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("the sweep varies it");
        assertThat(folder.resolve("r")).doesNotExist();
    }

    @Test
    void only_oneRun_hasTheFingerprintOfTheTable() throws IOException {
        sweep("r");
        String line = Files.readAllLines(folder.resolve("r/runs.csv")).get(1 + 2 * 2 + 1); // point 2, replication 1

        Ran ran = sweep("unused", "--only", "2/base/1");
        JsonNode json = JsonMapper.shared().readTree(ran.out());

        assertThat(line).startsWith("2,base,1,7," + json.get("fingerprint").asString() + ",");
        assertThat(folder.resolve("unused")).doesNotExist();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"4/base/0", "0/bass/0", "0/base", "x"})
    void only_noSuchRun_isRefused(String run) {
        Ran ran = sweep("r", "--only", run);

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("--only " + run);
    }

    @Test
    void set_thatNoPointCanHave_isRefusedWithoutAFolder() {
        Ran ran = sweep("r", "--set", "levers.sanctions.training_share=0.9");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(folder.resolve("r")).doesNotExist();
    }

    @Test
    void table_oneFactorWithArms_listsCells() {
        Path file = Small.write(
                Small.sweep(folder, ""),
                Small.SWEEP.replace("  levers.settlement.bribe_detection: [0, 0.05]\n", "")
                        + "arms: {base: , blind: {set: {levers.surveillance.informants_per_year: 0}}}\n");

        Ran ran = Ran.command(
                "sweep", file.toString(), "--out", folder.resolve("r").toString());

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.outLines()).anyMatch(line -> line.matches(" +arm +coverage +contact_share.*"));
        assertThat(ran.outLines()).anyMatch(line -> line.matches(" +blind +0.12 +.*"));
        assertThat(ran.outLines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
    }

    @Test
    void standardError_withoutATerminal_isSilent() {
        Ran first = sweep("r");
        Ran quiet = sweep("r", "--quiet");

        assertThat(first.err()).isEmpty();
        assertThat(quiet.err()).isEmpty();
    }
}
