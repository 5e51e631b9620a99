package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The STRESS-DES checklist that a report brings along: every item there, every blank filled from the manifest. */
class StressChecklistTest {
    /** The items of Monks et al. (2019), with the five parts of 2.5. */
    private static final List<String> ITEMS = List.of(
            "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "2.5.5", "3.1",
            "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "5.4", "6.1");

    @TempDir
    private Path folder = Path.of("");

    private String checklist(Path results) throws IOException {
        Ran ran = Ran.command("report", results.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        return Files.readString(results.resolve("stress-des.md"));
    }

    @Test
    void checklist_ofASweep_isFilledFromItsManifest() throws IOException {
        Path results = folder.resolve("results");
        String arms = "arms: {as-is: , drive: [{lever: surveillance.coverage, at: 2010-01-01, set: 0.3}]}\n";
        Ran.command("sweep", Small.sweep(folder, arms).toString(), "--out", results.toString(), "-q");

        String text = checklist(results);

        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(results.resolve("manifest.json")));
        assertThat(text)
                .contains(manifest.get("experiment_sha256").asString())
                .contains(manifest.get("scenario").get("sha256").asString())
                .contains(manifest.get("design").get("sha256").asString())
                .contains(manifest.get("arms")
                        .get(1)
                        .get("scenario")
                        .get("sha256")
                        .asString())
                .contains(manifest.get("program").get("build").asString())
                .contains("commit " + manifest.get("program").get("commit").asString())
                .contains(manifest.get("jvm").asString() + ", on "
                        + manifest.get("os").asString())
                .contains("Seed 7, scheme version 1.", "\"as-is\"", "\"drive\"", "small, \"A village\".")
                .contains("2 independent replications of each of 8 combinations of setting and arm.")
                .contains("2009-01-01 to 2010-12-31, 730 days of simulated time", "Runs: 16 done, 0 failed.")
                .contains("4 settings of `levers.surveillance.coverage` in [0.03, 0.12]")
                .contains("    ./borderline sweep " + folder.resolve("small-sweep.yaml"));
    }

    @Test
    void checklist_everyItem_standsOnceAndNoBlankIsLeft() throws IOException {
        Path results = folder.resolve("results");
        String scenario = Small.scenario(folder, "").toString();
        Ran.command(
                "run",
                scenario,
                "--precision",
                "arrests=90%",
                "--max-replications",
                "20",
                "--out",
                results.toString(),
                "-q");

        String text = checklist(results);

        assertThat(text).doesNotContain("‹", "›", "null").startsWith("# STRESS-DES checklist: A village\n");
        for (String item : ITEMS) {
            assertThat(text.lines().filter(line -> line.matches("(\\*\\*|- \\*)" + item.replace(".", "\\.") + " .*")))
                    .as(item)
                    .hasSize(1);
        }
        assertThat(text)
                .contains("known with 95 % confidence: `arrests` to 90 % of itself. Combinations have 10 runs;");
    }

    /** The program says which parts of the documentation answer an item: they must be there. */
    @Test
    void checklist_everyDocumentItNames_exists() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "stress-des.md"));
        List<String> named = Pattern.compile("`((docs|seeds)/[^`*]+)`")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(Path.of("..", name)).exists());
    }

    /** An author's text is not written over; text that nobody has touched is. */
    @Test
    void checklist_filledInByItsAuthor_isLeftAlone() throws IOException {
        Path results = folder.resolve("results");
        Ran.command("sweep", Small.sweep(folder, "").toString(), "--out", results.toString(), "-q");
        String fresh = checklist(results);
        assertThat(checklist(results)).isEqualTo(fresh);
        Path file = results.resolve("stress-des.md");
        Files.writeString(file, fresh.replace("small", "our village"));

        Ran ran = Ran.command("report", results.toString());

        assertThat(ran.out()).contains("Left alone, because somebody has written in it: " + file);
        assertThat(file).hasContent(fresh.replace("small", "our village"));
        Files.delete(file);
        assertThat(checklist(results)).isEqualTo(fresh);
    }
}
