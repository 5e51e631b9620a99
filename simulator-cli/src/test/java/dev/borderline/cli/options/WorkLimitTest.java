package dev.borderline.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.EventForecast;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Journal;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Mechanism;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.scenario.SweepFile;
import dev.borderline.simulation.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusal of work that would not end. */
class WorkLimitTest {
    @TempDir
    private Path folder = Path.of("");

    private Experiment experiment(int replications) {
        return new Experiment(
                Scenarios.named(Small.scenario(folder, "").toString()),
                Design.single(),
                List.of(Arm.base()),
                replications,
                7,
                List.of());
    }

    @Test
    void refusal_isByTheForecast() {
        Experiment experiment = experiment(3);
        double events = EventForecast.of(experiment).events();

        assertThatCode(() -> new WorkLimit(events + 1, 2, true).refuseEndless(experiment))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new WorkLimit(events - 1, 2, true).refuseEndless(experiment))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(" seconds on 2 threads: up to 3 runs of about ")
                .hasMessageContaining("--force");
    }

    /** A shard is refused for its own part alone, and a folder for what it lacks. */
    @Test
    void refusal_isOfWhatIsLeft() throws IOException {
        Experiment experiment = experiment(8);
        double one = EventForecast.of(experiment).eventsPerRun();
        SweepFile.Heading heading = new SweepFile.Heading("small", "Small", "");
        Sweep whole = new Sweep(heading, experiment, Shard.WHOLE, List.of());
        Sweep quarter = new Sweep(heading, experiment, Shard.parse("2/4"), List.of());
        ResultFolder results = new ResultFolder(folder.resolve("r"));
        WorkLimit guard = new WorkLimit(2.5 * one, 1, true);

        assertThatThrownBy(() -> guard.refuseEndless(whole, results)).hasMessageContaining("up to 8 runs");
        assertThatCode(() -> guard.refuseEndless(quarter, results)).doesNotThrowAnyException();
        assertThat(results.path()).doesNotExist();
        Experiment five = experiment.withReplications(5);
        try (Journal store = results.open(new Sweep(heading, five, Shard.WHOLE, List.of()), Version.asProgram())) {
            Runner.of(five, store).run();
        }
        assertThatThrownBy(() -> guard.refuseEndless(whole, results)).hasMessageContaining("up to 3 runs");
        assertThatCode(() -> new WorkLimit(3.5 * one, 1, true).refuseEndless(whole, results))
                .doesNotThrowAnyException();
    }

    /** Pilots cost up to a second: where households and years alone rule out that it would be endless no run is so much as set up. */
    @Test
    void smallWork_isNotForecast() throws IOException {
        AtomicInteger assembled = new AtomicInteger();
        Mechanism<?> bell = new Mechanism<>("bell", Nothing.class, (nothing, wiring) -> {
            assembled.incrementAndGet();
            return wiring;
        });
        Scenario scenario = ScenarioReader.read(
                StandardCatalog.standard().with(bell),
                Small.scenario(folder, "").toString(),
                new ScenarioFiles());
        Experiment small = new Experiment(scenario, Design.single(), List.of(Arm.base()), 300, 7, List.of());
        Sweep sweep = new Sweep(new SweepFile.Heading("small", "Small", ""), small, Shard.WHOLE, List.of());
        ResultFolder absent = new ResultFolder(folder.resolve("r"));

        new WorkLimit(WorkLimit.LIMIT, 2, true).refuseEndless(small);
        new WorkLimit(WorkLimit.LIMIT, 2, true).refuseEndless(sweep, absent);
        int ofSmall = assembled.get();
        new WorkLimit(EventForecast.bound(small) - 1, 2, true).refuseEndless(small);

        assertThat(ofSmall).isZero();
        assertThat(assembled).as("set up where the bound is too near").hasPositiveValue();
    }

    /** Parameters of a mechanism that has none. */
    record Nothing() {}

    @Test
    void endlessWork_isRefusedBeforeAnythingIsMade() {
        Path results = folder.resolve("r");
        String file = Small.sweep(folder, "").toString();
        String[] command = {
            "sweep", file, "--out", results.toString(), "--set", "population.resettled_refugees=27000000", "-n", "1000"
        };

        Ran ran = Ran.command(command);

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err())
                .contains("up to 4,000 runs of about ")
                .contains("more than 100 billion; ask for fewer runs")
                .contains("begin all the same with --force");
        assertThat(results).doesNotExist();
    }

    /** One run of a stranger's world is refused as those of a sweep are, before anything is simulated or written. */
    @ParameterizedTest
    @CsvSource({"trace, --out=-", "explain, --household=1"})
    void endlessRun_isRefusedByWhatFollowsOneRun(String command, String option) {
        String file = Small.write(folder.resolve("long.yaml"), Small.SCENARIO.replace("2011-01-01", "2058-12-31"))
                .toString();
        String[] endless = {"--set", "population.resettled_refugees=27000000", "--set", "needs.rate_mean_per_year=100"};
        List<String> words = new ArrayList<>(List.of(command, file, option));
        words.addAll(List.of(endless));

        Ran ran = Ran.command(words.toArray(new String[0]));

        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err())
                .contains("up to 1 runs of about ", "more than 100 billion; begin all the same with --force");
    }

    /** A sweep begun with --force is refused without, so the command that goes on has it too. */
    @Test
    void optionsOfTheGuard_areKeptInTheCommandThatGoesOn() throws IOException {
        String file = Small.sweep(folder, "").toString();
        String out = folder.resolve("r").toString();

        Ran ran = Ran.command("sweep", file, "--out", out, "--force", "--max-events-per-run", "100000000");

        assertThat(ran.code()).isZero();
        assertThat(Files.readString(folder.resolve("r/manifest.json")))
                .contains("\"--max-events-per-run\"", "\"100000000\"", "\"--force\"");
    }

    @Test
    void runsBeyondTheirEvents_failAndAreMadeAgainWithMore() throws IOException {
        String file = Small.sweep(folder, "").toString();
        String out = folder.resolve("r").toString();

        Ran capped = Ran.command("sweep", file, "--out", out, "--max-events-per-run", "100");
        String failures = Files.readString(folder.resolve("r/failures.csv"));
        Ran reproduced = Ran.command("reproduce", out);
        Ran again = Ran.command("sweep", file, "--out", out, "--retry-failed", "--max-events-per-run", "100000000");
        Ran.command("sweep", file, "--out", folder.resolve("free").toString());

        assertThat(capped.code()).isEqualTo(ExitCodes.PARTIAL);
        assertThat(failures).contains("it takes more than the 100 events it may");
        assertThat(reproduced.code()).isZero();
        assertThat(reproduced.out().replaceAll("\\s+", " ")).contains("The same.", "all 8 runs, made again");
        assertThat(again.code()).isZero();
        assertThat(folder.resolve("r/runs.csv")).hasSameBinaryContentAs(folder.resolve("free/runs.csv"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"--max-events-per-run, 0, 3", "--max-seconds-per-run, 0, 3", "--max-seconds-per-run, NaN, 2"})
    void limits_outOfRange_areRefused(String option, String value, int code) {
        Ran ran = Ran.command("run", Small.scenario(folder, "").toString(), option, value);

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.err()).contains(option);
    }

    /** Numbers that no whole number of the machine holds, and products that none does. */
    @ParameterizedTest
    @CsvSource({
        "--replications, 999999999999, 'it must be 1 to 1,000,000'",
        "--replications, 99999999999999999999999999, 'it must be 1 to 1,000,000'",
        "--replications, 0, 'it must be 1 to 1,000,000'",
        "--max-replications, 999999999999, 'it must be 10 to 1,000,000'"
    })
    void replications_outOfRange_areRefused(String option, String value, String said) {
        String file = Small.sweep(folder, "").toString();
        List<String> words = new ArrayList<>(List.of("sweep", file, option, value));
        words.addAll(option.contains("max") ? List.of("--precision", "5%") : List.of());

        Ran ran = Ran.command(words.toArray(new String[0]));

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).containsExactly("borderline: " + option + " is " + value + "; " + said);
    }

    @Test
    void runsOfAllPoints_beyondAHundredMillion_areRefused() {
        Path hundred = Small.write(
                Small.scenario(folder, "").resolveSibling("many.yaml"),
                Small.SWEEP.replace("[0.03, 0.12]", "{from: 0.01, to: 0.5, steps: 101}"));

        Ran ran = Ran.command(
                "sweep",
                hundred.toString(),
                "-n",
                "1000000",
                "--out",
                folder.resolve("r").toString());

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines())
                .containsExactly("borderline: 202 points x 1 arm x 1,000,000 replications are more than 100,000,000"
                        + " runs, the most a sweep may have");
    }

    @Test
    void seconds_generous_changeNothing() {
        String scenario = Small.scenario(folder, "").toString();

        assertThat(Ran.command("run", scenario, "--max-seconds-per-run", "600", "-n", "2")
                        .out())
                .isEqualTo(Ran.command("run", scenario, "-n", "2").out());
    }
}
