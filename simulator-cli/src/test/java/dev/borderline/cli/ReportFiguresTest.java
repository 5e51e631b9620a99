package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of figure, read back from a browser and made again from the tables of the folder. */
class ReportFiguresTest extends InBrowser {
    private static final String BASE = "as-is";
    private static final List<String> OUTCOMES = List.of("contact_share", "arrests", "person_years_held");
    private static final double DIGITS = 1e-7; // tables have nine digits, or twelve of each run

    @Test
    void response_ofArms_isThatOfSummary() throws IOException {
        browser.open(folders.html("arms"));

        assertThat(page.rows("response")).hasSize(2 * 3 * OUTCOMES.size());
        for (List<String> row : page.rows("response")) {
            String point = folders.tables("arms").point(Map.of("levers.surveillance.coverage", row.get(0)));
            assertThat(ReportPage.numbers(row))
                    .isEqualTo(folders.tables("arms").summary(point, row.get(1), row.get(2)));
        }
    }

    @Test
    void arms_againstTheFirst_areStudentsIntervalsOfPairs() throws IOException {
        browser.open(folders.html("arms"));
        String own = folders.tables("arms").point(Map.of("levers.surveillance.coverage", "0.03"));

        assertThat(page.rows("arms")).hasSize(2 * OUTCOMES.size());
        for (List<String> row : page.rows("arms")) {
            double[] base = folders.tables("arms").runs(own, BASE, row.get(2));
            double[] other = folders.tables("arms").runs(own, row.get(0), row.get(2));
            assertSame(row, differences(other, base), Math.abs(base[0]));
        }
    }

    @Test
    void tornado_ofTwoInputs_isStudentsIntervalsOfPairs() throws IOException {
        browser.open(folders.html("arms"));
        String own = folders.tables("arms").point(Map.of("levers.surveillance.coverage", "0.03"));

        assertThat(page.rows("tornado")).hasSize(2 * OUTCOMES.size()); // each is where the scenario is at one end
        for (List<String> row : page.rows("tornado")) {
            String point = folders.tables("arms").point(Map.of(row.get(0), row.get(2)));
            double[] base = folders.tables("arms").runs(own, BASE, row.get(3));
            assertSame(row, differences(folders.tables("arms").runs(point, BASE, row.get(3)), base), Math.abs(base[0]));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"over-time", "by-wealth"})
    void yearsAndFifths_ofArms_areStudentsIntervalsOfTheirRuns(String figure) throws IOException {
        browser.open(folders.html("arms"));
        String own = folders.tables("arms").point(Map.of());
        int checked = 0;
        for (List<String> row : page.rows(figure)) {
            boolean yearly = figure.equals("over-time");
            double[] values = folders.tables("arms").lines("yearly.csv").stream()
                    .filter(line -> Tables.cell(line, "point").equals(own)
                            && Tables.cell(line, "arm").equals(row.get(0)))
                    .filter(line -> Tables.cell(line, "metric").equals(row.get(2)))
                    .filter(line -> Tables.cell(line, "date").equals(yearly ? row.get(1) + "-01-01" : ""))
                    .filter(line -> Tables.cell(line, "group").equals(yearly ? "all" : "fifth:" + row.get(1)))
                    .mapToDouble(line -> Double.parseDouble(Tables.cell(line, "value")))
                    .toArray();
            if (values.length > 0) { // tables by fifth have the asked outcomes only
                assertSame(row, values, Math.abs(values[0]));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(17);
    }

    @Test
    void flow_ofArms_isThatOfSummary() throws IOException {
        browser.open(folders.html("arms"));
        String own = folders.tables("arms").point(Map.of());

        List<List<String>> counted = page.rows("flow").stream()
                .filter(row -> !row.get(2).contains(" "))
                .toList();
        assertThat(counted).hasSizeGreaterThan(8);
        for (List<String> row : counted) {
            assertThat(ReportPage.numbers(row)).isEqualTo(folders.tables("arms").summary(own, BASE, row.get(2)));
        }
    }

    @Test
    void settings_ofADrawnDesign_areThoseOfSummary() throws IOException {
        browser.open(folders.html("lhs"));

        assertThat(page.rows("settings")).hasSize(16 * OUTCOMES.size());
        for (List<String> row : page.rows("settings")) {
            Map<String, String> design =
                    folders.tables("lhs").lines("design.csv").get(Integer.parseInt(row.get(0)));
            assertThat(row.get(2)).isEqualTo(design.get(row.get(1)));
            assertThat(ReportPage.numbers(row))
                    .isEqualTo(folders.tables("lhs").summary(row.get(0), "base", row.get(3)));
        }
    }

    @Test
    void years_ofADrawnDesign_areMeansOverSettings() throws IOException {
        browser.open(folders.html("lhs"));

        for (List<String> row : page.rows("over-time")) {
            double[] values = folders.tables("lhs").lines("yearly.csv").stream()
                    .filter(line -> Tables.cell(line, "metric").equals(row.get(2)))
                    .filter(line -> Tables.cell(line, "date").startsWith(row.get(1)))
                    .filter(line -> Tables.cell(line, "group").equals("all"))
                    .mapToDouble(line -> Double.parseDouble(Tables.cell(line, "value")))
                    .toArray();
            assertThat(values).hasSize(2 * 16);
            assertThat(ReportPage.values(row)[0]).isCloseTo(Tally.of(values).mean(), within(DIGITS * values[0]));
            assertThat(ReportPage.numbers(row).subList(2, 4)).containsExactly("", ""); // settings are no sample of runs
        }
    }

    /** All of a hypercube; of Saltelli's design the rows of A and B, which alone are independent. */
    @ParameterizedTest
    @ValueSource(strings = {"lhs", "saltelli"})
    void ranks_ofDrawnSettings_areSpearmansWithFiellersInterval(String name) throws IOException {
        browser.open(folders.html(name));
        List<Map<String, String>> drawn = folders.tables(name).lines("design.csv").stream()
                .filter(line -> name.equals("lhs") || List.of("A", "B").contains(Tables.cell(line, "matrix")))
                .toList();

        assertThat(drawn).hasSize(16);
        for (List<String> row : page.rows("ranks")) {
            double[] inputs = drawn.stream()
                    .mapToDouble(line -> Double.parseDouble(Tables.cell(line, row.get(0))))
                    .toArray();
            List<Double> outputs = new ArrayList<>();
            for (Map<String, String> line : drawn) {
                outputs.add(Double.parseDouble(folders.tables(name)
                        .summary(Tables.cell(line, "point"), "base", row.get(1))
                        .get(1)));
            }
            double rank = ResultTables.spearman(
                    inputs, outputs.stream().mapToDouble(Double::doubleValue).toArray());
            double half = 1.959963984540054 * Math.sqrt(1.06 / (16 - 3));
            double z = Math.log((1 + rank) / (1 - rank)) / 2;
            assertThat(ReportPage.values(row))
                    .containsExactly(new double[] {rank, Math.tanh(z - half), Math.tanh(z + half)}, within(1e-8));
        }
    }

    @Test
    void settings_chosenByHand_haveBarsAndNoRanks() {
        browser.open(folders.html("list"));

        assertThat(page.figures()).contains("settings").doesNotContain("ranks");
        assertThat(browser.script("return document.querySelectorAll('#settings .bar').length"))
                .isEqualTo(3L * OUTCOMES.size());
        assertThat(browser.script("return document.querySelector('.answer').textContent")
                        .toString())
                .contains("over the 3 settings tried, means reach from")
                .contains("With all inputs as the scenario has them, the model puts families in contact at")
                .doesNotContain("n/a");
    }

    @Test
    void shares_ofVariance_areThoseOfTheAnalysis() throws IOException {
        browser.open(folders.html("saltelli"));
        List<Map<String, String>> analysis = folders.tables("saltelli").lines("analysis-sobol.csv");

        assertThat(page.rows("shares")).hasSize(2 * analysis.size());
        for (List<String> row : page.rows("shares")) {
            Map<String, String> line = analysis.stream()
                    .filter(each -> Tables.cell(each, "measure").equals(row.get(3))
                            && Tables.cell(each, "factor").equals(row.get(0)))
                    .findFirst()
                    .orElseThrow();
            String index = row.get(2);
            assertThat(ReportPage.numbers(row).subList(1, 4))
                    .containsExactly(
                            Tables.cell(line, index),
                            Tables.cell(line, index + "_low"),
                            Tables.cell(line, index + "_high"));
        }
        assertThat(browser.script("return document.getElementById('ledger').textContent")
                        .toString())
                .contains("rests on grade C");
    }

    private static double[] differences(double[] values, double[] base) {
        return IntStream.range(0, base.length)
                .mapToDouble(i -> values[i] - base[i])
                .toArray();
    }

    /** Mean and Student's interval of these values; {@code size} is that of the numbers they come from. */
    private static void assertSame(List<String> row, double[] values, double size) {
        Interval interval = Intervals.studentT(Tally.of(values), 0.95);
        double largest = Math.max(size, Math.max(Math.abs(interval.low()), Math.abs(interval.high())));
        assertThat(ReportPage.values(row))
                .as(row.toString())
                .containsExactly(
                        new double[] {Tally.of(values).mean(), interval.low(), interval.high()},
                        within(DIGITS * largest + Double.MIN_VALUE));
    }
}
