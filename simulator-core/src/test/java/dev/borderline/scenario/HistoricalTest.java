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

    /** Values that calibration moved, as it wrote them down, to the four digits that the scenario has. */
    private static Map<String, Double> fitted() throws IOException {
        Map<String, Double> fitted = new TreeMap<>();
        List<CsvReader.Row> rows = CsvReader.read(Files.readString(Path.of("../docs/validation/parameters.csv")));
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            BigDecimal value = new BigDecimal(row.fields().get(4)).round(new MathContext(4));
            fitted.put(row.fields().get(0), value.doubleValue());
        }
        return fitted;
    }

    /** Values chosen by hand with the structure; levers that moves reach by June 2015 under {@code policies.}. */
    private static Map<String, Double> chosen() throws IOException {
        Map<String, Double> chosen = new TreeMap<>();
        List<CsvReader.Row> rows = CsvReader.read(Files.readString(Path.of("../docs/validation/structure.csv")));
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            chosen.put(row.fields().get(0), new BigDecimal(row.fields().get(2)).doubleValue());
        }
        return chosen;
    }

    /** Every number as of 2010, stops and crossings, which pre-2011 leaves out, too; but for what was fitted or chosen. */
    @Test
    void start_isThatOf2010WithThePeopleOfTheTime() throws IOException {
        Map<String, Double> expected = new TreeMap<>(
                Texts.scenario("schema: 1\nextends: pre-2011\nwithout: []\n").values());
        expected.put("population.resettled_refugees", resettledUntil(2008));
        fitted().forEach(expected::replace);
        chosen().forEach(expected::replace);
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
        fitted().forEach((path, value) -> expected.replace(path.replace("policies.", LEVERS), value));
        chosen().forEach((path, value) -> expected.replace(path.replace("policies.", LEVERS), value));
        assertThat(leversOn(LocalDate.of(2015, 6, 30))).isEqualTo(expected);
    }

    /** Each price of a crossing is one that was reported, of the row that the move names; the start's is that of January 2009. */
    @Test
    void crossingPrices_areThoseReported() {
        Map<String, Double> reported = new TreeMap<>();
        for (Map<String, String> row : EvidenceTable.read("evidence.csv")) {
            reported.put(cell(row, "series") + " " + cell(row, "period"), number(row, "value"));
        }
        List<Move> prices = HISTORICAL.moves().stream()
                .filter(move -> move.lever().equals("border.crossing_price_usd"))
                .toList();

        assertThat(HISTORICAL.value("levers.border.crossing_price_usd"))
                .isEqualTo(reported.get("crossing_price 2009-01"));
        assertThat(prices)
                .hasSize(6)
                .allSatisfy(move -> assertThat(move.value())
                        .isEqualTo(reported.get(move.source().split("; ", -1)[1])));
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
