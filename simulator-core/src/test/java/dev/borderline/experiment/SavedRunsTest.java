package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.observe.Probe;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunFailure;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import dev.borderline.simulation.Simulation.RunLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run that is broken off goes on from where it was saved last, to the result of the run in one. */
class SavedRunsTest {
    private static final Scenario SCENARIO = Small.scenario();
    private static final Simulation SIMULATION = Simulation.of(SCENARIO);
    private static final Task TASK = new Task(0, 1, 2);
    private static final RunKey KEY = new RunKey(5, 2);

    @TempDir
    private Path folder = Path.of("");

    /** Every month: no time is short enough to pass within none. */
    private SavedRuns eachMonth() {
        return new SavedRuns(folder.resolve("saved"), Duration.ofNanos(1), new TaskSpace(1, 2, 3));
    }

    private static void assertSame(RunResult actual, RunResult expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void run_brokenOffAgainAndAgain_endsAsTheRunInOne() {
        RunResult whole = SIMULATION.run(KEY);
        long allowed = 0;
        int brokenOff = 0;
        while (allowed < whole.events()) {
            allowed += whole.events() / 5;
            RunLimits limits = new RunLimits(Math.max(1, allowed), () -> false);
            if (allowed < whole.events()) {
                assertThatThrownBy(() -> eachMonth().run(TASK, SIMULATION, KEY, limits))
                        .isInstanceOf(RunFailure.class);
                assertThat(eachMonth().file(TASK)).isRegularFile();
                brokenOff++;
            }
        }

        // What had been done is not done again: a run from the start would need all events, this one only the last.
        RunResult result = eachMonth().run(TASK, SIMULATION, KEY, RunLimits.none());

        assertThat(brokenOff).isGreaterThan(3);
        assertSame(result, whole);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void before_aDate_beginsAtTheSaveUnlessThatIsLater() throws IOException {
        LocalDate saved = SCENARIO.start().plusMonths(4);
        SavedRuns saves = SavedRuns.in(folder.resolve("saved"), new TaskSpace(1, 2, 3));
        Files.createDirectories(folder.resolve("saved"));
        RunInProgress run = SIMULATION.start(KEY);
        run.runUntil(saved);
        run.save(saves.file(TASK));
        List<Integer> made = new ArrayList<>();
        Supplier<Probe> probe = () -> {
            made.add(made.size());
            return hearing -> {};
        };

        RunInProgress after = saves.before(saved, TASK, SIMULATION, KEY, probe);

        assertThat(after.date()).isEqualTo(saved);
        assertThat(made).hasSize(1);
        assertSame(after.finish(), SIMULATION.run(KEY));
        assertThat(saves.before(saved.minusDays(1), TASK, SIMULATION, KEY, probe)
                        .date())
                .isEqualTo(SCENARIO.start());
        assertThat(made).hasSize(3); // that of the save was of no use
        assertThat(saves.before(saved, TASK, SIMULATION, new RunKey(6, 2), probe)
                        .date())
                .isEqualTo(SCENARIO.start());
        assertThat(saves.before(saved, new Task(0, 0, 2), SIMULATION, KEY, probe)
                        .date())
                .isEqualTo(SCENARIO.start());
        assertThat(saves.file(TASK)).isRegularFile();
    }

    @Test
    void file_thatCannotBeUsed_isPassedOver() throws IOException {
        RunResult whole = SIMULATION.run(KEY);
        Path file = eachMonth().file(TASK);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "no run at all");
        assertSame(eachMonth().run(TASK, SIMULATION, KEY, RunLimits.none()), whole);

        Files.createDirectories(file.getParent());
        var other = SIMULATION.start(RunKey.of(77));
        other.runUntil(SCENARIO.start().plusMonths(4));
        other.save(file);
        assertSame(eachMonth().run(TASK, SIMULATION, KEY, RunLimits.none()), whole);
        assertThat(file).doesNotExist();
    }

    @Test
    void folder_thatCannotBeMade_letsTheRunGoOn() throws IOException {
        Files.writeString(folder.resolve("saved"), "in the way");

        assertSame(eachMonth().run(TASK, SIMULATION, KEY, RunLimits.none()), SIMULATION.run(KEY));
    }

    /** A folder that a stranger has filled: neither its link nor one in it leads to a file of the reader's. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void links_areNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path precious = Files.writeString(elsewhere.resolve("run-5.saved"), "precious");
        Files.createSymbolicLink(folder.resolve("saved"), elsewhere);
        RunResult whole = SIMULATION.run(KEY);

        assertThat(eachMonth().file(TASK)).hasFileName("run-5.saved").hasContent("precious");
        assertSame(eachMonth().run(TASK, SIMULATION, KEY, RunLimits.none()), whole);
        assertThat(precious).hasContent("precious");

        Files.delete(folder.resolve("saved"));
        Files.createDirectory(folder.resolve("saved"));
        for (String name : List.of("run-5.saved", ".run-5.saved.tmp")) {
            Files.createSymbolicLink(folder.resolve("saved").resolve(name), precious);
        }
        assertSame(eachMonth().run(TASK, SIMULATION, KEY, RunLimits.none()), whole);
        assertThat(precious).hasContent("precious");
    }

    @Test
    void shortRun_isNotSaved() {
        SavedRuns daily = new SavedRuns(folder.resolve("saved"), Duration.ofDays(1), new TaskSpace(1, 2, 3));

        daily.run(TASK, SIMULATION, KEY, RunLimits.none());

        assertThat(folder).isEmptyDirectory();
    }
}
