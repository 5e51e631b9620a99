package dev.borderline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a comparison over members: what is settled, what is open, and ranges of members instead of intervals. */
class MembersReportTest {
    @TempDir
    private Path folder;

    @Test
    void answer_tellsSettledFromOpen_andNoIntervalOfChanceStandsBesideIt() throws IOException {
        Path base = Small.scenario(folder, "");
        Path other = Small.write(
                folder.resolve("other.yaml"),
                "schema: 1\nextends: small.yaml\nname: other\nlevers:\n  surveillance.coverage: 0.3\n");
        Path results = folder.resolve("results");
        List<String> words =
                List.of("--ensemble", "prior", "--members", "32", "--replications", "1", "--people", "100%");
        Ran ran = Ran.command(java.util.stream.Stream.of(
                        List.of("compare", base.toString(), other.toString()),
                        words,
                        List.of("--out", results.toString()))
                .flatMap(List::stream)
                .toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Ran.command("report", results.toString()).code()).isZero();
        String page = Files.readString(results.resolve("report.html")).replaceAll("</?a\\b[^>]*>", "");
        String answer = page.substring(page.indexOf("id=\"answer\""), page.indexOf("<section class=\"figure\""));
        assertThat(answer)
                .contains("Under other, against small, settled, given this model and the priors of its inputs:")
                .contains("a rise in arrests in ")
                .contains(" of 32 members")
                .contains("Ranges hold 90 % of the members")
                .doesNotContain("95 % interval");
        assertThat(page)
                .contains("The darker bands hold half of the members, the paler ones 90 % of them.")
                .doesNotContain("95 % interval");
        List<String> table = Files.readAllLines(results.resolve("figures/arms.csv"));
        assertThat(table.get(0)).isEqualTo("arm,against,measure,unit,members,median,p05,p95,p25,p75");
        assertThat(medianOf(table, "arrests")).isEqualTo(medianOfSummary(results, "arrests"));
        assertThat(page)
                .containsPattern(
                        "<li>Under other: a (larger|smaller|higher|lower) (rise|fall|change) in person-years held for the"
                                + " poorest fifth than for the richest, in [\\d.]+ of 32 members");
    }

    /** Members of another ensemble than the prior: neither the answer nor the caution speaks of priors. */
    @Test
    void answer_ofAnotherEnsemble_namesIt() throws IOException {
        Path base = Small.scenario(folder, "");
        Path drawn = folder.resolve("drawn.csv");
        Ran made = Ran.command("ensemble", "draw", "--members", "3", "--out", drawn.toString());
        assertThat(made.code()).as(made.err()).isZero();
        Path results = folder.resolve("results");
        Ran ran = Ran.command(
                "compare",
                "now=" + base,
                "more=" + base,
                "--ensemble",
                drawn.toString(),
                "--replications",
                "1",
                "--set",
                "more:brokers.dishonest_share=0.3",
                "--outcomes",
                "contact_share,commission_share",
                "--out",
                results.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        Ran told = Ran.command("report", results.toString(), "--json");
        assertThat(told.out())
                .contains("settled, given this model and the members of the ensemble " + drawn
                        + ": no change in families in contact" + " in 90 % of the members")
                .contains(
                        "Under more: no difference in families in contact between the poorest fifth and the richest.");
        assertThat(Files.readString(results.resolve("report.html")))
                .contains("as far as the ensemble " + drawn + " says")
                .doesNotContain("priors");
    }

    private static String medianOf(List<String> table, String measure) {
        return table.stream()
                .filter(line -> line.contains("," + measure + ","))
                .map(line -> line.split(",", -1)[5])
                .findFirst()
                .orElseThrow();
    }

    /** The median of the change, as the folder's own table has it. */
    private static String medianOfSummary(Path results, String measure) throws IOException {
        List<String> lines = Files.readAllLines(results.resolve("summary.csv"));
        List<String> head = List.of(lines.get(0).split(",", -1));
        return lines.stream()
                .map(line -> line.split(",", -1))
                .filter(row -> row[head.indexOf("measure")].equals(measure)
                        && row[head.indexOf("change_from")].equals("small"))
                .map(row -> row[head.indexOf("median")])
                .findFirst()
                .orElseThrow();
    }
}
