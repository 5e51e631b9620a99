package dev.borderline.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.text.Csv;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report} of the folder of a calibration. */
class FitReportTest {
    private static final String TARGETS = """
            id,target,measure,first_year,last_year,value,low,high,unit,use,grade
            T1,"needs <b>",needs,2009,2010,2000,1900,2100,needs,fit,A
            T2,talk,call_minutes_mean,2009,2009,60,59,61,minutes,check,A
            """;

    @TempDir
    private Path folder = Path.of("");

    private String page(Path fit) throws IOException {
        Ran ran = Ran.command("report", fit.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        String page = Files.readString(fit.resolve("report.html"));
        assertThat(page).doesNotContain("<script", "http:", "https:");
        return page;
    }

    private static List<List<String>> rows(Path table) throws IOException {
        return Files.readAllLines(table).stream().skip(1).map(Csv::fields).toList();
    }

    private static String human(String number) {
        return number.isEmpty()
                ? "–"
                : Numbers.human(Double.parseDouble(number)).replace('-', '−');
    }

    @Test
    void quickFit_showsTheRecordAndWhatIsKnownOfEachInput() throws IOException {
        Small.scenario(folder, "");
        Path targets = Small.write(folder.resolve("record.csv"), TARGETS);
        Path fit = folder.resolve("fit");
        Ran ran = Ran.command(
                "calibrate",
                targets.toString(),
                "--scenario",
                folder.resolve("small.yaml").toString(),
                "--vary",
                "needs.rate_mean_per_year",
                "--budget",
                "20",
                "-n",
                "2",
                "--out",
                fit.toString());
        assertThat(ran.code()).as(ran.err()).isZero();

        String page = page(fit);

        for (List<String> row : rows(fit.resolve("targets.csv"))) {
            assertThat(page)
                    .contains("<th scope=\"row\">" + row.get(0))
                    .contains(">" + human(row.get(3)) + "</td><td class=\"number\">" + human(row.get(8)));
        }
        List<String> input = rows(fit.resolve("parameters.csv")).get(0);
        assertThat(page)
                .contains("<code>" + input.get(0) + "</code>", ">" + human(input.get(4)) + " <span")
                .contains("needs &lt;b&gt;", "The quick fit", " lie inside their tolerance.")
                .doesNotContain("id=\"gates\"", "needs <b>");
        assertThat(page.split("class=\"strip\"", -1)).hasSize(1 + 2 + 1);
    }

    /** Wherever people read them shares are in per cent and other figures in the unit of their evidence; in files a share is one of 1. */
    @Test
    void figures_haveTheirUnit_inTerminalFilesAndPage() throws IOException {
        Small.scenario(folder, "");
        Path targets = Small.write(folder.resolve("record.csv"), """
                id,target,measure,first_year,last_year,value,low,high,unit,use,grade
                T1,contact,contact_share,2009,2010,0.3,0.2,0.4,1,fit,A
                T2,contact,contact_share,2009,2010,30,20,40,%,check,A
                T3,needs,needs[2010-2010] / needs[2009-2009],2009,2010,1,0.9,1.1,1,check,A
                T4,paid,bribes_paid_usd,2009,2010,3,2,40,thousand USD,check,A
                """);
        Path fit = folder.resolve("fit");
        Ran ran = Ran.command(
                "calibrate",
                targets.toString(),
                "--scenario",
                folder.resolve("small.yaml").toString(),
                "--vary",
                "needs.rate_mean_per_year",
                "--budget",
                "4",
                "-n",
                "2",
                "--out",
                fit.toString());
        assertThat(ran.code()).as(ran.err()).isZero();

        assertThat(ran.outLines())
                .anyMatch(line -> line.matches("T1 +fit +30 +20 to 40 +% +[0-9.]+ .*"))
                .anyMatch(line -> line.matches("T2 +check +30 +20 to 40 +% +[0-9.]+ .*"))
                .anyMatch(line -> line.matches("T3 +check +1 +0.9 to 1.1 +[0-9.]+ .*"))
                .anyMatch(line -> line.matches("T4 +check +3 +2 to 40 +thousand USD .*"));
        List<List<String>> rows = rows(fit.resolve("targets.csv"));
        assertThat(rows).extracting(row -> row.get(6)).containsExactly("1", "%", "", "thousand USD");
        assertThat(rows).extracting(row -> row.get(3)).containsExactly("0.3", "30", "1", "3");
        double share = Double.parseDouble(rows.get(0).get(8));
        assertThat(Double.parseDouble(rows.get(1).get(8))).isCloseTo(100 * share, within(1e-6));
        String page = page(fit);
        assertThat(page.split(">30</td><td class=\"number\">" + human(Double.toString(100 * share)) + "</td>", -1))
                .hasSize(1 + 2);
        assertThat(page).contains("</td><td>%</td>", "</td><td>thousand USD</td>");
    }

    @Test
    void ensemblesFit_showsGatesAndPriorAgainstPosterior() throws IOException {
        Path year = Small.write(
                folder.resolve("year.yaml"),
                "schema: 1\nextends: tightening-2015\nname: year\nstart: 2009-01-01\nend: 2010-01-01\n");
        Path targets = Small.write(folder.resolve("record.csv"), """
                id,target,measure,first_year,last_year,value,low,high,unit,use,grade
                T1,c,contact_share,2009,2009,0.5,0.3,0.7,1,fit,A
                """);
        Path fit = folder.resolve("fit");
        Ran ran = Ran.command(
                "calibrate",
                targets.toString(),
                "--ensemble",
                "--scenario",
                year.toString(),
                "--people",
                "1%",
                "--waves",
                "2",
                "--points",
                "20",
                "--chains",
                "4",
                "--steps",
                "2",
                "--last-steps",
                "2",
                "--moves",
                "1",
                "--members",
                "8",
                "--out",
                fit.toString());
        assertThat(ran.code()).as(ran.err()).isIn(ExitCodes.OK, ExitCodes.FAILED);

        String page = page(fit);

        List<List<String>> gates = rows(fit.resolve("gates.csv"));
        long failing =
                gates.stream().filter(gate -> gate.get(4).equals("false")).count();
        assertThat(failing).isPositive();
        assertThat(page)
                .contains("The fit of an ensemble", "id=\"gates\"")
                .contains("The fit is not to be used: " + failing + " of " + gates.size() + " gates fail.");
        List<List<String>> inputs = rows(fit.resolve("posterior.csv"));
        assertThat(page.split("class=\"strip\"", -1)).hasSize(1 + 1 + inputs.size());
        assertThat(inputs).allSatisfy(input -> assertThat(page).contains("<code>" + input.get(0) + "</code>"));
    }

    @Test
    void tableWithoutItsColumns_isRefused() throws IOException {
        Files.writeString(folder.resolve("targets.csv"), "id,value\nT1,3\n");
        Files.writeString(folder.resolve("parameters.csv"), "path\n");
        Ran ran = Ran.command("report", folder.toString());

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("targets.csv has no column target");
    }
}
