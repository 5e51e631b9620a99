package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.ExitCodes;
import dev.borderline.text.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs that break off: here because informants come so often that their policy-free candidates, drawn at the least rate, would need
 * more layers than can be kept apart. Each is recorded with a command in one line that repeats it.
 */
class FailedRunTest {
    private static final String FEW = "without: [crossings]\nstops:\n  candidates_per_year: 0.001\n";
    private static final String MANY = "levers:\n  stops:\n    quota_multiplier: 10\n";

    @TempDir
    private Path folder = Path.of("");

    /** Runs a command as a record gives it; it has no quotes, for no word of it needs any. */
    private static Ran again(String command) {
        assertThat(command).startsWith("./borderline ").doesNotContain("\n", "'");
        return Ran.command(command.substring("./borderline ".length()).split(" ", -1));
    }

    @Test
    void sweep_failedRuns_areRecordedAndTheOthersMade() throws IOException {
        Small.scenario(folder, FEW);
        Path sweep = Small.write(
                folder.resolve("sweep.yaml"),
                Small.SWEEP
                        .replace("levers.surveillance.coverage: [0.03, 0.12]", "levers.stops.quota_multiplier: [1, 10]")
                        .replace("  levers.settlement.bribe_detection: [0, 0.05]\n", ""));
        Path out = folder.resolve("r");

        Ran ran = Ran.command("sweep", sweep.toString(), "--out", out.toString());
        List<String> failures = Files.readAllLines(out.resolve("failures.csv"));

        assertThat(ran.code()).isEqualTo(ExitCodes.PARTIAL);
        assertThat(ran.err()).contains("2 runs failed");
        assertThat(failures).hasSize(1 + 2);
        List<String> fields = Csv.fields(failures.get(1));
        Ran repeated = again(fields.get(5));
        assertThat(repeated.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(fields.get(4)).contains("layers of candidates").contains("replication 0 of seed 7");
        assertThat(repeated.err()).contains(fields.get(4));
        assertThat(Ran.command("reproduce", out.toString()).code())
                .as("runs that broke off break off again")
                .isZero();
    }

    @Test
    void compare_failedArm_saysHowToRepeatIt() {
        Path base = Small.scenario(folder, FEW);
        Path broken = Small.write(
                folder.resolve("broken.yaml"), Small.SCENARIO.replace("name: small", "name: broken") + FEW + MANY);

        Ran ran = Ran.command("compare", base.toString(), broken.toString(), "-n", "2", "--seed", "5");

        assertThat(ran.code()).isEqualTo(ExitCodes.PARTIAL);
        assertThat(ran.errLines()).hasSize(2);
        String command = ran.errLines().get(1).replaceAll(".*repeat it with: ", "");
        assertThat(command).isEqualTo("./borderline run " + broken + " --seed 5 --replication 1");
        Ran repeated = again(command);
        assertThat(repeated.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(repeated.err()).contains("replication 1 of seed 5 of scenario broken broke off at 2009-01-01");
    }

    /** Limits are no part of the experiment, so the command has them: without, the run would go on to its end. */
    @Test
    void runsBeyondTheirEvents_areRepeatedWithTheLimit_andTheOthersCompared() {
        String base = Small.scenario(folder, "").toString();
        long most = Math.max(events(base, 0), Math.max(events(base, 1), events(base, 2)));

        Ran ran = Ran.command(
                "compare", base, base, "-n", "3", "--json", "--max-events-per-run", Long.toString(most - 1));
        JsonNode json = JsonMapper.shared().readTree(ran.out());
        Ran repeated = again(ran.errLines().get(0).replaceAll(".*repeat it with: ", ""));

        assertThat(ran.code()).isEqualTo(ExitCodes.PARTIAL);
        assertThat(ran.errLines()).hasSize(2);
        assertThat(json.get("replications").asInt()).isEqualTo(2);
        assertThat(json.at("/arms/0/fates").size()).isEqualTo(2);
        assertThat(repeated.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(repeated.err())
                .contains("it takes more than the " + (most - 1) + " events it may")
                .doesNotContain("fault of the program");
    }

    /** A folder's reproduction reads the limit from the record of the run. */
    @Test
    void reproduce_ofARunBeyondItsEvents_breaksItOffAgain() {
        String out = folder.resolve("r").toString();
        String base = Small.scenario(folder, "").toString();
        Ran ran = Ran.command("run", base, "-n", "1", "--max-events-per-run", "100", "--out", out);
        Ran reproduced = Ran.command("reproduce", out);

        assertThat(ran.code()).isEqualTo(ExitCodes.PARTIAL);
        assertThat(reproduced.code()).isZero();
        assertThat(reproduced.out()).contains("The same.");
    }

    /** A run beyond its time: nobody knows if it would end, so it is not made again, and that is said. */
    @Test
    void reproduce_ofARunBeyondItsTime_leavesItOut() {
        String out = folder.resolve("r").toString();
        Ran ran = Ran.command(
                "run",
                "tightening-2015",
                "--point-estimate",
                "-n",
                "1",
                "--max-seconds-per-run",
                "0.000001",
                "--out",
                out);
        Ran reproduced = Ran.command("reproduce", out);

        assertThat(ran.code()).isEqualTo(ExitCodes.PARTIAL);
        assertThat(reproduced.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(reproduced.out().replaceAll("\\s+", " "))
                .contains("0 of 1 runs", "Not everything could be checked: 1 run that took more time");
    }

    private static long events(String scenario, int replication) {
        Ran ran = Ran.command("run", scenario, "--replication", Integer.toString(replication));
        return JsonMapper.shared().readTree(ran.out()).get("events").asLong();
    }
}
