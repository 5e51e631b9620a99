package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The report of the README's sweep, with fewer households and runs, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBrowserTest {
    private static final int MEGABYTE = 1 << 20;

    private final Browser browser = Browser.start();

    private final ReportPage shown = new ReportPage(browser);

    private Path page = Path.of("");
    private boolean touched = true;
    private List<Map<String, String>> summary = List.of();

    @BeforeAll
    void makeReport() throws IOException {
        Path results = Files.createTempDirectory("borderline-report").resolve("results");
        Ran swept = Ran.command(
                "sweep",
                "../seeds/sweeps/crackdown.yaml",
                "--point-estimate",
                "--set",
                "population.resettled_refugees=500",
                "--replications",
                "3",
                "--out",
                results.toString(),
                "--quiet");
        assertThat(swept.code()).as(swept.err()).isZero();
        assertThat(Ran.command("report", results.toString()).code()).isZero();
        page = results.resolve("report.html");
        summary = Tables.read(results.resolve("summary.csv"));
    }

    /** A page that nobody has touched serves the next look too. */
    @BeforeEach
    void openPage() {
        if (touched) {
            browser.open(page);
            touched = false;
        }
    }

    /** Has the page opened anew for the next test: this one changes it. */
    private void touch() {
        touched = true;
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void page_opened_complainsOfNothingAndAsksForNothing() throws IOException {
        touch();
        browser.complaints();
        browser.requests();
        browser.open(page);

        assertThat(shown.figures())
                .isEqualTo(List.of("response", "two-levers", "over-time", "tornado", "flow", "by-wealth"));
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(address -> address.equals(page.toUri().toString()) || address.startsWith("data:"));
        assertThat(Files.size(page)).isLessThan(3 * MEGABYTE);
    }

    @Test
    void policy_ofPage_stopsWhatIsNotItsOwn() {
        touch();
        browser.complaints();
        browser.script(
                "const image = new Image(); image.src = 'https://example.org/x.png'; document.body.append(image);"
                        + "const script = document.createElement('script'); script.textContent = 'window.intruded = true';"
                        + "document.body.append(script); image.remove(); script.remove();");

        assertThat(browser.script("return window.intruded === undefined")).isEqualTo(true);
        assertThat(String.join("\n", browser.complaints())).contains("Content Security Policy");
    }

    /** A browser makes a page that is wider than paper smaller as a whole, until nobody can read it. */
    @Test
    void page_onPaper_isNoWiderThanPaper() {
        touch();
        browser.paper(true);
        browser.script("for (const part of document.querySelectorAll('details')) part.open = true");

        assertThat(browser.script("const page = document.documentElement; return page.scrollWidth - page.clientWidth"))
                .isEqualTo(0L);
        browser.paper(false);
    }

    private static List<String> numbers(Map<String, String> line) {
        return List.of(
                Tables.cell(line, "n"),
                Tables.cell(line, "mean"),
                Tables.cell(line, "ci_low"),
                Tables.cell(line, "ci_high"));
    }

    private Map<String, String> line(String coverage, String detection, String measure) {
        return summary.stream()
                .filter(line ->
                        Tables.cell(line, "levers.surveillance.coverage").equals(coverage)
                                && Tables.cell(line, "levers.settlement.bribe_detection")
                                        .equals(detection)
                                && Tables.cell(line, "measure").equals(measure))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"response", "two-levers"})
    void numbers_ofFiguresOverThePoints_areThoseOfSummary(String figure) {
        List<List<String>> rows = shown.rows(figure);

        assertThat(rows).hasSize(25 * 6);
        assertThat(rows)
                .allSatisfy(row -> assertThat(ReportPage.numbers(row))
                        .isEqualTo(numbers(line(row.get(0), row.get(1), row.get(2)))));
        assertThat(shown.marks(figure))
                .isEqualTo(rows.stream().map(ReportPage::numbers).toList());
    }

    @Test
    void numbers_ofFlow_areThoseOfSummary() {
        List<List<String>> rows = shown.rows("flow");
        List<List<String>> counted =
                rows.stream().filter(row -> !row.get(2).contains(" ")).toList();

        assertThat(counted).hasSizeGreaterThan(10);
        assertThat(counted)
                .allSatisfy(row ->
                        assertThat(ReportPage.numbers(row)).isEqualTo(numbers(line("0.03", "0.05", row.get(2)))));
        assertThat(shown.marks("flow"))
                .isEqualTo(rows.stream().map(ReportPage::numbers).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "over-time, 7, person_years_held",
        "over-time, 7, arrests",
        "by-wealth, 5, arrests",
        "by-wealth, 5, deterred"
    })
    void numbers_ofYearsAndFifths_addUpToSummary(String figure, int parts, String measure) {
        for (String coverage : List.of("0.0075", "0.03", "0.12")) {
            double[] means = shown.rows(figure).stream()
                    .filter(row -> row.get(0).equals(coverage) && row.get(2).equals(measure))
                    .mapToDouble(row -> Double.parseDouble(row.get(row.size() - 3)))
                    .toArray();
            double whole = Double.parseDouble(Tables.cell(line(coverage, "0.05", measure), "mean"));

            assertThat(means).hasSize(parts);
            double sum = 0;
            for (double mean : means) {
                sum += mean;
            }
            assertThat(sum).isCloseTo(whole, within(1e-7 * whole)); // nine digits each
        }
    }

    @Test
    void numbers_ofTornado_areDifferencesOfSummary() {
        List<List<String>> rows = shown.rows("tornado");

        assertThat(rows).hasSize(6 * 2 * 2);
        assertThat(rows).allSatisfy(row -> {
            boolean coverage = row.get(0).endsWith("coverage");
            Map<String, String> from = line("0.03", "0.05", row.get(3));
            Map<String, String> to =
                    coverage ? line(row.get(2), "0.05", row.get(3)) : line("0.03", row.get(2), row.get(3));
            double difference =
                    Double.parseDouble(Tables.cell(to, "mean")) - Double.parseDouble(Tables.cell(from, "mean"));
            double scale = Double.parseDouble(Tables.cell(from, "mean"));
            assertThat(Double.parseDouble(row.get(row.size() - 3))).isCloseTo(difference, within(1e-7 * scale));
        });
    }

    /** A dot's height, read off against the axis beside it, is its number: what is seen is what is said. */
    @ParameterizedTest
    @CsvSource({"response", "over-time", "by-wealth"})
    void dots_readAgainstTheirAxis_showTheirNumbers(String figure) {
        List<?> panels = browser.list(
                "return [...document.querySelectorAll(`[data-figure=${arguments[0]}] svg.panel`)].map(panel => ({"
                        + "ticks: [...panel.querySelectorAll('text.tick.end')].map(t => [t.textContent, +t.getAttribute('y') - 4]),"
                        + "dots: [...panel.querySelectorAll('.mark')].map(m => [m.dataset.mean, +m.querySelector('.dot').getAttribute('cy')])}))",
                figure);

        assertThat(panels).hasSizeGreaterThan(3);
        for (Object each : panels) {
            Map<?, ?> panel = (Map<?, ?>) each;
            double[][] ticks = pairs((List<?>) Objects.requireNonNull(panel.get("ticks")));
            double[][] dots = pairs((List<?>) Objects.requireNonNull(panel.get("dots")));
            double[] last = ticks[ticks.length - 1];
            double perPixel = (last[0] - ticks[0][0]) / (last[1] - ticks[0][1]);
            double multiple = multiple(ticks, dots, perPixel);
            assertThat(dots.length).isGreaterThan(3);
            for (double[] dot : dots) {
                double seen = ticks[0][0] + (dot[1] - ticks[0][1]) * perPixel;
                assertThat(seen)
                        .isCloseTo(
                                dot[0] * multiple, within(Math.abs(perPixel) * 0.15)); // places are in tenths of pixels
            }
        }
    }

    private static double[][] pairs(List<?> list) {
        return list.stream()
                .map(pair -> ((List<?>) pair)
                        .stream()
                                .mapToDouble(value -> Double.parseDouble(
                                        value.toString().replace(",", "").replace('−', '-')))
                                .toArray())
                .toArray(double[][]::new);
    }

    /** In which multiple of the unit an axis counts: a hundredth, one, a thousand or a million. */
    private static double multiple(double[][] ticks, double[][] dots, double perPixel) {
        double seen = ticks[0][0] + (dots[0][1] - ticks[0][1]) * perPixel;
        for (double multiple : new double[] {100, 1, 1e-3, 1e-6}) {
            if (Math.abs(seen - dots[0][0] * multiple) < Math.abs(perPixel) * 0.15) {
                return multiple;
            }
        }
        throw new AssertionError("the axis shows " + seen + " where the number is " + dots[0][0]);
    }

    @Test
    void marks_pointedAtOrReachedByKeys_tellTheirNumber() {
        touch();
        WebElement mark = browser.driver()
                .findElements(By.cssSelector("#response .mark .dot"))
                .get(7);
        new Actions(browser.driver()).scrollToElement(mark).moveToElement(mark).perform();

        assertThat(tip()).contains("95 % interval").contains("n = 3");

        browser.script("document.querySelector('#two-levers .mark').focus()");
        String first = tip();
        assertThat(first).contains("coverage 0.0075, bribe detection 0");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        assertThat(tip()).contains("coverage 0.015, bribe detection 0");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_UP);
        assertThat(tip()).contains("coverage 0.015, bribe detection 0.05");
        browser.driver().switchTo().activeElement().sendKeys(Keys.HOME);
        assertThat(tip()).isEqualTo(first);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        assertThat(browser.script("return document.getElementById('tip').hidden"))
                .isEqualTo(true);
    }

    private String tip() {
        return browser.driver().findElement(By.id("tip")).getText();
    }

    @Test
    void tabKey_stopsOnceInEachPanel() {
        assertThat(browser.script("return [...document.querySelectorAll('svg.panel')].every(panel =>"
                        + " panel.querySelectorAll('.mark[tabindex=\"0\"]').length === 1)"))
                .isEqualTo(true);
    }

    /** One table and one group of the ledger are opened for it: all of them together have some ten thousand elements alike. */
    @ParameterizedTest
    @Tag("pages")
    @CsvSource({"light", "dark"})
    void axe_onThePage_findsNothing(String scheme) throws IOException {
        touch();
        browser.dark(scheme.equals("dark"));
        browser.script("for (const id of ['tornado', 'ledger', 'reproduce'])"
                + " document.querySelector('#' + id + ' details').open = true");
        Browser.Axe found = browser.axe();
        browser.dark(false);

        assertThat(found.passed()).isGreaterThan(20);
        assertThat(found.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"360", "800", "1280"})
    void page_atAnyWidth_needsNoSidewaysScrolling(int width) {
        browser.width(width);

        assertThat(browser.script("const page = document.documentElement; return page.scrollWidth - page.clientWidth"))
                .isEqualTo(0L);
        browser.width(1280);
    }

    @Test
    void links_ofFigures_holdTheFilesBesideThePage() throws IOException {
        Map<String, String> held = shown.files();

        assertThat(held).hasSize(12);
        for (Map.Entry<String, String> file : held.entrySet()) {
            assertThat(file.getValue())
                    .isEqualTo(Files.readString(page.resolveSibling("figures").resolve(file.getKey())));
        }
    }

    @Test
    void ledger_whenPrinted_isOpen() {
        touch();
        browser.script("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.script("return document.querySelectorAll('#ledger details:not([open])').length"))
                .isEqualTo(0L);
        browser.script("dispatchEvent(new Event('afterprint'))");
        assertThat(browser.script("return document.querySelectorAll('#ledger details[open]').length"))
                .isEqualTo(0L);
    }

    /** Outcomes can be left away and brought back; drawings of no single outcome stay. */
    @Test
    void outcomeUnchecked_hidesItsDrawingsAlone() {
        touch();
        String hidden =
                "return [...document.querySelectorAll('svg.panel[hidden]')].map(p => p.getAttribute('aria-label'))";
        WebElement box = browser.driver().findElement(By.cssSelector("#chooser input[value='Arrests']"));
        assertThat(browser.list(hidden)).isEmpty();

        box.sendKeys(Keys.SPACE);
        List<?> gone = browser.list(hidden);
        box.sendKeys(Keys.SPACE);

        assertThat(gone).isNotEmpty().allMatch(label -> String.valueOf(label).startsWith("Arrests"));
        assertThat(browser.list(hidden)).isEmpty();
    }

    /** Words are reached by Tab and described to a screen reader by their line of the glossary, which a tip shows. */
    @Test
    @Tag("pages")
    void words_areExplainedToEveryReader() throws IOException {
        touch();
        String glossary = Files.readString(Path.of("../docs/glossary.md"));
        List<?> meanings = browser.list("return [...document.querySelectorAll('a.word')].map(word =>"
                + "document.getElementById(word.getAttribute('aria-describedby')).textContent)");
        assertThat(meanings)
                .hasSizeGreaterThan(3)
                .doesNotHaveDuplicates()
                .allSatisfy(meaning -> assertThat(glossary).contains("| " + meaning + " |"));

        browser.tabTo(".word");
        assertThat(browser.script("return document.querySelector('#tip .tip-name').textContent"))
                .isEqualTo(meanings.get(0));
        assertThat(browser.axe().violations()).isEmpty();
        new Actions(browser.driver()).sendKeys(Keys.ESCAPE).perform();
        assertThat(browser.script("return document.getElementById('tip').hidden"))
                .isEqualTo(true);
    }
}
