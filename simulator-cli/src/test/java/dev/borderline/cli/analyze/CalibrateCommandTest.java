package dev.borderline.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code calibrate} in a village of two years: what it refuses before the first run, and what its folder is safe from. */
class CalibrateCommandTest {
    private static final String HEAD = "id,target,measure,first_year,last_year,value,low,high,unit,use,grade\n";
    private static final String NEEDS = "T1,needs,needs,2009,2010,2000,1900,2100,needs,fit,A\n";
    private static final String POLICY = """
            policies:
              - {lever: surveillance.coverage, at: 2009-07-01, set: 0.2, source: P30}
              - {lever: surveillance.coverage, at: 2010-06-01, set: 0.0125, source: P30}
            levers:
              surveillance:
                coverage: 0.0125
            """;

    private static final String NOBODY_IS_ARRESTED = """
            levers:
              surveillance:
                coverage: 0
                informants_per_year: 0
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void village() {
        Small.scenario(folder, "");
    }

    private Path targets(String rows) {
        return Small.write(folder.resolve("targets.csv"), HEAD + rows);
    }

    private Ran calibrate(Path targets, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "calibrate", targets.toString(), "--scenario", folder.resolve("small.yaml").toString()));
        args.addAll(List.of("--out", fit().toString(), "-n", "2"));
        args.addAll(List.of(more));
        args.addAll(args.contains("--budget") ? List.of() : List.of("--budget", "2"));
        return Ran.command(args.toArray(new String[0]));
    }

    private Path fit() {
        return folder.resolve("fit");
    }

    /** Refused in clear words, at once: not even the folder is there. */
    private void assertRefused(Ran ran, String message) {
        assertThat(ran.err()).contains(message).doesNotContain("fault of the program");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(fit()).doesNotExist();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "T1,n,needs,2009,2010,2000,1900,2100,needs,check,A | there is no target to fit",
                "T1,n,needz,2009,2010,2000,1900,2100,needs,fit,A | targets.csv:2:6: T1: there is no measure 'needz'; did you mean 'needs'?",
                "T1,n,needs,2009,2011,2000,1900,2100,needs,fit,A | the year 2011 is not simulated",
                "T1,n,needs,2010,2009,2000,1900,2100,needs,fit,A | last_year: 2009 lies before first_year, 2010",
                "T1,n,needs[2010-2009] / needs[2009],2009,2010,1,.9,1.1,1,fit,A | run backwards: 2010 to 2009",
                "T1,n,slope of ln needs on ln arrests,2009,2009,1,.9,1.1,1,fit,A | a slope needs two years or more",
                "T1,n,needs,2009.9,2010,2000,1900,2100,needs,fit,A | '2009.9' is not a year",
                "T1,n,needs,2009,2010,,1900,2100,needs,fit,A | value: '' is not a number",
                "T1,n,needs,2009,2010,0x1p4,1,2100,needs,fit,A | '0x1p4' is not a number",
                "T1,n,needs,2009,2010,20f,1,2100,needs,fit,A | '20f' is not a number",
                "T1,n,bribes_paid_usd,2009,2010,5,1,9,thousands USD,fit,A | did you mean 'thousand USD'?",
                "T1,n,needs,2009,2010,5,1,9,USD,fit,A | 'USD' is no unit of a measure in needs",
                "T1,n,needs,2009,2010,5,1,9,,fit,A | '' is no unit of a measure in needs"
            })
    void targets_thatCannotBeFitted_areRefusedBeforeTheFirstRun(String row, String message) {
        assertRefused(calibrate(targets(row + "\n"), "--vary", "settlement.stake_per_income_year"), message);
    }

    @ParameterizedTest(name = "--vary {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "policies.jamming.failure_probability | no moves that set or ramp jamming.failure_probability",
                "connection.tries | connection.tries takes whole numbers only",
                "policies.surveillance.coverage | lead back to where it starts",
                "settlement.stake_per_income_yeer | there is no input settlement.stake_per_income_yeer",
                "settlement.stake_per_income_year=0x1:2 | '0x1' is not a number",
                "settlement.stake_per_income_year=3 | '3' is no range",
                "settlement.stake_per_income_year=2:1 | is not inside"
            })
    void inputs_thatCannotBeMoved_areRefusedBeforeTheFirstRun(String input, String message) {
        Small.scenario(folder, POLICY);
        assertRefused(calibrate(targets(NEEDS), "--vary", input), message);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--budget | 0 | --budget is 0",
                "--budget | 99999999999 | --budget is 99999999999",
                "-n | 1 | 1 replications: 2 or more are needed"
            })
    void numbers_outOfRange_areRefusedBeforeTheFirstRun(String option, String value, String message) {
        Ran ran = Ran.command(
                "calibrate", targets(NEEDS).toString(), "--scenario", folder.resolve("small.yaml").toString(),
                "--out", fit().toString(), "--vary", "settlement.stake_per_income_year", option, value);

        assertRefused(ran, message);
    }

    @Test
    void input_givenTwice_isRefused() {
        String input = "settlement.stake_per_income_year";
        assertRefused(calibrate(targets(NEEDS), "--vary", input, "--vary", input + "=2:3"), "twice");
    }

    @Test
    void targets_missingOrNotText_areRefused() throws IOException {
        assertRefused(calibrate(folder.resolve("no.csv"), "--vary", "x"), "there is no such file");
        Files.write(folder.resolve("latin.csv"), new byte[] {'i', 'd', (byte) 0xE9});
        assertRefused(calibrate(folder.resolve("latin.csv"), "--vary", "x"), "is not text in UTF-8");
    }

    /** A fit to a target with a unit, then what its folder refuses and what it does again. */
    @Test
    void folder_ofAFit_isNotMixedWithAnother() throws IOException {
        String vary = "settlement.stake_per_income_year";
        Ran first = calibrate(targets(NEEDS), "--vary", vary);
        assertThat(first.code()).as(first.err()).isZero();
        String fitted = Files.readString(fit().resolve("fit.json"));
        String log = Files.readString(fit().resolve("evaluations.csv"));

        Ran again = calibrate(targets(NEEDS), "--vary", vary);
        assertThat(fit().resolve("evaluations.csv")).hasContent(log);
        assertThat(again.out()).isEqualTo(first.out());

        Ran seed = calibrate(targets(NEEDS), "--vary", vary, "--seed", "7");
        assertThat(seed.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(seed.err()).contains("differs in the seed: there 42, here 7");

        Ran unit = calibrate(targets(NEEDS.replace(",needs,fit", ",thousand needs,fit")), "--vary", vary);
        assertThat(unit.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(unit.err()).contains("differs in the target").contains("thousand needs");

        Ran years = calibrate(targets(NEEDS.replace("2009,2010", "2010,2010")), "--vary", vary);
        assertThat(years.err()).contains("differs in the target").contains("needs[2009-2010]");

        Path own = Files.copy(targets(NEEDS), fit().resolve("targets.csv"), StandardCopyOption.REPLACE_EXISTING);
        Ran over = calibrate(own, "--vary", vary);
        assertThat(over.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(over.err()).contains("is read and would be overwritten");
        assertThat(own).hasContent(HEAD + NEEDS);
        assertThat(fit().resolve("fit.json")).hasContent(fitted);
    }

    @Test
    void foreignFolder_isLeftAlone() throws IOException {
        Files.createDirectories(fit());
        Files.writeString(fit().resolve("thesis.txt"), "mine");
        Path own = Small.write(fit().resolve("targets.csv"), HEAD + NEEDS);

        for (Path input : List.of(own, targets(NEEDS))) {
            Ran ran = calibrate(input, "--vary", "settlement.stake_per_income_year");
            assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.err()).containsAnyOf("would be overwritten", "is not the folder of a calibration");
        }
        assertThat(own).hasContent(HEAD + NEEDS);
        try (Stream<Path> files = Files.list(fit())) {
            assertThat(files).hasSize(2);
        }
    }

    /** A target that no run has a value for: said after the first point, not after the whole budget. */
    @Test
    void target_withoutAValueInAnyRun_isRefusedAfterOnePoint() throws IOException {
        Small.scenario(folder, NOBODY_IS_ARRESTED);
        String bribe = "T2,bribe,bribe_mean_usd,2009,2009,100,90,110,USD,";

        Ran ran = calibrate(targets(NEEDS + bribe + "fit,A\n"), "--vary", "settlement.stake_per_income_year", "--budget", "50");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("T2: bribe_mean_usd has no value in small").doesNotContain("fault of the program");
        assertThat(Files.readString(fit().resolve("evaluations.csv")).lines().filter(line -> line.startsWith("at,")))
                .hasSize(1);
    }

    /** As a check it is reported as what it is. */
    @Test
    void check_withoutAValueInAnyRun_isReportedAsSuch() throws IOException {
        Small.scenario(folder, NOBODY_IS_ARRESTED);
        String bribe = "T2,bribe,bribe_mean_usd,2009,2009,100,90,110,USD,";

        Ran ran = calibrate(targets(NEEDS + bribe + "check,A\n"), "--vary", "settlement.stake_per_income_year");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("T2 outside: the model has no value of it");
        assertThat(Files.readString(fit().resolve("fit.json"))).contains("\"fitted\": null");
    }
}
