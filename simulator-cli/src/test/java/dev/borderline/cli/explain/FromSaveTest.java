package dev.borderline.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Traces and stories from a day on, of a run that was saved and not ended, as of the run from its start. */
class FromSaveTest {
    private static final String FROM = "2010-05-17";

    @TempDir
    private Path folder = Path.of("");

    private Path results() {
        return folder.resolve("results");
    }

    private String file() {
        return Small.scenario(folder, """
                policies:
                  - {lever: surveillance.coverage, at: 2010-05-17, set: 0.4}
                """).toString();
    }

    /** A result folder of one run; the save says that it is under way, as that of a run that was killed. */
    private Path save(LocalDate date, String name) throws IOException {
        Scenario scenario = Scenarios.named(file());
        Ran.command(
                "run",
                file(),
                "--point-estimate",
                "-n",
                "1",
                "--seed",
                "7",
                "--out",
                results().toString());
        RunInProgress run = Simulation.of(scenario).start(new RunKey(7, 0));
        run.runUntil(date);
        Files.createDirectories(results().resolve("saved"));
        Path file = results().resolve("saved").resolve(name);
        run.save(file);
        return file;
    }

    private Ran trace(String... more) {
        String[] words = {"trace", results().toString(), "--what", "event,move,signal,draw", "--out", "-"};
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Ran.command(all);
    }

    private List<String> linesFrom(String day) {
        List<String> lines = trace().outLines();
        return lines.stream()
                .filter(line -> line.startsWith("time") || line.compareTo(day) >= 0)
                .toList();
    }

    @Test
    void trace_fromADayAfterASave_isTheSame() throws IOException {
        save(LocalDate.of(2010, 5, 1), "run-0.saved");
        List<String> whole = linesFrom(FROM);

        Ran ran = trace("--from", FROM);

        assertThat(ran.code()).isZero();
        assertThat(whole).hasSizeGreaterThan(1000).anyMatch(line -> line.contains("move,surveillance.coverage"));
        assertThat(ran.outLines()).isEqualTo(whole);
    }

    @Test
    void trace_fromTheDayOfASave_beforeIt_orWithADamagedOne_isTheSame() throws IOException {
        Path save = save(LocalDate.of(2010, 5, 17), "run-0.saved");
        List<String> whole = linesFrom(FROM);
        assertThat(trace("--from", FROM).outLines()).isEqualTo(whole);

        assertThat(trace("--from", "2010-05-16").outLines()).isEqualTo(linesFrom("2010-05-16"));
        Files.writeString(save, "damaged");
        assertThat(trace("--from", FROM).outLines()).isEqualTo(whole);
    }

    /** The later part of the story of one who is held on that day, and of one who is not; the days held before it do not count. */
    @Test
    void explain_fromADayAfterASave_tellsTheLaterPart() throws IOException {
        save(LocalDate.of(2010, 5, 1), "run-0.saved");
        RunInProgress run = Simulation.of(Scenarios.named(file())).start(new RunKey(7, 0));
        run.runUntil(LocalDate.parse(FROM));
        for (boolean held : List.of(true, false)) {
            long household = IntStream.range(0, run.view().households())
                    .filter(place -> run.view().household(place).state().held() == held)
                    .mapToLong(run.view()::householdId)
                    .findFirst()
                    .orElseThrow();
            JsonNode whole = explain(household);
            JsonNode later = explain(household, "--from", FROM);

            assertThat(later.get("from").asString()).isEqualTo(FROM);
            assertThat(later.get("sides").get(0).get("events").values())
                    .isNotEmpty()
                    .isEqualTo(whole.get("sides").get(0).get("events").values().stream()
                            .filter(event -> event.get("date").asString().compareTo(FROM) >= 0)
                            .toList());
            assertThat(later.get("summary").get(0).asString()).contains("on 17 May 2010 it owns");
            assertThat(later.get("summary").get(1).asString().contains("is held when this begins"))
                    .isEqualTo(held);
            Files.delete(results().resolve("saved").resolve("run-0.saved"));
            assertThat(explain(household, "--from", FROM)).isEqualTo(later);
            save(LocalDate.of(2010, 5, 1), "run-0.saved");
        }
    }

    private JsonNode explain(long household, String... more) {
        List<String> words = new ArrayList<>(
                List.of("explain", results().toString(), "--arms", "base", "--household", Long.toString(household)));
        words.add("--json");
        words.addAll(List.of(more));
        Ran ran = Ran.command(words.toArray(new String[0]));
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    @Test
    void explain_fromADay_ofTwoWorlds_isRefused() {
        Ran ran = Ran.command("explain", file(), file(), "--household", "3", "--from", FROM);

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("2 worlds are too many: name 1 at most");
    }

    @Test
    void from_thatIsNoDayOfTheRun_isRefused() {
        for (String day : List.of("2008-12-31", "2011-01-01", "May")) {
            Ran ran = Ran.command("trace", file(), "--from", day, "--out", "-");

            assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.err()).contains("--from " + day + ": give a day from 2009-01-01 to 2010-12-31");
        }
    }
}
