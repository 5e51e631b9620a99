package dev.borderline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.cli.Tables;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.policy.Move;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.simulation.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The forecast that was written down, the page about it, and the moves it rests on. */
class OutlookDocumentTest {
    private static final Path PAGE = Path.of("../docs/outlook.md");
    private static final Path PICTURE = Path.of("../docs/img/outlook.svg");
    private static final Path FORECAST = Path.of("../docs/outlook.csv");
    private static final Path WORDS = Path.of("../docs/outlook/words.md");
    private static final Path STRENGTHS = Path.of("../seeds/evidence/policy_after_2016.csv");
    private static final String STALE = "stale: " + OutlookDocument.COMMAND + " -Dborderline.write=true";

    private static MemberPredictions outlook() throws IOException {
        Ensemble members = Ensemble.shipped(StandardCatalog.standard(), "outlook");
        return new MemberPredictions(
                Scenarios.named(OutlookDocument.SCENARIO), members, Tables.read(STRENGTHS), Map.of("arrivals", 0.1));
    }

    /** With {@code -Dborderline.write=true} it writes instead of complaining, with {@code measure} the forecast too. */
    @Test
    void pageAndPicture_areUpToDate() throws IOException {
        if (Boolean.getBoolean("borderline.measure")) {
            Files.writeString(FORECAST, outlook().csv(OutlookDocument.FIRST, OutlookDocument.LAST));
        }
        OutlookDocument document = new OutlookDocument(FORECAST, STRENGTHS, WORDS);
        if (Boolean.getBoolean("borderline.write")) {
            Files.writeString(PAGE, document.text());
            Files.writeString(PICTURE, document.picture());
        }
        assertThat(PAGE).as(STALE).content().isEqualTo(document.text());
        assertThat(PICTURE).as(STALE).content().isEqualTo(document.picture());
    }

    @Test
    void forecast_hasEveryYearAndMeasureInOrder() throws IOException {
        Set<String> seen = new HashSet<>();
        for (Map<String, String> row : Tables.read(FORECAST)) {
            seen.add(Tables.cell(row, "year") + " " + Tables.cell(row, "measure"));
            double before = 0;
            for (String column : List.of("p05", "p25", "median", "p75", "p95")) {
                double value = Double.parseDouble(Tables.cell(row, column));
                assertThat(value).as(row + " " + column).isGreaterThanOrEqualTo(before);
                before = value;
            }
        }
        assertThat(seen).hasSize(9 * MemberPredictions.MEASURES.size());
    }

    /** Up to 2016 the moves are those of {@code historical}; later ones are the middles of their rows. */
    @Test
    void moves_areThoseOfHistoryAndTheMiddlesOfTheirRows() throws IOException {
        Scenario scenario = Scenarios.named(OutlookDocument.SCENARIO);
        List<Move> before = scenario.moves().stream()
                .filter(move -> move.at().getYear() <= 2016)
                .toList();
        assertThat(before).isEqualTo(Scenarios.named("historical").moves());

        MemberPredictions outlook = outlook();
        List<Move> after = scenario.moves().stream()
                .filter(move -> move.at().getYear() > 2016)
                .toList();
        assertThat(after.stream().map(Move::source))
                .containsExactlyInAnyOrderElementsOf(outlook.strengths().keySet());
        for (Move move : after) {
            Map<String, String> row = Objects.requireNonNull(outlook.strengths().get(move.source()));
            assertThat(move.lever()).isEqualTo(Tables.cell(row, "lever"));
            assertThat(move.at()).hasToString(Tables.cell(row, "date"));
            double middle = outlook.strength(row, 0.5);
            assertThat(move.value()).as(move.source()).isCloseTo(middle, within(5e-4 * middle));
        }
    }

    /** Members differ in the strengths of moves after 2016, each within the limits of its row, and in no move before. */
    @Test
    void members_drawStrengthsWithinTheirLimits() throws IOException {
        MemberPredictions outlook = outlook();
        List<Move> first = outlook.ofMember(0).moves();
        List<Move> second = outlook.ofMember(1).moves();
        for (int i = 0; i < first.size(); i++) {
            Map<String, String> row = outlook.strengths().get(first.get(i).source());
            if (row == null) {
                assertThat(first.get(i)).isEqualTo(second.get(i));
            } else {
                assertThat(first.get(i).value()).isBetween(outlook.strength(row, 0), outlook.strength(row, 1));
            }
        }
        assertThat(first).isNotEqualTo(second);
    }

    /** The model as it is gives the forecast again, to the byte. */
    @Test
    @Tag("deep")
    void forecast_isThatOfTheModelAsItIs() throws IOException {
        assertThat(FORECAST)
                .as(STALE + " -Dborderline.measure=true")
                .content()
                .isEqualTo(outlook().csv(OutlookDocument.FIRST, OutlookDocument.LAST));
    }
}
