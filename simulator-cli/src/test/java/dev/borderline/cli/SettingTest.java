package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.ExitCodes;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values on the command line obey the rules of values in files. */
class SettingTest {
    private static final String COVERAGE = "levers.surveillance.coverage";

    @TempDir
    private Path folder = Path.of("");

    private Ran run(String... settings) {
        Tiny.sweep(folder);
        String[] words = Stream.concat(
                        Stream.of("run", folder.resolve("tiny.yaml").toString(), "--replications", "1", "--quiet"),
                        Stream.of(settings).flatMap(setting -> Stream.of("--set", setting)))
                .toArray(String[]::new);
        return Ran.command(words);
    }

    static Stream<Arguments> texts() {
        List<String> numbers =
                List.of("0.06", "6e-2", "+.06", "1.", "0", "true", "0x1p-4", "0.06f", "1d", "NaN", ".nan");
        List<String> odd = List.of("Infinity", "1e400", "", "~", "1,5", "1_0", "1.5", "-0.1", "six", "0.06 0.07");
        List<String> switches = List.of("true", "false", "1", "0", "yes", "True", "on", "1.0", "");
        return Stream.concat(
                Stream.concat(numbers.stream(), odd.stream())
                        .map(text -> Arguments.of("surveillance", "coverage", text)),
                switches.stream().map(text -> Arguments.of("network", "domestic_blocked", text)));
    }

    @ParameterizedTest(name = "{0}.{1}={2}")
    @MethodSource("texts")
    void text_inFileOrOnCommandLine_isTakenOrRefusedAlike(String group, String key, String text) {
        String lines = "levers:\n  " + group + ":\n    " + key + ": " + text + "\n";
        String file = Small.scenario(folder, lines).toString();

        Ran inFile = Ran.command("scenarios", "validate", file);
        Ran onLine = run("levers." + group + "." + key + "=" + text);

        assertThat(onLine.code()).as(onLine.err()).isEqualTo(inFile.code());
        if (onLine.code() != 0) {
            assertThat(onLine.errLines()).hasSize(1);
            String why = inFile.err().lines().findFirst().orElseThrow().replaceFirst("^.*?: levers", "levers");
            assertThat(onLine.err()).isEqualTo("borderline: --set: " + why + "\n");
        }
    }

    @Test
    void path_setTwice_isRefusedAsInFiles() {
        Ran ran = run(COVERAGE + "=0.1", COVERAGE + "=0.1");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err())
                .isEqualTo("borderline: --set " + COVERAGE + ": it is set more than once; leave one of them\n");
    }

    @Test
    void faults_ofSeveralSettings_areToldTogether() {
        Ran ran = run(COVERAGE + "=2", "levers.surveillance.covrage=1", "levers.network.domestic_blocked=2");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(3);
    }

    @Test
    void arm_setAlone_countsMoreThanAll_butNotTwice() {
        Tiny.sweep(folder);
        String tiny = folder.resolve("tiny.yaml").toString();
        String own = "tiny:" + COVERAGE + "=0.2";

        Ran once = Ran.command("compare", tiny, tiny, "-n", "2", "-q", "--set", COVERAGE + "=0.1", "--set", own);
        Ran twice = Ran.command("compare", tiny, tiny, "-n", "2", "-q", "--set", own, "--set", own);

        assertThat(once.code()).as(once.err()).isZero();
        assertThat(twice.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(twice.err()).contains("--set tiny:" + COVERAGE + ": it is set more than once");
    }

    /** Java reads all of these as numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"0x1p-4", "0.3f", "1d", "NaN", "Infinity", " 1"})
    void decimal_ofAnyOption_isReadByTheSameRules(String text) {
        Ran ran = Ran.command("analyze", "prim", "nowhere", "--measure", "arrests", "--threshold", text);

        assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(ran.err()).contains("--threshold").contains("'" + text + "' is not a number");
    }
}
