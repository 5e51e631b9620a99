package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Refusals of unusable input as a person sees them. */
class BadInputTest {
    private static final long BYTES_MAX = 256L << 20; // ten megabytes of input are the most that a test hands in
    private static final int TEN_MEGABYTES = 10 << 20;

    @TempDir
    private Path folder = Path.of("");

    /** Name, lines added to a small scenario, place of the fault, what the message must say. */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "misspelt key",
                        "levers:\n  surveillance:\n    coverag: 0.1\n",
                        "small.yaml:12:5: ",
                        "'coverag'; did you mean 'coverage'?"),
                Arguments.of(
                        "negative rate",
                        "levers:\n  surveillance:\n    informants_per_year: -1\n",
                        "small.yaml:12:26: ",
                        "levers.surveillance.informants_per_year: "),
                Arguments.of("not a number", "calling:\n  value_mean_usd: .nan\n", "small.yaml:11:19: ", ".nan"),
                Arguments.of("too large", "calling:\n  value_mean_usd: 1e400\n", "small.yaml:11:19: ", "1e400"),
                Arguments.of(
                        "duplicate key",
                        "calling:\n  value_mean_usd: 1\n  value_mean_usd: 2\n",
                        "small.yaml:12:3: ",
                        "duplicate key 'value_mean_usd'"),
                Arguments.of("tab", "calling:\n\tvalue_mean_usd: 1\n", "small.yaml:11:1: ", "tab"),
                Arguments.of("alias bomb", bomb(), "small.yaml:10:", "&a"),
                Arguments.of("10 MB", "# " + "x".repeat(TEN_MEGABYTES) + "\n", "small.yaml: ", "1024 KiB"),
                Arguments.of("depth", "calling: " + "[".repeat(50_000) + "\n", "small.yaml:10:", "levels"));
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char name = 'b'; name <= 'i'; name++) {
            String last = "*" + (char) (name - 1);
            text.append(name).append(": &").append(name).append(" [").append((last + ", ").repeat(8));
            text.append(last).append("]\n");
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void run_faultyFile_saysWhereAndWhatWithinASecond(String name, String more, String place, String says) {
        Path file = Small.scenario(folder, more);
        Path results = folder.resolve("results");

        Ran ran = within(() -> Ran.command("run", file.toString(), "--out", results.toString()));

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err())
                .contains(place)
                .contains(says)
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(results).doesNotExist();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void validate_faultyFile_saysTheSame(String name, String more, String place, String says) {
        Path file = Small.scenario(folder, more);

        Ran ran = Ran.command("scenarios", "validate", file.toString());

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains(place).contains(says);
    }

    @Test
    void run_severalFaults_tellsAllAtOnce() {
        Path file = Small.scenario(folder, "levers:\n  surveillance:\n    coverage: 2\n    coverag: 1\ncaling: {}\n");

        Ran ran = Ran.command("run", file.toString());

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(3);
    }

    @Test
    void run_noSuchScenario_namesTheNearest() {
        Ran ran = Ran.command("run", "tightning-2015");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err())
                .isEqualTo("borderline: there is no scenario 'tightning-2015'; did you mean 'tightening-2015'?\n");
    }

    @Test
    void run_scenarioLikeNoOther_namesAllThereAre() {
        Ran ran = Ran.command("run", "nonesuch");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("'nonesuch'; there are anti-corruption-drive, ", ", tightening-2015, baseline");
    }

    @Test
    void run_setOfUnknownInput_namesTheNearest() {
        Ran ran = Ran.command("run", "tightening-2015", "--set", "levers.surveillance.coverag=0.1");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("did you mean 'levers.surveillance.coverage'?");
    }

    @ParameterizedTest(name = "[{0}]")
    @org.junit.jupiter.params.provider.ValueSource(strings = {"x", "", "NaN", "1e400", "2", "0x1p3"})
    void run_setToWhatIsNoShare_isRefused(String value) {
        Ran ran = Ran.command("run", "tightening-2015", "--set", "levers.surveillance.coverage=" + value);

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("levers.surveillance.coverage");
    }

    @ParameterizedTest(name = "{0} {1}")
    @org.junit.jupiter.params.provider.CsvSource({
        "--replications, 0, 3",
        "--replications, x, 2",
        "--threads, -1, 3",
        "--threads, 0, 3",
        "--threads, 100000, 3",
        "--threads, 99999999999, 3",
        "--out, '', 2",
        "--seed, 1.5, 2",
        "--set, levers, 2"
    })
    void run_optionOutOfRange_isRefused(String option, String value, int code) {
        Ran ran = Ran.command("run", "tightening-2015", option, value);

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(option).doesNotContain("Exception", " is not a int", " is not a long");
    }

    @Test
    void debug_onBadInput_showsTheTrace() throws IOException {
        Path file = Files.createDirectory(folder.resolve("folder.yaml"));

        Ran ran = Ran.command("run", file.toString(), "--debug");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("\tat ");
    }

    /** A command that takes little memory, whatever its input promises to grow to. Time is no measure: machines differ. */
    private static Ran within(Supplier<Ran> command) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Ran ran = command.get();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(BYTES_MAX);
        return ran;
    }
}
