package dev.borderline.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.Tables;
import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report of folders of every kind, without a browser. */
class ReportCommandTest {
    private static final String ARMS = """
            arms:
              as-is:
              drive:
                - {lever: surveillance.coverage, at: 2010-01-01, set: 0.3}
              lenient:
                set: {levers.sanctions.camp_share: 0, levers.sanctions.reform_share: 0.3}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path swept(String more) {
        Path results = folder.resolve("results");
        Ran ran = Ran.command("sweep", Small.sweep(folder, more).toString(), "--out", results.toString(), "-q");
        assertThat(ran.code()).as(ran.err()).isZero();
        return results;
    }

    private static List<String> answer(String json) {
        return JsonMapper.shared().readTree(json).get("answer").values().stream()
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> figures(Path page) throws IOException {
        try (Stream<Path> files = Files.list(page.resolveSibling("figures"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void report_ofARun_hasFiguresByYearFlowAndWealth() throws IOException {
        Path results = folder.resolve("results");
        Path scenario = Small.write(
                folder.resolve("small.yaml"),
                Small.SCENARIO.replace("title: A village", "title: A <b>village</b> & ${more}"));
        Ran.command("run", scenario.toString(), "--replications", "2", "--out", results.toString(), "-q");

        Ran ran = Ran.command("report", results.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("Wrote " + results.resolve("report.html"));
        assertThat(figures(results.resolve("report.html")))
                .containsExactly(
                        "by-wealth.csv", "by-wealth.svg", "flow.csv", "flow.svg", "over-time.csv", "over-time.svg");
        assertThat(Files.readString(results.resolve("report.html")))
                .startsWith("<!doctype html>")
                .contains("<h1>A &lt;b&gt;village&lt;/b&gt; &amp; ${more}</h1>", "95 % interval", "are assumptions");
    }

    /** Nobody arrested: a flow of needs alone, which says so; once "value is NaN". */
    @Test
    void report_whereNobodyIsArrested_saysSo() throws IOException {
        Path results = folder.resolve("results");
        String quiet = """
                levers:
                  surveillance:
                    coverage: 0
                    informants_per_year: 0
                """;
        Path scenario = Small.scenario(folder, quiet);
        assertThat(Ran.command("run", scenario.toString(), "--replications", "2", "--out", results.toString(), "-q")
                        .code())
                .isZero();

        Ran ran = Ran.command("report", results.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Files.readString(results.resolve("report.html"))).contains("Nobody was arrested.");
        assertThat(Files.readString(results.resolve("figures").resolve("flow.svg")))
                .doesNotContain("NaN")
                .doesNotContain("Arrests");
    }

    @Test
    void report_ofArms_comparesThem() throws IOException {
        Path page = folder.resolve("mine.html");

        Ran ran = Ran.command("report", swept(ARMS).toString(), "--out", page.toString(), "--json");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(figures(page)).contains("arms.svg", "response.svg", "over-time.svg");
        String html = Files.readString(page);
        assertThat(answer(ran.out()))
                .hasSize(2)
                .allSatisfy(sentence -> assertThat(html).contains("<p>" + sentence + "</p>"));
        assertThat(ran.out())
                .contains(
                        "\"question\": ",
                        "\"inputs_by_grade\": {",
                        "1. 2010-01-01: surveillance coverage to 0.3 (drive)");
        assertThat(html)
                .contains("Each arm against as-is", "under drive", "this is no ranking")
                .contains("1. 2010-01-01: surveillance coverage to 0.3 (drive)", "The numbered lines are days")
                .contains("pairs of runs of the same people with the same needs and the same random numbers");
        assertThat(Files.readString(page.resolveSibling("figures").resolve("over-time.svg")))
                .contains("1. 2010-01-01: surveillance coverage to 0.3 (drive)");
    }

    @Test
    void report_ofManySharedMoves_numbersOnlyThoseInWhichArmsDiffer() throws IOException {
        String shared = IntStream.rangeClosed(2, 8)
                .mapToObj(month ->
                        "    - {lever: surveillance.coverage, at: 2010-0" + month + "-01, set: 0.0" + month + "}\n")
                .collect(Collectors.joining());
        Path results = swept("arms:\n  one:\n" + shared + "  two:\n" + shared
                + "    - {lever: surveillance.teams, at: 2010-03-01, set: 9}\n");

        Ran.command("report", results.toString());

        String html = Files.readString(results.resolve("report.html"));
        assertThat(html.replaceAll("<a class=\"word\"[^>]*>([^<]*)</a>", "$1"))
                .contains("<li>1. 2010-03-01: surveillance teams to 9 (two)</li>")
                .contains("begin to move levers, without the moves that all lines have in common:")
                .doesNotContain("<li>2. 2010");
    }

    @Test
    void report_ofIndependentArms_doesNotSayThatTheyShareRandomNumbers() throws IOException {
        Path results = swept(ARMS + "independent: true\n");

        Ran.command("report", results.toString());

        assertThat(Files.readString(results.resolve("report.html")))
                .contains("pairs of runs, each with random numbers of its own", "; with independent random numbers ")
                .doesNotContain("same random numbers");
    }

    @Test
    void report_ofAPrecision_countsTheRunsThatWereAskedFor() throws IOException {
        Path results = folder.resolve("results");
        String scenario = Small.scenario(folder, "").toString();
        Ran.command("run", scenario, "--precision", "contact_share=0.02", "--out", results.toString(), "-q");
        int runs = Tables.read(results.resolve("runs.csv")).size();

        Ran.command("report", results.toString());

        assertThat(runs).isBetween(2, 199);
        assertThat(Files.readString(results.resolve("report.html")))
                .contains(" · " + runs + " runs · seed ", "Dots are means of " + runs + " runs")
                .doesNotContain("Not complete");
    }

    @Test
    void report_ofFewRuns_drawsNoBandForNineInTen() throws IOException {
        Path few = folder.resolve("few");
        Path enough = folder.resolve("enough");
        String scenario = Small.scenario(folder, "").toString();
        Ran.command("run", scenario, "--replications", "19", "--out", few.toString(), "-q");
        Ran.command("run", scenario, "--replications", "20", "--out", enough.toString(), "-q");

        Ran.command("report", few.toString());
        Ran.command("report", enough.toString());

        assertThat(Files.readString(few.resolve("report.html"))).doesNotContain("class=\"spread", "nine in ten runs");
        assertThat(Files.readString(enough.resolve("report.html"))).contains("class=\"spread", "nine in ten runs");
    }

    @Test
    void report_madeTwice_hasTheSameBytes() throws IOException {
        Path results = swept("");
        Ran.command("report", results.toString());
        String first = Files.readString(results.resolve("report.html"));

        Ran.command("report", results.toString());

        assertThat(Files.readString(results.resolve("report.html"))).isEqualTo(first);
    }

    @Test
    void report_ofOneReplication_saysThatThereIsNoInterval() throws IOException {
        Path results = folder.resolve("results");
        Path scenario = Small.scenario(folder, "");
        Ran.command("run", scenario.toString(), "--replications", "1", "--out", results.toString(), "-q");

        Ran ran = Ran.command("report", results.toString(), "--quiet");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(Files.readString(results.resolve("report.html")))
                .contains("(n = 1)", "One run has no interval.")
                .doesNotContain("NaN", "are 95 % intervals", "their 95 % intervals", "Intervals stand");
    }

    @Test
    void report_ofAScenarioThatHasThem_tellsItsStoryAndLimits() throws IOException {
        Path results = folder.resolve("results");
        String told = "story: What a village went through.\nlimits: It is made up.\n";
        Ran.command("run", Small.scenario(folder, told).toString(), "-n", "2", "--out", results.toString(), "-q");

        Ran.command("report", results.toString());

        assertThat(Files.readString(results.resolve("report.html")))
                .contains("<p class=\"question\">What a village went through.</p>")
                .contains("What this scenario does not say.</strong> It is made up.");
    }

    @Test
    void report_ofAFolderWithoutResults_isRefused() throws IOException {
        Ran ran = Ran.command("report", folder.toString());

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("holds no manifest.json");
        assertThat(folder.resolve("figures")).doesNotExist();
    }

    @Test
    void report_ofADamagedManifest_isRefused() throws IOException {
        Path results = swept("");
        Small.write(results.resolve("manifest.json"), "{\"schema\": 1}");

        Ran ran = Ran.command("report", results.toString());

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("manifest.json");
    }
}
