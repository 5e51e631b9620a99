package dev.borderline.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Mechanism;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.scenario.SweepFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Ran cell = Ran.command("reproduce", results(), "--run", "3/base");

        assertThat(byFolder.code()).isZero();
        assertThat(byFolder.err()).isEmpty();
        assertThat(byFolder.out()).contains("The same.", "all 4").contains("made again");
        assertThat(byManifest.code()).isZero();
        assertThat(byManifest.out()).contains("2 of 4 runs");
        assertThat(cell.code()).isZero();
        assertThat(cell.out()).contains("1 of 4 runs");
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
    void changedLever_exits1AndNamesItWithBothValues() throws IOException {
        Path manifest = Path.of(results(), "manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replaceFirst("informants_per_year: 0.01", "informants_per_year: 0.02"));

        Ran ran = Ran.command("reproduce", results());

        assertThat(text).contains("informants_per_year: 0.01");
        assertThat(ran.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(ran.out())
                .contains("Changed input:", "the base scenario is not the one that was run", "Nothing was run");
        assertThat(ran.outLines()).contains("    levers.surveillance.informants_per_year is 0.02, it was 0.01");
    }

    /** A folder made by a program with one mechanism more, which does nothing but be there on one day. */
    @Test
    void changedMechanism_exits1AndNamesRunMonthAndEvents() throws IOException {
        makeRunsWith(new Mechanism<>(
                "newcomer",
                Nothing.class,
                (nothing, wiring) -> {
                    int kind = wiring.scheduler().kind("newcomer.day", Phase.MODEL, (now, subject, occurrence) -> 0);
                    wiring.onStart(() -> wiring.scheduler().post(100 * Times.DAY, kind, 3, 4));
                    return wiring;
                },
                "dev.borderline.mechanism",
                "1")); // as a shipped one, so that no digest tells it

        Ran ran = Ran.command("reproduce", folder.resolve("r").toString());
        String told = ran.out().replaceAll("\\s+", " ");

        assertThat(ran.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(told)
                .contains(
                        "Changed mechanism: point 0, arm base, replication 0",
                        "a mechanism is not the one that made the run",
                        "the first month that differs is number 4, from 2009-04-02",
                        "Of 2 runs made again, 2 differ.");
        assertThat(ran.outLines()).anyMatch(line -> line.matches("    2009-04-0.* subject \\d+ occurrence .*"));
        String r = folder.resolve("r").toString();
        String again = Ran.command("reproduce", r, "--run", "0/base/1").out();
        assertThat(again).contains("point 0, arm base, replication 1");
        assertThat(again.lines())
                .contains("  ./borderline trace " + r + " --arms 0/base --replication 1 --out events.csv");
    }

    /** Parameters of a mechanism that has none. */
    record Nothing() {}

    private void makeRunsWith(Mechanism<?> mechanism) throws IOException {
        Scenario scenario = ScenarioReader.read(
                StandardCatalog.standard().with(mechanism),
                Small.scenario(folder, "").toString(),
                new ScenarioFiles());
        Experiment experiment =
                new Experiment(scenario, Design.single(), List.of(Arm.base()), 2, 7, List.of("arrests"));
        Sweep sweep =
                new Sweep(new SweepFile.Heading("other", "Another program", ""), experiment, Shard.WHOLE, List.of());
        Program program = new Program("1", "abc", "other 1");
        ResultFolder results = new ResultFolder(folder.resolve("r"));
        try (RunStore store = results.open(sweep, program)) {
            Runner.of(experiment, store).threads(1).run();
            results.write(sweep, program, store);
        }
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

    /** Checks that could not be made stand in the first sentence, and are no success. */
    @Test
    void journalDeletedAndATableFalsified_exits1AndSaysWhatWasNotChecked() throws IOException {
        Path runs = Path.of(results(), "runs.csv");
        Files.delete(Path.of(results(), "runs.journal"));
        Files.writeString(runs, Files.readString(runs).replaceFirst("\n0,base,0,7,", "\n0,base,0,8,"));

        Ran ran = Ran.command("reproduce", results());

        assertThat(ran.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains(
                        "Not everything could be checked: runs.csv, summary.csv, yearly.csv: there is no runs.journal")
                .doesNotContain("The same.");
    }

    @Test
    void limits_areThoseOfASweep() {
        Ran few = Ran.command("reproduce", results(), "--max-events-per-run", "10");
        Ran none = Ran.command("reproduce", results(), "--max-events-per-run", "0");

        assertThat(few.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(few.out().replaceAll("\\s+", " "))
                .contains("Not everything could be checked: 4 runs that did not end within the limits set now.");
        assertThat(none.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(none.err()).contains("--max-events-per-run is 0; it must be 1 or more");
    }

    /** Figures and their tables are pictures of the runs: falsified or not, they are named as what nobody vouches for. */
    @Test
    void figures_areNamedInTheFirstSentence_asNotVouchedFor() throws IOException {
        assertThat(Ran.command("report", results()).code()).isZero();

        Ran ran = Ran.command("reproduce", results());

        assertThat(ran.code()).isZero();
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains(
                        "The same; nothing is said of report.html, figures, stress-des.md, which 'report' makes again");
    }

    /** Its tables are made again too, from the runs. */
    @Test
    void comparison_isVouchedForUntilItsTablesAreFalsified() throws IOException {
        Path scenario = Small.scenario(folder, "");
        Path other = Small.write(
                folder.resolve("other.yaml"),
                "schema: 1\nextends: small.yaml\nname: other\nlevers: {surveillance: {coverage: 0.3}}\n");
        String out = folder.resolve("c").toString();
        assertThat(Ran.command("compare", scenario.toString(), other.toString(), "--replications", "2", "--out", out)
                        .code())
                .isZero();
        assertThat(Ran.command("reproduce", out).code()).isZero();
        for (String table : List.of("comparison.csv", "fates.csv")) {
            Path file = Path.of(out, table);
            String text = Files.readString(file);
            Files.writeString(file, text.replaceFirst("(?s)(.*)\\d", "$1x")); // the last digit
            assertThat(file).as(table).content().isNotEqualTo(text);
            Ran ran = Ran.command("reproduce", out);
            assertThat(ran.code()).as(table).isEqualTo(ExitCodes.FAILED);
            assertThat(ran.out()).as(table).contains("Changed result row:").contains(table);
            Files.writeString(file, text);
        }
    }
}
