package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** Every kind of figure as it is drawn: what is seen is what is said. */
class ReportDrawingsTest extends InBrowser {
    private static final double PIXEL = 0.15; // places are in tenths

    @ParameterizedTest
    @ValueSource(strings = {"arms", "lhs", "list", "saltelli"})
    void page_ofAnyFolder_complainsOfNothingAndDrawsWhatItsTablesAndFilesHave(String name) throws IOException {
        browser.complaints();
        browser.requests();
        browser.open(folders.html(name));

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).allMatch(address -> address.startsWith("file:") || address.startsWith("data:"));
        Map<String, String> files = page.files();
        assertThat(files).hasSize(2 * page.figures().size());
        for (String figure : page.figures()) {
            List<List<String>> rows = page.rows(figure);
            assertThat(page.marks(figure))
                    .as(figure)
                    .containsExactlyInAnyOrderElementsOf(rows.stream()
                            .filter(row -> !Double.isNaN(ReportPage.values(row)[0]))
                            .map(ReportPage::numbers)
                            .toList());
            Path csv = folders.html(name).resolveSibling("figures").resolve(figure + ".csv");
            assertThat(files).containsEntry(figure + ".csv", Files.readString(csv));
            assertThat(numbersOf(csv))
                    .isEqualTo(rows.stream().map(ReportPage::numbers).toList());
        }
    }

    private static List<List<String>> numbersOf(Path csv) throws IOException {
        return Tables.read(csv).stream()
                .map(line -> List.of(
                        Tables.cell(line, "n"),
                        Tables.cell(line, "mean"),
                        Tables.cell(line, "ci_low"),
                        Tables.cell(line, "ci_high")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"arms", "lhs", "list", "saltelli"})
    void drawings_openedAlone_areDrawnWithoutComplaint(String name) throws IOException {
        browser.complaints();
        try (Stream<Path> files = Files.list(folders.html(name).resolveSibling("figures"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".svg")).toList()) {
                browser.open(file);
                assertThat(browser.script("return document.documentElement.tagName + ' '"
                                + " + document.querySelectorAll('.mark').length"))
                        .as(file.toString())
                        .asString()
                        .matches("svg [1-9][0-9]*");
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    /** Focus gives every mark of every figure its tooltip: the number, its name, its interval. */
    @ParameterizedTest
    @ValueSource(strings = {"arms", "lhs", "saltelli"})
    void marks_ofEveryFigure_tellTheirNumberWhenReached(String name) {
        browser.open(folders.html(name));

        assertThat(browser.list("const tip = document.getElementById('tip');"
                        + "return [...document.querySelectorAll('.mark')].filter(mark => { mark.focus();"
                        + "const said = [...tip.children].map(line => line.textContent);"
                        + "const rest = said.length > 2 ? ` (${said[2]})` : '';"
                        + "return tip.hidden || mark.getAttribute('aria-label') !== `${said[1]}: ${said[0]}${rest}`; })"
                        + ".map(mark => mark.getAttribute('aria-label'))"))
                .isEqualTo(List.of());
    }

    /** At least 4.5 to 1, as of WCAG 2.2, 1.4.3: axe does not look into drawings. */
    @Test
    void letters_inDrawings_standOutFromThePageLightOrDark() {
        browser.open(folders.html("arms"));
        assertLettersStandOut("light");
        browser.dark(true);
        assertLettersStandOut("dark");
        browser.dark(false);
    }

    private void assertLettersStandOut(String scheme) {
        assertThat(browser.script("return matchMedia('(prefers-color-scheme: dark)').matches"))
                .isEqualTo(scheme.equals("dark"));
        assertThat(
                        browser.list(
                                "const light = colour => { const [r, g, b] = colour.match(/[0-9.]+/g).slice(0, 3)"
                                        + ".map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);"
                                        + "return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05; };"
                                        + "const paper = light(getComputedStyle(document.body).backgroundColor);"
                                        + "const ratio = text => { const ink = light(getComputedStyle(text).fill);"
                                        + "return Math.max(ink, paper) / Math.min(ink, paper); };"
                                        + "const letters = [...document.querySelectorAll('svg.panel text:not(.cell)')];"
                                        + "return [letters.length > 100, ...letters.filter(text => ratio(text) < 4.5).map(text => text.outerHTML)]"))
                .as(scheme)
                .isEqualTo(List.of(true));
    }

    /** All that is drawn is there without scripts; tables and the ledger open by themselves. */
    @Test
    void page_withoutScripts_showsTheSame() {
        browser.open(folders.html("arms"));
        List<List<String>> shown = page.marks("arms");
        browser.scripts(false);
        browser.open(folders.html("arms"));

        assertThat(page.marks("arms")).isNotEmpty().isEqualTo(shown);
        assertThat(browser.script("return document.querySelector('.mark').hasAttribute('tabindex')"))
                .isEqualTo(false); // the script did not run
        browser.script("document.querySelector('#arms summary').click()");
        assertThat(browser.driver().findElement(By.cssSelector("#arms table")).isDisplayed())
                .isTrue();
        browser.scripts(true);
    }

    /** Numbers that a script reads off each panel of a figure: an array for each, of arrays. */
    private List<double[][]> read(String figure, String script) {
        return browser
                .list(
                        "const number = t => parseFloat(t.replace('\u2212', '-').replaceAll(',', ''));"
                                + "return [...document.querySelectorAll(`[data-figure=${arguments[0]}] svg.panel`)].map(panel => "
                                + script + ")",
                        figure)
                .stream()
                .map(panel -> ((List<?>) panel)
                        .stream()
                                .map(each -> ((List<?>) each)
                                        .stream()
                                                .mapToDouble(value -> Double.parseDouble(value.toString()))
                                                .toArray())
                                .toArray(double[][]::new))
                .toList();
    }

    /** The end of a bar, read off against the axis below it, is its number; in which multiple of the unit, the widest bar says. */
    @ParameterizedTest
    @CsvSource({"arms, tornado", "arms, arms", "lhs, ranks", "saltelli, shares"})
    void bars_readAgainstTheirAxis_showTheirNumbers(String name, String figure) {
        browser.open(folders.html(name));
        String ticks =
                "[...panel.querySelectorAll('text.tick.middle')].map(t => [number(t.textContent), +t.getAttribute('x')])";
        String bars = "[...panel.querySelectorAll('.mark')].map(mark => { const bar = mark.querySelector('.fill');"
                + "const left = +bar.getAttribute('x'); const mean = +mark.dataset.mean;"
                + "return [mean, mean < 0 ? left : left + +bar.getAttribute('width')]; })";
        List<double[][]> axes = read(figure, ticks);
        List<double[][]> panels = read(figure, bars);

        assertThat(panels).isNotEmpty();
        for (int panel = 0; panel < panels.size(); panel++) {
            double[] first = axes.get(panel)[0];
            double[] last = axes.get(panel)[axes.get(panel).length - 1];
            double perPixel = (last[0] - first[0]) / (last[1] - first[1]);
            double[] widest = Arrays.stream(panels.get(panel))
                    .max(Comparator.comparingDouble(bar -> Math.abs(bar[0])))
                    .orElseThrow();
            double ratio = (first[0] + (widest[1] - first[1]) * perPixel) / widest[0];
            double multiple = StrictMath.pow(10, StrictMath.rint(StrictMath.log10(ratio)));
            for (double[] bar : panels.get(panel)) {
                double seen = first[0] + (bar[1] - first[1]) * perPixel;
                assertThat(seen).isCloseTo(bar[0] * multiple, within(Math.abs(perPixel) * 2 * PIXEL));
            }
        }
    }

    /** Bands are as wide as what passes, but for those too thin to be seen. */
    @Test
    void bands_ofAFlow_areAsWideAsTheirNumbers() {
        browser.open(folders.html("arms"));
        List<double[][]> panels = read(
                "flow",
                "[...panel.querySelectorAll('.mark')].map(mark => {"
                        + "const d = mark.querySelector('.flow').getAttribute('d').match(/-?[0-9.]+/g).map(Number);"
                        + "return [+mark.dataset.mean, d[d.length - 1] - d[1]]; })");

        assertThat(panels).hasSize(2);
        for (double[][] bands : panels) {
            double[] widest = Arrays.stream(bands)
                    .max(Comparator.comparingDouble(band -> band[0]))
                    .orElseThrow();
            for (double[] band : bands) {
                assertThat(band[1]).isCloseTo(Math.max(0.8, widest[1] * band[0] / widest[0]), within(2 * PIXEL));
            }
        }
    }

    @Test
    void shades_ofCells_riseWithTheirNumbers() {
        browser.open(folders.html("arms"));
        List<double[][]> panels = read(
                "two-levers",
                "[...panel.querySelectorAll('.mark')].map(mark =>"
                        + "[+mark.dataset.mean, +mark.querySelector('rect').getAttribute('class').slice(1)])");

        assertThat(panels).hasSize(3);
        for (double[][] cells : panels) {
            Arrays.sort(cells, Comparator.comparingDouble(cell -> cell[0]));
            double[] shades = Arrays.stream(cells).mapToDouble(cell -> cell[1]).toArray();
            assertThat(shades).isSorted().startsWith(0).endsWith(8);
        }
    }

    /** The dot of a year stands in its middle, so its first day lies halfway to the dot of the year before. */
    @Test
    void lineOfAPolicy_thatBeginsWithAYear_standsBetweenTwoDots() {
        browser.open(folders.html("arms"));
        List<double[][]> events = read(
                "over-time",
                "[...panel.querySelectorAll('.event')].map(e => [+e.getAttribute('d').match(/-?[0-9.]+/)[0]])");
        List<double[][]> dots =
                read("over-time", "[...panel.querySelectorAll('.mark .dot')].map(dot => [+dot.getAttribute('cx')])");

        assertThat(events).hasSize(3);
        for (int panel = 0; panel < events.size(); panel++) {
            assertThat(events.get(panel)).hasDimensions(1, 1);
            double middle = (dots.get(panel)[0][0] + dots.get(panel)[1][0]) / 2; // of 2009 and 2010
            assertThat(events.get(panel)[0][0]).isCloseTo(middle, within(PIXEL));
        }
    }
}
