package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --by month}: what is kept, exported and shown by calendar month. */
class ByMonthTest {
    @TempDir
    private static Path shared = Path.of("");

    private static Path monthlySweep = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void sweepByMonth() {
        monthlySweep =
                made(shared.resolve("m"), "sweep", Small.sweep(shared, "").toString(), "--by", "month");
    }

    private Path made(String name, String... words) {
        return made(folder.resolve(name), words);
    }

    private static Path made(Path results, String... words) {
        String[] all = new String[words.length + 3];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--out";
        all[words.length + 1] = results.toString();
        all[words.length + 2] = "-q";
        Ran ran = Ran.command(all);
        assertThat(ran.code()).as(ran.err()).isZero();
        return results;
    }

    private String scenario() {
        return Small.scenario(folder, "").toString();
    }

    private static List<String> lines(Path results) throws IOException {
        return Files.readAllLines(results.resolve("monthly.csv"));
    }

    @Test
    void run_byMonth_keepsMonthsAndTheSameOtherTables() throws IOException {
        Path monthly = made("monthly", "run", scenario(), "-n", "2", "--by", "month");
        Path yearly = made("yearly", "run", scenario(), "-n", "2");

        for (String table : List.of("runs.csv", "summary.csv", "yearly.csv", "design.csv")) {
            assertThat(monthly.resolve(table)).hasSameBinaryContentAs(yearly.resolve(table));
        }
        assertThat(yearly.resolve("monthly.csv")).doesNotExist();
        List<String> arrests = lines(monthly).stream()
                .filter(line -> line.contains(",arrests,"))
                .toList();
        assertThat(arrests).hasSize(2 * 24);
        assertThat(arrests.get(23)).startsWith("small,base,0,0,2010-12-01,all,arrests,");
    }

    @Test
    void run_byMonth_saysWhereMonthsAre_andGoesOnWithTheSameCommand() throws IOException {
        Path results = folder.resolve("told");
        String[] command = {"run", scenario(), "-n", "2", "--by", "month", "--out", results.toString()};

        Ran ran = Ran.command(command);

        assertThat(ran.out()).contains("summary.csv, yearly.csv, monthly.csv, runs.csv.");
        assertThat(Files.readString(results.resolve("manifest.json"))).contains("\"--by\",", "\"month\"");
        assertThat(Ran.command(command).code()).isZero();
        Ran other = Ran.command("run", scenario(), "-n", "2", "--out", results.toString());
        assertThat(other.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(other.err()).contains("what measures are kept by is month there, year here");
    }

    @Test
    void sweepAndCompare_byMonth_keepMonthsOfTheOutcomes() throws IOException {
        Path other = Small.write(folder.resolve("banned.yaml"), "schema: 1\nextends: small.yaml\nname: banned\n");
        Path compared = made("compared", "compare", scenario(), other.toString(), "-n", "2", "--by", "month");

        assertThat(lines(monthlySweep)).hasSize(1 + 4 * 2 * 2 * 24); // of three outcomes contact_share is by year alone
        assertThat(lines(compared)).anyMatch(line -> line.startsWith("small,banned,0,1,"));
        assertThat(Ran.command(
                                "reproduce",
                                monthlySweep.resolve("manifest.json").toString(),
                                "--sample",
                                "2",
                                "-q")
                        .code())
                .isZero();
    }

    @Test
    void export_byMonth_isTheTable_orRefused() throws IOException {
        Path monthly = monthlySweep;
        Path yearly = made("y", "sweep", Small.sweep(folder, "").toString());

        Ran ran = Ran.command("export", monthly.toString(), "--by", "month", "--measure", "arrests,person_years_held");
        assertThat(ran.out()).isEqualTo(Files.readString(monthly.resolve("monthly.csv")));
        Ran without = Ran.command("export", yearly.toString(), "--by", "month");
        assertThat(without.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(without.err()).contains(yearly + " was made by year alone; make it again with --by month");
        Ran wide = Ran.command("export", monthly.toString(), "--by", "month", "--shape", "wide");
        assertThat(wide.err()).contains("--by month goes with --shape long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "compare"})
    void months_withoutAFolder_areRefused(String command) {
        Ran ran = command.equals("run")
                ? Ran.command("run", scenario(), "--by", "month")
                : Ran.command("compare", scenario(), "ban-lifted", "--by", "month");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("--by month: nothing is kept by month here; name a folder");
    }

    @Test
    void report_ofMonths_drawsThem_andByYearWhatHasNone() throws IOException {
        Path results = monthlySweep;

        assertThat(Ran.command("report", results.toString()).code()).isZero();

        List<String> rows = Files.readAllLines(results.resolve("figures/over-time.csv"));
        assertThat(rows.get(0)).contains(",period,");
        assertThat(rows).filteredOn(row -> row.contains(",arrests,")).anyMatch(row -> row.contains(",2010-12,"));
        assertThat(rows)
                .filteredOn(row -> row.contains("contact_share"))
                .hasSize(2 * 2)
                .anyMatch(row -> row.contains(",2010,"));
        assertThat(Files.readString(results.resolve("report.html")))
                .contains("Month by month", "month, or by year where it is defined by year");
    }

    /** Not possible by year: there is one point. */
    @Test
    void report_ofMonthsWithinOneYear_hasThem() throws IOException {
        String year = Small.write(
                        folder.resolve("year.yaml"), Small.SCENARIO.replace("end: 2011-01-01", "end: 2009-07-01"))
                .toString();
        Path results = made("within", "run", year, "-n", "2", "--by", "month");

        Ran.command("report", results.toString());

        assertThat(Files.readAllLines(results.resolve("figures/over-time.csv")))
                .filteredOn(row -> row.contains("arrests"))
                .hasSize(6);
    }
}
