package dev.borderline.scenario;

import static dev.borderline.scenario.EvidenceTable.cell;
import static dev.borderline.scenario.EvidenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.policy.LeverCourse;
import dev.borderline.policy.Move;
import dev.borderline.text.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The timeline of {@code historical}: it leads from the levers of 2010 to those of 2015, and every move has a source. */
class HistoricalTest {
    private static final Scenario HISTORICAL = ShippedScenariosTest.read("historical");
    private static final String LEVERS = "levers.";

    private static Map<String, Double> levers(Scenario scenario) {
        Map<String, Double> levers = new TreeMap<>(scenario.values());
        levers.keySet().removeIf(path -> !path.startsWith(LEVERS));
        return levers;
    }

    private static Map<String, Double> leversOn(LocalDate day) {
        Map<String, Double> levers = levers(HISTORICAL);
        levers.replaceAll((path, value) -> {
            List<Move> moves = HISTORICAL.moves().stream()
                    .filter(move -> move.path().equals(path))
                    .toList();
            List<LeverCourse.Change> past = LeverCourse.of(value, moves, HISTORICAL.period()).stream()
                    .filter(change -> !change.date().isAfter(day))
                    .toList();
            return past.isEmpty() ? value : past.get(past.size() - 1).value();
        });
        return levers;
    }

    /** What calibration moved, as it wrote it down, to the four digits that the scenario has. */
    private static Map<String, Double> fitted() throws IOException {
        Map<String, Double> fitted = new TreeMap<>();
        List<CsvReader.Row> rows = CsvReader.read(Files.readString(Path.of("../docs/validation/parameters.csv")));
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            BigDecimal value = new BigDecimal(row.fields().get(4)).round(new MathContext(4));
            fitted.put(row.fields().get(0), value.doubleValue());
        }
        return fitted;
    }

    /** Every number as of 2010, stops and crossings, which pre-2011 leaves out, too; but for what was fitted. */
    @Test
    void start_isThatOf2010WithThePeopleOfTheTime() throws IOException {
        Map<String, Double> expected = new TreeMap<>(
                Texts.scenario("schema: 1\nextends: pre-2011\nwithout: []\n").values());
        expected.put("population.resettled_refugees", resettledUntil(2008));
        fitted().forEach(expected::replace);
        assertThat(HISTORICAL.values()).isEqualTo(expected);
    }

    /** 1,990 had arrived until 2001 (the table gives no years before 1998), see {@code EvidenceTest}. */
    private static double resettledUntil(int last) {
        double sum = 947 + 1043;
        for (Map<String, String> row : EvidenceTable.read("arrivals_by_year.csv")) {
            double year = number(row, "year");
            sum += year >= 2002 && year <= last ? number(row, "arrivals") : 0;
        }
        return sum;
    }

    @Test
    void leversOfMid2015_areThoseOfTheBaselineButForWhatWasFitted() throws IOException {
        Map<String, Double> expected = levers(ShippedScenariosTest.read("baseline"));
        fitted().forEach((path, value) -> expected.replace(path.replace("policies.", "levers."), value));
        assertThat(leversOn(LocalDate.of(2015, 6, 30))).isEqualTo(expected);
    }

    /** What the price of crossing makes of fortification by the baseline's formula, as reported and dated. */
    @Test
    void fortification_givesTheCrossingPricesReported() {
        for (Map<String, String> row : EvidenceTable.read("evidence.csv")) {
            if (cell(row, "series").equals("crossing_price")
                    && cell(row, "period").compareTo("2010") > 0) {
                String period = cell(row, "period");
                LocalDate day = LocalDate.parse(period.length() == 4 ? period + "-12-31" : period + "-15");
                double price = HISTORICAL.value("crossings.base_price_usd")
                        * (1
                                + HISTORICAL.value("crossings.price_rise")
                                        * leversOn(day).getOrDefault("levers.border.fortification", Double.NaN));
                boolean rising = period.equals("2015"); // from July on towards the price of 2016
                double tolerance = number(row, "value") * (rising ? 0.12 : 0.01);
                assertThat(price)
                        .as("crossing price of " + period)
                        .isCloseTo(number(row, "value"), org.assertj.core.data.Offset.offset(tolerance));
            }
        }
    }

    /** A source is a list of rows: P and Q rows, or a series and a period of evidence.csv. The row of the lever comes first. */
    @Test
    void everyMove_namesRowsOfEvidence() {
        Set<String> known = new TreeSet<>(EvidenceTable.inputs().keySet());
        EvidenceTable.read("evidence.csv").forEach(row -> known.add(cell(row, "series") + " " + cell(row, "period")));
        assertThat(HISTORICAL.moves()).hasSizeGreaterThan(25).allSatisfy(move -> {
            List<String> rows = List.of(move.source().split("; ", -1));
            assertThat(known).as(move.toString()).containsAll(rows);
            assertThat(rows.get(0))
                    .isEqualTo(HISTORICAL.spec(move.path()).input().source());
        });
    }
}
