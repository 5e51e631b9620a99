package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Scenario;
import dev.borderline.yaml.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was saved goes on as if it had not been. */
class SavedRunTest {
    private static final RunKey KEY = new RunKey(7, 3);
    private static final LocalDate DAY = LocalDate.of(2013, 5, 17);
    private static final Scenario SCENARIO =
            Scenarios.named("tightening-2015").with("population.resettled_refugees", 300);

    @TempDir
    private Path folder;

    private Path saved() throws IOException {
        RunInProgress run = Simulation.of(SCENARIO).start(KEY);
        run.runUntil(DAY);
        Path file = folder.resolve("run.saved");
        run.save(file);
        return file;
    }

    @Test
    void resumedRun_endsAsTheRunInOne() throws IOException {
        RunInProgress run = Simulation.resume(saved());

        assertThat(run.date()).isEqualTo(DAY);
        assertThat(run.finish()).usingRecursiveComparison().isEqualTo(Simulation.run(SCENARIO, KEY));
        assertThat(folder).isDirectoryContaining("glob:**run.saved");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void resumedRun_underAPolicyMore_endsAsTheRunThatHadItFromTheStart() throws IOException {
        Scenario other = SCENARIO.with(Policy.of("more", Move.set(DAY, "surveillance.coverage", 0.9)));

        RunResult result = Simulation.of(other).resumeFrom(saved()).finish();

        assertThat(result).usingRecursiveComparison().isEqualTo(Simulation.run(other, KEY));
    }

    @Test
    void resumedRun_savedAgain_givesEqualBytes() throws IOException {
        Path file = saved();
        Path again = folder.resolve("again.saved");

        Simulation.resume(file).save(again);

        assertThat(again).hasSameBinaryContentAs(file);
    }

    /** A run has one state at one date, whatever its past: in one or in pieces, saved or not. */
    @Test
    void run_goneOnWithAndSavedLater_givesTheBytesOfTheRunInOne() throws IOException {
        Path later = folder.resolve("later.saved");
        RunInProgress resumed = Simulation.resume(saved());
        resumed.runUntil(DAY.plusMonths(9));
        resumed.save(later);
        Path whole = folder.resolve("whole.saved");
        RunInProgress run = Simulation.of(SCENARIO).start(KEY);
        run.runUntil(DAY.plusMonths(9));
        run.save(whole);

        assertThat(later).hasSameBinaryContentAs(whole);
    }

    @Test
    void file_damagedAnywhere_isRefused() throws IOException {
        Path file = saved();
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {0, 9, 40, bytes.length / 2, bytes.length - 1}) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);

            assertThatThrownBy(() -> Simulation.resume(file))
                    .as("byte " + at)
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void file_cutShort_isRefused() throws IOException {
        Path file = saved();
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 5, 8, 100, bytes.length / 2, bytes.length - 4, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));

            assertThatThrownBy(() -> Simulation.resume(file))
                    .as(length + " bytes")
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("cannot be gone on with");
        }
    }

    @Test
    void file_ofAnotherPast_isRefused() throws IOException {
        Path file = saved();
        Simulation other = Simulation.of(SCENARIO.with("population.income_mean_usd", 1234));

        assertThatThrownBy(() -> other.resumeFrom(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("population.income_mean_usd is 1234.0 instead of");
    }
}
