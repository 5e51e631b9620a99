package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Design;
import dev.borderline.experiment.EventForecast;
import dev.borderline.experiment.Experiment;
import dev.borderline.simulation.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps people from beginning what would not end. */
class GuardTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void refusal_isByTheForecast() {
        Experiment experiment = new Experiment(
                Scenarios.named(Small.scenario(folder, "").toString()),
                Design.single(),
                List.of(Arm.base()),
                3,
                7,
                List.of());
        double events = EventForecast.of(experiment).events();

        assertThatCode(() -> Guard.refuseEndless(experiment, events + 1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Guard.refuseEndless(experiment, events - 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("events are to be expected (3 runs of ")
                .hasMessageContaining("--force");
    }

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
        assertThat(ran.err()).contains("(4,000 runs of ").contains(" hours of one core; --force begins all the same");
        assertThat(results).doesNotExist();
    }

    @Test
    void runsBeyondTheirEvents_failAndAreMadeAgainWithMore() throws IOException {
        String file = Small.sweep(folder, "").toString();
        String out = folder.resolve("r").toString();

        Ran capped = Ran.command("sweep", file, "--out", out, "--max-events-per-run", "100");
        String failures = Files.readString(folder.resolve("r/failures.csv"));
        Ran again = Ran.command("sweep", file, "--out", out, "--retry-failed", "--max-events-per-run", "100000000");
        Ran.command("sweep", file, "--out", folder.resolve("free").toString());

        assertThat(capped.code()).isEqualTo(ExitCodes.PARTIAL);
        assertThat(failures).contains("it takes more than the 100 events it may");
        assertThat(again.code()).isZero();
        assertThat(folder.resolve("r/runs.csv")).hasSameBinaryContentAs(folder.resolve("free/runs.csv"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"--max-events-per-run, 0", "--max-seconds-per-run, 0", "--max-seconds-per-run, NaN"})
    void limits_outOfRange_areRefused(String option, String value) {
        Ran ran = Ran.command("run", Small.scenario(folder, "").toString(), option, value);

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains(option);
    }

    @Test
    void seconds_generous_changeNothing() {
        String scenario = Small.scenario(folder, "").toString();

        assertThat(Ran.command("run", scenario, "--max-seconds-per-run", "600", "-n", "2")
                        .out())
                .isEqualTo(Ran.command("run", scenario, "-n", "2").out());
    }
}
