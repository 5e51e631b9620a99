package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code reproduce} on the folder of a small sweep. */
class ReproduceCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private String results() {
        Path out = folder.resolve("r");
        if (!Files.exists(out)) {
            Ran ran = Ran.command(
                    "sweep", Small.sweep(folder, "").toString(), "--replications", "1", "--out", out.toString());
            assertThat(ran.code()).isZero();
        }
        return out.toString();
    }

    @Test
    void folderOrManifest_unchanged_exits0AndSaysSo() {
        Ran byFolder = Ran.command("reproduce", results());
        Ran byManifest = Ran.command("reproduce", results() + "/manifest.json", "--sample", "2");

        assertThat(byFolder.code()).isZero();
        assertThat(byFolder.err()).isEmpty();
        assertThat(byFolder.out()).contains("The same.", "all 4").contains("made again");
        assertThat(byManifest.code()).isZero();
        assertThat(byManifest.out()).contains("2 of 4 runs");
    }

    @Test
    void sourcesGone_isStillReproduced() throws IOException {
        results();
        Files.delete(folder.resolve("small.yaml"));
        Files.delete(folder.resolve("small-sweep.yaml"));

        assertThat(Ran.command("reproduce", results(), "--run", "3/base/0").code())
                .isZero();
    }

    @Test
    void changedSeed_exits1AndNamesIt() throws IOException {
        Path manifest = Path.of(results(), "manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"seed\": 7,", "\"seed\": 9,"));

        Ran ran = Ran.command("reproduce", results());

        assertThat(ran.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(ran.out()).contains("Changed seed:", "runs.csv says 7", "Nothing was run");
        assertThat(ran.outLines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
    }

    @Test
    void changedRow_asJson_namesFileAndLine() throws IOException {
        Path runs = Path.of(results(), "runs.csv");
        Files.writeString(runs, Files.readString(runs).replaceFirst("\n0,base,0,7,", "\n0,base,0,8,"));

        Ran ran = Ran.command("reproduce", results(), "--sample", "1", "--json");
        var json = JsonMapper.shared().readTree(ran.out());

        assertThat(ran.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(json.get("same").asBoolean()).isFalse();
        assertThat(json.at("/findings/0/kind").asString()).isEqualTo("table");
        assertThat(json.at("/findings/0/where").asString()).endsWith("runs.csv:2");
    }

    @Test
    void whatIsNoResultFolder_isRefused() {
        Ran nothing = Ran.command("reproduce", folder.resolve("nowhere").toString());
        Ran run = Ran.command("reproduce", results(), "--run", "9/base/0");

        assertThat(nothing.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(nothing.err()).contains("holds no manifest.json");
        assertThat(run.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("--run 9/base/0: the points are 0 to 3");
    }
}
