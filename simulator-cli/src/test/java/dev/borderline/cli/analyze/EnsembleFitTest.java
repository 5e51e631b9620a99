package dev.borderline.cli.analyze;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.ensemble.Ensemble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code calibrate --ensemble} with a hundredth of the people in one year: refusals, files, interruption. */
class EnsembleFitTest {
    private static final String HEAD = "id,target,measure,first_year,last_year,value,low,high,unit,use,grade\n";
    private static final String SHARE = "T1,c,contact_share,2009,2009,0.5,0.3,0.7,1,fit,A\n";
    private static final String CHECK = "T2,m,call_minutes_mean,2009,2009,6,3,9,minutes,check,A\n";
    private static final String[] SIZE =
            "--people 1% --waves 2 --points 20 --chains 4 --steps 2 --last-steps 2 --moves 1 --members 8".split(" ");

    @TempDir
    private static Path shared = Path.of("");

    private static Path whole = Path.of(""); // a fit on one thread, which nobody disturbed
    private static Ran told = new Ran(0, "", "");
    private static final SortedMap<String, String> expected = new TreeMap<>(); // its files

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void fitOnce() throws IOException {
        year(shared);
        whole = shared.resolve("whole");
        told = small(shared, whole, "--threads", "1");
        expected.putAll(files(whole));
    }

    @BeforeEach
    void year() {
        year(folder);
    }

    private static void year(Path folder) {
        Small.write(
                folder.resolve("year.yaml"),
                "schema: 1\nextends: tightening-2015\nname: year\nstart: 2009-01-01\nend: 2010-01-01\n");
    }

    private Ran fit(String rows, Path out, String... more) {
        return fit(folder, rows, out, more);
    }

    private static Ran fit(Path folder, String rows, Path out, String... more) {
        Path targets = Small.write(folder.resolve("targets.csv"), HEAD + rows);
        List<String> args = new ArrayList<>(List.of("calibrate", targets.toString(), "--out", out.toString()));
        args.addAll(List.of("--scenario", folder.resolve("year.yaml").toString()));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    private static Ran small(Path folder, Path out, String... more) {
        List<String> args = new ArrayList<>(List.of(SIZE));
        args.add("--ensemble");
        args.addAll(List.of(more));
        return fit(folder, SHARE + CHECK, out, args.toArray(new String[0]));
    }

    private static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--ensemble --vary needs.rate_mean_per_year | of the fit of a mode",
                "--ensemble --json | of the fit of a mode",
                "--chains 8 | are of --ensemble: give it too",
                "--ensemble --chains 3 | --chains is 3; it must be 4 to",
                "--ensemble --points 19 | --points is 19; it must be 20 to",
                "--ensemble --people 0% | --people is 0%; it must be",
                "--ensemble --members 100000 | --members is 100000; it must be 1 to",
                "--budget 3 | no input to move"
            })
    void options_thatDoNotGoTogether_refused(String options, String message) {
        Path out = folder.resolve("fit");
        Ran ran = fit(SHARE, out, options.split(" "));

        assertThat(ran.err()).contains(message).doesNotContain("fault of the program");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(out).doesNotExist();
    }

    @Test
    void targets_withoutOneToFit_refused() {
        Path out = folder.resolve("fit");
        Ran ran = fit(CHECK, out, "--ensemble");

        assertThat(ran.err()).contains("there is no target to fit");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(out).doesNotExist();
    }

    /** So few particles fail the gates; the files are there, and the members are read as an ensemble. */
    @Test
    void fit_ofFewParticles_writesAndFails() throws IOException {
        assertThat(told.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(told.out()).contains("Refused: R-hat is").contains("Raise --chains, --last-steps or --moves");
        assertThat(expected.get("ensemble.json")).contains("\"passes\": false").contains("\"model_fingerprint\": ");
        assertThat(expected.get("posterior.csv"))
                .startsWith("path,row,prior_p05,prior_median,prior_p95,p05,median,p95,");
        assertThat(expected.get("targets-predicted.csv"))
                .contains("T1,contact_share,fit,")
                .contains("T2,call_minutes_mean,check,");
        Ensemble members = Ensemble.read(StandardCatalog.standard(), whole.resolve("ensemble.csv"));
        assertThat(members.size()).isEqualTo(8);
        Path ensemble = whole.resolve("ensemble.csv");
        Ran run = Ran.command(
                "run",
                folder.resolve("year.yaml").toString(),
                "--people",
                "1%",
                "--ensemble",
                ensemble.toString(),
                "--members",
                "2",
                "--out",
                folder.resolve("run").toString());
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCodes.OK);
    }

    /** Cut short at places all over the log, and on another number of threads: the same bytes in every file. */
    @Test
    void fit_brokenOff_goesOnToTheSameBytes() throws IOException {
        String log = requireNonNull(expected.get("evaluations.csv"));

        for (double share : new double[] {0.35, 0.8}) {
            Path again = Files.createDirectory(folder.resolve("again" + share));
            String torn = log.substring(0, (int) (share * log.length()));
            Files.writeString(again.resolve("evaluations.csv"), torn);
            assertThat(small(shared, again, "--threads", "2").code()).isEqualTo(ExitCodes.FAILED);
            assertThat(files(again)).isEqualTo(expected);
        }

        Ran other = small(shared, whole, "--seed", "7");
        assertThat(other.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(other.err()).contains("belongs to another calibration, which differs in the seed");
        assertThat(files(whole)).isEqualTo(expected);
    }
}
