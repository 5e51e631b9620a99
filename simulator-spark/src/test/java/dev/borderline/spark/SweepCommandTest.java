package dev.borderline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver's command line, as {@code spark-submit} would call it. */
class SweepCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private record Ran(int code, String out, String err) {}

    private static Ran command(SparkConf conf, List<String> args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = SweepCommand.line(conf, stream(out), stream(err)).execute(args.toArray(new String[0]));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private Ran sweep(Path file, String... more) {
        List<String> args =
                new ArrayList<>(List.of(file.toString(), "--out", at("out").toString()));
        args.addAll(List.of(more));
        return command(LocalSpark.conf(), args);
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    @Test
    void output_thatCannotBeWritten_isAnError() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        int code = Main.run(
                new SparkConf(false), new PrintStream(full, true, StandardCharsets.UTF_8), stream(err), "--help");

        assertThat(code).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("borderline: cannot write to standard output\n");
    }

    @Test
    void sweep_submitted_leavesTheFolderOfTheCommandLine() throws IOException {
        Path file = Tiny.sweep(folder, "replications: 2");
        Folders.fill(at("threads"), SweepText.ofFile(file), runner -> runner.run());

        Ran ran = sweep(file, "--quiet");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .isEqualTo("tiny-sweep: 8 runs in " + at("out") + ", 0 of them failed; 'borderline report " + at("out")
                        + "' shows them\n");
        Folders.assertSame(at("threads"), at("out"));

        Ran more = sweep(file, "--replications", "3", "--json");
        assertThat(more.err()).startsWith("borderline: " + at("out") + " holds 8 runs already\n");
        assertThat(more.out()).contains("\"replications\": 3,", "\"runs\": 12,", "\"failed\": 0");
        Ran other = sweep(file, "--seed", "8");
        assertThat(other.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(other.err()).contains("holds the runs of another experiment");
    }

    @Test
    void sweep_badFile_isRefusedBeforeSparkStarts() throws IOException {
        Path file = Tiny.sweep(folder, "replications: 2\nreplicaton: 2\n");
        Ran unknownKey = sweep(file);
        assertThat(unknownKey.err())
                .isEqualTo("borderline: " + file + ":11:1: replicaton: unknown key 'replicaton'; did you mean"
                        + " 'replications'?\n");
        assertThat(unknownKey.code()).isEqualTo(ExitCodes.BAD_INPUT);
        String text = Files.readString(Tiny.sweep(folder, "replications: 2"));
        Files.writeString(file, text.replace("arrests", "arests"));
        Ran unknownMeasure = sweep(file);
        assertThat(unknownMeasure.err())
                .matches("borderline: " + file
                        + ":\\d+:\\d+: outcomes: there is no measure 'arests'; did you mean 'arrests'\\?\n");
        assertThat(unknownMeasure.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(at("out")).doesNotExist();
    }

    @Test
    void sweep_badUsage_saysWhatIsMissing() {
        Path file = Tiny.sweep(folder, "replications: 2");
        assertThat(command(LocalSpark.conf(), List.of(file.toString())))
                .isEqualTo(new Ran(
                        ExitCodes.USAGE, "", "borderline: Missing required option: '--out=DIR'\nSee --help.\n"));
        Ran nowhere = command(
                new SparkConf(false),
                List.of(file.toString(), "--out", at("out").toString()));
        assertThat(nowhere.err())
                .isEqualTo("borderline: no cluster is named: start this with spark-submit --master ...\n");
        assertThat(nowhere.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(at("out")).doesNotExist();
        for (String number : List.of("0", "2000000000")) {
            Ran refused = sweep(file, "--replications", number);
            assertThat(refused.err())
                    .isEqualTo("borderline: --replications is " + number
                            + "; it must be 1 or more, and all runs together at most 100000000\n");
            assertThat(refused.code()).isEqualTo(ExitCodes.BAD_INPUT);
        }
    }

    @Test
    void sweep_sparkThatCannotStart_isToldInASentence() {
        Path file = Tiny.sweep(folder, "replications: 2");
        SparkConf nonsense = LocalSpark.conf().setMaster("spark:/nowhere");
        Ran ran = command(nonsense, List.of(file.toString(), "--out", at("out").toString()));
        assertThat(ran.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(ran.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("borderline: Spark broke off: ") && line.contains("spark:/nowhere"))
                .contains("borderline: the runs made so far are kept; the same command goes on");
    }

    @Test
    void help_showsExamples() {
        Ran help = command(LocalSpark.conf(), List.of("--help"));
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("spark-submit --master spark://host:7077", "--retry-failed", "Exit codes: 0 done");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    }

    /** A folder from a stranger: nothing is written through a link, also by Spark's driver. */
    @Test
    void linksInTheFolder_areRefusedBeforeSparkBegins() throws IOException {
        Path file = Tiny.sweep(folder, "replications: 1");
        Path precious = Files.writeString(at("precious"), "precious");
        for (String name : List.of("runs.journal", ".runs.journal.lock", ".runs.journal.tmp", ".runs.journal.holder")) {
            Path out = Files.createDirectories(at("out"));
            Path link = Files.createSymbolicLink(out.resolve(name), precious);
            Ran ran = sweep(file, "--quiet");
            assertThat(ran.code()).as(name).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.err()).as(name).contains(name + " is a link");
            assertThat(precious).as(name).hasContent("precious");
            Files.delete(link);
        }
    }
}
