package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.text.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pages of folders that analyses were run on: every kind has its figure, with the numbers of its file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalysesReportTest {
    private static final String RANGES = """
            vary:
              levers.surveillance.coverage: {min: 0.01, max: 0.4}
              calling.value_mean_usd: {min: 60, max: 900}
            replications: 2
            seed: 7
            outcomes: [contact_share, arrests]
            """;

    private static final String ARMS = """
            arms:
              as-is:
              blind:
                set: {levers.surveillance.informants_per_year: 0}
            """;

    private Path screening = Path.of("");
    private Path spread = Path.of("");
    private Path members = Path.of("");
    private Path compared = Path.of("");

    @BeforeAll
    void makeReports(@TempDir Path folder) {
        Small.write(folder.resolve("small.yaml"), Small.SCENARIO.replace("refugees: 600", "refugees: 200"));
        screening = sweep(folder, "screening", "design: morris\ntrajectories: 3\n" + RANGES);
        spread = sweep(folder, "spread", "design: lhs\npoints: 24\n" + RANGES + ARMS);
        members = sweep(folder, "members", """
                design: grid
                ensemble: prior
                members: 32
                vary: {levers.surveillance.coverage: [0.01, 0.4]}
                replications: 1
                seed: 7
                outcomes: [contact_share, arrests]
                """);
        compared = sweep(
                folder, "compared", "design: grid\nreplications: 12\nseed: 7\noutcomes: [contact_share]\n" + ARMS);
        run(
                "analyze",
                "selection",
                compared.toString(),
                "--measure",
                "contact_share",
                "--max",
                "--indifference",
                "0.2");
        run("analyze", "morris", screening.toString());
        run("analyze", "prim", spread.toString(), "--measure", "contact_share", "--threshold", "0.3");
        run("analyze", "cart", spread.toString(), "--measure", "contact_share");
        run("analyze", "robustness", spread.toString(), "--measure", "contact_share", "--max");
        run("analyze", "sensitivity", members.toString());
        run("analyze", "voi", members.toString(), "--measure", "contact_share", "--max");
        List.of(screening, spread, members, compared).forEach(results -> run("report", results.toString()));
    }

    private static Path sweep(Path folder, String name, String text) {
        Path file = Small.write(
                folder.resolve(name + ".yaml"),
                "schema: 1\nname: " + name + "\ntitle: A " + name + "\nscenario: small.yaml\n" + text);
        Path results = folder.resolve("results-" + name);
        run("sweep", file.toString(), "--out", results.toString(), "--quiet");
        return results;
    }

    private static void run(String... words) {
        Ran ran = Ran.command(words);
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    private static List<List<String>> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(Csv::fields).toList();
    }

    private static String page(Path results) throws IOException {
        return Files.readString(results.resolve("report.html"));
    }

    /** The mean sizes of the figure are those of the file, and no rank correlation stands beside them. */
    @Test
    void morris_showsElementaryEffects_andNoRanks() throws IOException {
        List<String> ofFile = rows(screening.resolve("analysis-morris.csv")).stream()
                .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(6))
                .toList();
        List<String> ofFigure = rows(screening.resolve("figures/elementary-effects.csv")).stream()
                .filter(row -> row.get(2).equals("mu_star"))
                .map(row -> row.get(3) + " " + row.get(0) + " " + row.get(6))
                .toList();
        assertThat(ofFigure).containsExactlyInAnyOrderElementsOf(ofFile).hasSize(4);
        assertThat(page(screening))
                .contains("id=\"elementary-effects\"")
                .doesNotContain("id=\"ranks\"", "rank correlation");
    }

    @Test
    void prim_showsTheBoxOverThePoints() throws IOException {
        List<String> limited = rows(spread.resolve("analysis-prim.csv")).stream()
                .flatMap(List::stream)
                .filter(field -> field.startsWith("levers.") || field.startsWith("calling."))
                .distinct()
                .toList();
        assertThat(limited).isNotEmpty();
        String svg = Files.readString(spread.resolve("figures/box.svg"));
        assertThat(svg.split("class=\"band s2\"", -1)).hasSize(1 + limited.size());
        assertThat(rows(spread.resolve("figures/box.csv"))).hasSize(24 * limited.size());
    }

    @Test
    void cart_showsEveryLeafWithItsConditions() throws IOException {
        long leaves = rows(spread.resolve("analysis-cart.csv")).stream()
                .map(row -> row.get(0))
                .distinct()
                .count();
        assertThat(leaves).isGreaterThan(1);
        assertThat(rows(spread.resolve("figures/tree.csv"))).hasSize((int) leaves);
        assertThat(page(spread)).contains("Part 1: ", "Part " + leaves + ": ").doesNotContain("Part " + (leaves + 1));
    }

    @Test
    void robustness_showsEachArmInTheOrderOfTheFile() throws IOException {
        List<List<String>> rows = rows(spread.resolve("figures/robustness.csv"));
        assertThat(rows.stream().map(row -> row.get(0)).distinct()).containsExactly("as-is", "blind");
        assertThat(page(spread)).contains("id=\"robustness\"", "this is no ranking");
    }

    /** The means of the figure are those of the file, and the sentence says how sure the selection is. */
    @Test
    void selection_showsEachArmWithWhatBecameOfIt() throws IOException {
        List<String> ofFile = rows(compared.resolve("analysis-selection.csv")).stream()
                .map(row -> row.get(0) + " " + row.get(2) + " " + row.get(3))
                .toList();
        List<String> ofFigure = rows(compared.resolve("figures/selection.csv")).stream()
                .map(row -> row.get(0) + " " + row.get(5) + " " + row.get(6))
                .toList();
        assertThat(ofFigure).isEqualTo(ofFile).hasSize(2);
        assertThat(page(compared)).contains("id=\"selection\"", "with a probability of at least 95 %", "chance alone");
    }

    @Test
    void members_showUnknownsAndWhatIsWorthKnowing() throws IOException {
        assertThat(page(members)).contains("id=\"unknowns\"", "id=\"worth-knowing\"");
        List<String> ofFile = rows(members.resolve("analysis-voi.csv")).stream()
                .map(row -> row.get(0) + " " + row.get(3))
                .toList();
        List<String> ofFigure = rows(members.resolve("figures/worth-knowing.csv")).stream()
                .map(row -> row.get(2) + " " + row.get(6))
                .toList();
        assertThat(ofFigure).isEqualTo(ofFile).isNotEmpty();
    }

    /** A page of arms says what each is, and in what they differ. */
    @Test
    void arms_areToldWithWhatDiffers() throws IOException {
        String page = page(spread);
        String section = page.substring(page.indexOf("id=\"arms-are\""), page.indexOf("class=\"figure\""));
        assertThat(section)
                .contains("<h3>as-is</h3>", "<h3>blind</h3>", "A village")
                .contains("<code>levers.surveillance.informants_per_year</code>")
                .doesNotContain("<code>levers.sanctions");
        assertThat(page(screening)).doesNotContain("id=\"arms-are\"");
    }

    /** The report's changes by group are those that the command tells; two runs have no interval. */
    @Test
    void whoBearsTheChange_hasNoIntervalFromTwoRuns() throws IOException {
        List<List<String>> rows = rows(spread.resolve("figures/who-bears-it.csv"));
        assertThat(rows.stream().map(row -> row.get(1) + " " + row.get(2)).distinct())
                .contains("fifth 1", "fifth 5")
                .hasSize(5 + 4);
        assertThat(rows).allSatisfy(row -> assertThat(row.subList(7, 9)).containsExactly("", ""));
    }

    /** A figure for a paper is as wide as asked, has letters, and ends with program and digest; a drawing can stand alone. */
    @Test
    void figure_exported_isAsWideAsAskedAndSaysWhatMadeIt() throws IOException {
        Path whole = spread.resolve("whole.svg");
        run("report", spread.toString(), "--figure", "arms", "--width-mm", "85", "--out", whole.toString());
        run("report", spread.toString(), "--figure", "arms:b", "--quiet");
        String svg = Files.readString(whole);
        String alone = Files.readString(spread.resolve("figures/arms-b-170mm.svg"));

        assertThat(svg).contains("width=\"85mm\"", ">a)</text>", ">b)</text>").doesNotContain(">c)</text>");
        assertThat(alone).contains("width=\"170mm\"").doesNotContain(">a)</text>", ">b)</text>");
        String manifest = Files.readString(spread.resolve("manifest.json"));
        String digest = svg.replaceAll("(?s).*, experiment ([0-9a-f]{16}),.*", "$1");
        assertThat(manifest).contains("\"" + digest);
        assertThat(svg.indexOf("experiment " + digest)).isGreaterThan(svg.lastIndexOf(">b)</text>"));
    }

    @Test
    void figureThatIsNone_isAnsweredWithTheNearest() {
        Ran ran = Ran.command("report", spread.toString(), "--figure", "arm");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("no figure 'arm'; nearest is 'arms'; there are ");
        assertThat(Ran.command("report", spread.toString(), "--figure", "arms:z")
                        .err())
                .contains("drawings a to b");
    }
}
