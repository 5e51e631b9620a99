package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Refusals of {@code compare}, {@code analyze} and {@code report} that depend on inputs: one clear message, before the first run and
 * before anything is written. For {@code calibrate} see {@code CalibrateCommandTest}.
 *
 * <p>Every run of {@code compare} here would break off at its first event, with another exit code: none was made where it is the one
 * of bad input.
 */
class RefusedBeforeRunsTest {
    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void sweeps() {
        Path sweep = Small.sweep(
                folder, "arms:\n  base:\n  open: {set: {levers.surveillance.informants_per_year: 0}, policies: []}\n");
        Ran ran = Ran.command(
                "sweep", sweep.toString(), "--out", folder.resolve("grid").toString(), "-q");
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    private static void assertRefused(String command, String message) throws IOException {
        List<String> words = Stream.of(command.replace("DIR", folder.toString()).split(" ", -1))
                .toList();
        List<String> before = files();
        Ran ran = Ran.command(words.toArray(new String[0]));

        assertThat(ran.err())
                .contains(message)
                .doesNotContain("fault of the program")
                .doesNotContain("Exception");
        assertThat(ran.code()).isIn(ExitCodes.BAD_INPUT, ExitCodes.USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(files()).isEqualTo(before);
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DIR/nowhere.yaml | there is no file",
                "DIR/small.yaml --outcomes arests | did you mean",
                "DIR/small.yaml --precision arests=5% | did you mean 'arrests'?",
                "DIR/small.yaml --precision 0% | --precision 0% is not allowed",
                "DIR/small.yaml --precision 5% --max-replications 3 | must be 10 to",
                "DIR/small.yaml --precision 5% -n 20 | give one of them",
                "DIR/small.yaml -n 0 | --replications is 0",
                "DIR/small.yaml --fates -1 | --fates is -1",
                "DIR/small.yaml --set levers.surveillance.coverag=0.1 | levers.surveillance.coverage",
                "DIR/small.yaml --set levers.surveillance.coverage=2 | from 0 to 1",
                "DIR/small.yaml --set nobody:levers.surveillance.coverage=0.2 | nobody",
                "DIR/small.yaml --select-best contact_share --max --indifference 0 | indifference is 0",
                "DIR/small.yaml --select-best contact_share --max --indifference 1e-3 --alpha 0 | alpha is 0",
                "DIR/small.yaml --select-best contact_share --max --indifference 1e-3 --alpha 0.5 | blind choice",
                "DIR/small.yaml --select-best contact_share --max --indifference NaN | 'NaN' is not a number",
                "DIR/small.yaml --select-best contact_share --max --indifference 0x1p-4 | '0x1p-4' is not a number",
                "DIR/small.yaml --select-best contact_shar --max --indifference 0.1 | did you mean contact_share?",
                "DIR/small.yaml --select-best arrests --max --indifference 1 | arrests",
                "DIR/small.yaml --select-best contact_share --max --indifference 1 -n 5 | the first look is after 10",
                "DIR/small.yaml --select-best contact_share --max --indifference 1 --out DIR/x | keeps no runs",
                "DIR/small.yaml --select-best contact_share --max --indifference 1 --independent | leave --precision and",
            })
    void compare_badInput(String rest, String message) throws IOException {
        assertRefused("compare DIR/small.yaml " + rest + " --max-events-per-run 1", message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sobol DIR/nowhere | nowhere",
                "sobol DIR/grid | need design: saltelli",
                "sobol DIR/grid --resamples 3 | --resamples is 3",
                "sobol DIR/grid --resamples 2000000000 | --resamples is 2000000000",
                "morris DIR/grid | need design: morris",
                "cart DIR/grid --measure contact_share | 4 points are too few for a tree",
                "cart DIR/grid --measure contact_shar | contact_share",
                "cart DIR/grid --measure contact_share --depth 0 | maxDepth is 0",
                "cart DIR/grid --measure contact_share --mass 0.9 | minMass is 0.9",
                "cart DIR/grid --measure contact_share --mass 1f | '1f' is not a number",
                "prim DIR/grid --measure contact_share | --threshold",
                "prim DIR/grid --measure contact_share --threshold NaN | 'NaN' is not a number",
                "prim DIR/grid --measure contact_share --threshold 99 | none of 4 cases",
                "prim DIR/grid --measure contact_share --threshold 0.4 --peel 1 | peel is 1",
                "prim DIR/grid --measure contact_share --threshold 0.4 --mass 0 | minMass is 0",
                "prim DIR/grid --measure contact_share --threshold 0.4 --density 1.5 | density is 1.5",
                "prim DIR/grid --measure contact_share --threshold 0.4 --boxes 0 | 0 boxes",
                "prim DIR/grid --measure contact_share --threshold 0.4 --arm opn | it has base, open",
                "prim DIR/grid --measure contact_share --threshold 0.4 --against base | set against itself",
                "robustness DIR/grid --measure arrests --max | arrests",
                "robustness DIR/grid --measure contact_shar --max | contact_share",
                "robustness DIR/grid --measure contact_share --max --threshold Infinity | is not a number",
                "selection DIR/grid --measure contact_share --max --indifference 0.1 | needs two arms or more, at one",
                "selection DIR/grid --measure contact_share --max --indifference 0 | indifference is 0",
                "selection DIR/grid --measure arrests --min --indifference 1 | never ranked by it",
            })
    void analyze_badInput(String rest, String message) throws IOException {
        assertRefused("analyze " + rest, message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DIR/nowhere | nowhere",
                "DIR/small.yaml | small.yaml",
                "DIR/grid --out DIR/grid | is a folder",
            })
    void report_badInput(String rest, String message) throws IOException {
        assertRefused("report " + rest, message);
    }
}
