package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.ExitCodes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Standard streams and the environment of the process as scripts, containers and old terminals have them. */
class StandardStreamsTest {
    @TempDir
    private Path folder = Path.of("");

    /** A child under a script, whose {@code "$@"} is the command. */
    private Ran shell(String script, List<String> javaOptions, String... args) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("bash", "-c", script, "bash"));
        words.addAll(Child.words(javaOptions, args));
        return Child.startWords(folder, words).await();
    }

    @ParameterizedTest
    @CsvSource({"> /dev/full, No space left on device", "1< /dev/null, it is closed"})
    void output_thatCannotBeWritten_isAnErrorInOneLine(String redirection, String reason) throws Exception {
        Ran ran = shell("\"$@\" " + redirection, List.of(), "--version");

        assertThat(ran.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(ran.errLines()).containsExactly("borderline: cannot write to standard output: " + reason);
    }

    /** The whole trace would be 100 MB, of which a pipe holds 64 kB. */
    @Test
    void trace_intoHead_endsWithIt() throws Exception {
        String script = "\"$@\" | head -n 2; exit ${PIPESTATUS[0]}";

        Ran ran = shell(script, List.of(), "trace", "tightening-2015", "--out", "-");

        assertThat(ran.code()).isEqualTo(ExitCodes.READER_GONE);
        assertThat(ran.outLines()).hasSize(2);
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"dumb, false", "xterm, true"})
    void terminal_thatIsDumb_getsNoEscapeSequences(String term, boolean sequences) throws Exception {
        String sweep = Tiny.sweep(folder).toString();
        List<String> watched = List.of("-Dborderline.stderr.terminal=true");

        Ran ran = shell(
                "TERM=" + term + " \"$@\"", watched, "sweep", sweep, "--replications", "25", "--out", folder + "/r");

        assertThat(ran.code()).isZero();
        assertThat(ran.err().contains("\u001B")).isEqualTo(sequences);
        assertThat(ran.out()).doesNotContain("\u001B");
    }

    /** Digits and letters of a language may differ from those of scripts and files. */
    @Test
    void completion_underAPersianLocale_isAsElsewhere() throws Exception {
        Ran ran = shell("\"$@\"", List.of("-Duser.language=fa", "-Duser.country=IR"), "completion");

        assertThat(ran.out()).isEqualTo(Ran.command("completion").out());
    }
}
