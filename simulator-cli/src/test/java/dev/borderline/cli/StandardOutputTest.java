package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.ExitCodes;
import dev.borderline.text.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command notices that its results cannot be written. */
class StandardOutputTest {
    private static final String FULL = "No space left on device";

    @TempDir
    private static Path folder = Path.of("");

    private static Map<String, List<String>> commands = Map.of();
    private static final Map<String, Ran> WELL = new TreeMap<>();

    @BeforeAll
    static void make() {
        commands = EveryCommand.in(folder);
        commands.keySet().forEach(name -> WELL.put(name, Ran.command(args(name))));
    }

    private static Ran well(String name) {
        return Objects.requireNonNull(WELL.get(name));
    }

    static List<String> names() {
        return List.copyOf(commands.keySet());
    }

    /** A stream that fails from some byte on, as a disk that fills up or a pipe whose reader leaves. */
    private static final class Failing extends OutputStream {
        private final String reason;
        private final long room;
        private long taken;
        private int failures;

        Failing(String reason, long room) {
            this.reason = reason;
            this.room = room;
        }

        @Override
        public void write(int octet) throws IOException {
            if (taken == room) {
                failures++;
                throw new IOException(reason);
            }
            taken++;
        }
    }

    private static String[] args(String name) {
        return Objects.requireNonNull(commands.get(name)).toArray(new String[0]);
    }

    @ParameterizedTest
    @MethodSource("names")
    void results_onFullDisk_areAnErrorInOneLine(String name) {
        Ran well = well(name);
        Ran full = Ran.writingTo(new Failing(FULL, Math.max(0, well.out().length() - 1)), args(name));

        assertThat(well.code()).as(well.err()).isZero();
        assertThat(well.out().isEmpty()).isEqualTo(EveryCommand.silent().contains(name));
        if (!well.out().isEmpty()) {
            assertThat(full.code()).isEqualTo(ExitCodes.FAILED);
            assertThat(full.errLines())
                    .filteredOn(line -> line.contains("cannot write"))
                    .containsExactly("borderline: cannot write to standard output: " + FULL);
            assertThat(full.err()).doesNotContain("fault of the program").doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void results_withoutReader_endTheCommandQuietly(String name) {
        Ran well = well(name);
        Ran gone = Ran.writingTo(new Failing("Broken pipe", 0), args(name));

        assertThat(gone.code()).isEqualTo(well.out().isEmpty() ? ExitCodes.OK : ExitCodes.READER_GONE);
        assertThat(gone.err()).doesNotContain("cannot write", "broke off", "fault of the program");
    }

    private static boolean steers(String text) {
        return text.chars().anyMatch(character -> Visible.steers((char) character));
    }

    /** Titles, questions and targets of the folder hold sequences that would name a window or clear a screen. */
    @ParameterizedTest
    @MethodSource("names")
    void controlCharacters_ofOthers_areShownAsText(String name) {
        Ran well = well(name);

        assertThat(steers(well.out())).as(well.out()).isFalse();
        assertThat(steers(well.err())).as(well.err()).isFalse();
    }

    @Test
    void controlCharacters_ofTitles_standInResultsAndPagesAsText() throws IOException {
        Path results = folder.resolve("results-grid");

        assertThat(well("status").out()).contains("A village \\u001b]0;owned\\u0007 \\u001b[2J \\u009b31m \\u202e");
        for (String page : List.of("report.html", "stress-des.md")) {
            assertThat(Files.readString(results.resolve(page))).contains("\\u001b]0;owned");
        }
        try (Stream<Path> files = Files.walk(results)) {
            assertThat(files.filter(file -> file.toString().matches(".*[.](html|svg|md|csv)"))
                            .filter(file -> steers(text(file))))
                    .isEmpty();
        }
    }

    /** The streams and settings of containers, cron and old terminals, all at once; wide tables are the same bytes. */
    @Test
    void commands_inPoorSurroundings_areAsElsewhere() throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("home"));
        assertThat(home.toFile().setReadOnly()).isTrue();
        String script = "unset LANG LC_CTYPE; LC_ALL=C TERM=dumb COLUMNS=40 HOME=" + home + " exec \"$@\"";

        Map<String, Ran> poor = Surroundings.inTurn(folder, script, commands);

        poor.forEach((name, ran) -> {
            assertCalm(name, ran);
            assertThat(ran.code()).as(name + ": " + ran.err()).isZero();
            assertThat(ran.out().isEmpty()).as(name).isEqualTo(well(name).out().isEmpty());
            assertThat(ran.out() + ran.err()).as(name).doesNotContain("\u001B");
        });
        assertThat(home).isEmptyDirectory();
    }

    /** A descriptor that is itself closed or full. */
    @ParameterizedTest
    @ValueSource(strings = {"> /dev/full", ">&-"})
    @Tag("deep")
    void commands_onAStreamThatTakesNothing_failInOneLine(String redirection) throws IOException, InterruptedException {
        Surroundings.inTurn(folder, "exec \"$@\" " + redirection, commands).forEach((name, ran) -> {
            assertCalm(name, ran);
            assertThat(ran.code())
                    .as(name + ": " + ran.err())
                    .isEqualTo(well(name).out().isEmpty() ? ExitCodes.OK : ExitCodes.FAILED);
        });
    }

    /** The folders are somebody else's: root without its powers may read them and no more. */
    @Test
    @Tag("deep")
    void commands_asAnotherUser_areRightOrRefusedInALine() throws IOException, InterruptedException {
        Shells.skipUnlessRoot();
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Map<String, List<String>> there = EveryCommand.in(theirs);
        String script = "chown -R 65534 " + theirs
                + " && exec setpriv --bounding-set=-all --inh-caps=-all --securebits=+noroot \"$@\"";

        Map<String, Ran> ran = Surroundings.inTurn(folder, script, there);

        ran.forEach(StandardOutputTest::assertCalm);
        for (String reading : List.of("status", "export", "reproduce")) {
            assertThat(Objects.requireNonNull(ran.get(reading)).code()).isZero();
        }
        for (String writing : List.of("report", "merge", "sweep", "share", "analyze sobol", "calibrate")) {
            Ran refused = Objects.requireNonNull(ran.get(writing));
            assertThat(refused.code()).as(writing + ": " + refused.err()).isIn(ExitCodes.FAILED, ExitCodes.BAD_INPUT);
            assertThat(refused.err()).as(writing).contains("Permission denied");
        }
    }

    private static void assertCalm(String name, Ran ran) {
        assertThat(ran.err()).as(name).doesNotContain("fault of the program", "unexpectedly", "\tat ", "Exception");
        if (ran.code() != ExitCodes.OK) {
            assertThat(ran.errLines())
                    .as(name)
                    .filteredOn(line -> !line.endsWith("already"))
                    .hasSize(1);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void help_onFullDisk_isAnErrorInOneLine(String name) {
        List<String> words = new ArrayList<>(List.of(name.split(" ", -1)));
        words.add("--help");

        Ran full = Ran.writingTo(new Failing(FULL, 100), words.toArray(new String[0]));

        assertThat(full.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(full.errLines()).containsExactly("borderline: cannot write to standard output: " + FULL);
    }

    @Test
    void version_onFullDisk_isAnErrorInOneLine() {
        Ran full = Ran.writingTo(new Failing(FULL, 0), "--version");

        assertThat(full.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(full.errLines()).containsExactly("borderline: cannot write to standard output: " + FULL);
    }

    /** A run that went on would try each of its lines. */
    @Test
    void trace_whoseReaderLeaves_simulatesNoFurther() {
        Failing pipe = new Failing("Broken pipe", 4000);

        Ran ran = Ran.writingTo(pipe, args("trace"));

        assertThat(ran.code()).isEqualTo(ExitCodes.READER_GONE);
        assertThat(ran.err()).isEmpty();
        assertThat(pipe.failures).isEqualTo(1);
    }
}
