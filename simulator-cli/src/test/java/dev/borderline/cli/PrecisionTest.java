package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code --precision} and {@code --independent}. */
class PrecisionTest {
    @TempDir
    private Path folder = Path.of("");

    private Ran run(String... more) {
        List<String> args =
                new ArrayList<>(List.of("run", Small.scenario(folder, "").toString(), "--seed", "7"));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    private Ran sweep(String out, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "sweep",
                Small.sweep(folder, "").toString(),
                "--out",
                folder.resolve(out).toString()));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    @Test
    void run_toAPrecision_makesAsManyReplicationsAsItTakes() {
        JsonNode json = JsonMapper.shared()
                .readTree(run("--precision", "contact_share=3%", "--threads", "2", "--json")
                        .out());
        JsonNode share = json.at("/measures/contact_share");
        double halfWidth =
                (share.get("ci_high").asDouble() - share.get("ci_low").asDouble()) / 2;

        assertThat(json.get("replications").asInt()).isGreaterThanOrEqualTo(10);
        assertThat(share.get("n").asInt()).isEqualTo(json.get("replications").asInt());
        assertThat(halfWidth)
                .isLessThanOrEqualTo(0.03 / 1.03 * share.get("mean").asDouble() + 1e-6);
    }

    @Test
    void run_cap_isToldWithWhatWasNotReached() {
        Ran ran = run("--precision", "arrests=1%", "--precision", "contact_share=0.5", "--max-replications", "12");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("12 replications, seed 7");
        assertThat(ran.err())
                .isEqualTo(
                        "borderline: precision not reached within 12 replications: arrests; --max-replications allows"
                                + " more\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "5, is not understood",
        "arests=5%, did you mean 'arrests'?",
        "arrests=0%, is above 0",
        "100%, below 100 %",
        "arrests=, is not understood"
    })
    void precision_nonsense_isRefused(String precision, String says) {
        Ran ran = run("--precision", precision);

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("--precision").contains(says);
    }

    @Test
    void options_thatDoNotGoTogether_areRefused() {
        assertThat(run("--precision", "5%", "--replications", "3").err()).contains("give one of them");
        assertThat(run("--max-replications", "30").err()).contains("goes with --precision");
        assertThat(run("--precision", "5%", "--max-replications", "3").err()).contains("must be 10 to 1,000,000");
        assertThat(sweep("r", "--precision", "5%", "--shard", "1/2").err()).contains("needs all runs of a cell");
        assertThat(folder.resolve("r")).doesNotExist();
    }

    @Test
    void sweep_toAPrecision_givesTheSameTablesOnAnyThreadsAndAfterFixedWork() throws IOException {
        String[] asked = {"--precision", "arrests=40%", "--max-replications", "25"};
        Ran ran = sweep("one", add(asked, "--threads", "1"));
        sweep("three", add(asked, "--threads", "3"));
        sweep("after", "--replications", "25");
        Ran after = sweep("after", asked);

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).containsPattern("4 points x 1\\d( to \\d\\d)? replications, seed 7");
        assertThat(after.err()).contains("holds 100 runs already");
        for (String table : List.of("design.csv", "runs.csv", "summary.csv", "yearly.csv")) {
            assertThat(folder.resolve("three").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(table));
            assertThat(folder.resolve("after").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(table));
        }
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(folder.resolve("one/manifest.json")));
        assertThat(manifest.at("/precision/0/measure").asString()).isEqualTo("arrests");
        assertThat(manifest.at("/precision/0/relative").asDouble()).isEqualTo(0.4);
        assertThat(manifest.at("/runs_total").asInt())
                .isEqualTo(manifest.at("/runs_done").asInt());
    }

    private static String[] add(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    @Test
    void independent_cells_haveSeedsOfTheirOwnThatRepeatThem() throws IOException {
        String said = sweep("r", "--independent").out().replaceAll("\\s+", " ");
        List<String> lines = Files.readAllLines(folder.resolve("r/runs.csv"));
        List<String> seeds = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1)[3])
                .distinct()
                .toList();
        String[] last = lines.get(lines.size() - 1).split(",", -1); // point 3, replication 1
        JsonNode again = JsonMapper.shared()
                .readTree(sweep("unused", "--independent", "--only", "3/base/1").out());
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(folder.resolve("r/manifest.json")));

        assertThat(said)
                .contains("between runs with independent random numbers")
                .doesNotContain("same random numbers");
        assertThat(seeds).hasSize(4).doesNotContain("7");
        assertThat(again.get("fingerprint").asString()).isEqualTo(last[4]);
        assertThat(manifest.get("random_numbers").asString()).isEqualTo("independent");
        assertThat(sweep("r").err()).contains("another experiment");
    }
}
