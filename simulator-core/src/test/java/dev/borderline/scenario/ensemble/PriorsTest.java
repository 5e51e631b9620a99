package dev.borderline.scenario.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.random.Law;
import dev.borderline.scenario.Evidence;
import dev.borderline.scenario.EvidenceTable;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.InvalidInput;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every input has a prior, and what is no prior is refused by name. */
class PriorsTest {
    private static final Scenario BASELINE = Scenarios.named("baseline");
    private static final Evidence.Row ROW = new Evidence.Row("Q99", 0.1, 0.9, "C", "", "", "Assumption", "");
    private static final String COVERAGE = "levers.surveillance.coverage";

    @Test
    void shippedPriors_coverEveryInput_byItsGrade() {
        Priors priors = Priors.of(BASELINE);
        assertThat(priors.entries().keySet()).isEqualTo(BASELINE.values().keySet());
        assertThat(priors.varying()).hasSizeGreaterThan(100);
        Evidence evidence = Evidence.shipped();
        priors.entries().forEach((path, entry) -> {
            Evidence.Row row = evidence.of(path, BASELINE).orElseThrow();
            if (row.grade().equals("A")) {
                assertThat(entry.prior().kind()).as(path).isEqualTo(Prior.Kind.FIXED);
            } else if (entry.prior().kind() == Prior.Kind.FIXED) {
                assertThat(row.prior()).as(path).startsWith("fixed: ");
            } else {
                assertThat(entry.prior().low()).as(path).isGreaterThanOrEqualTo(row.low());
                assertThat(entry.prior().high()).as(path).isLessThanOrEqualTo(row.high());
            }
        });
    }

    @Test
    void valueOf2010_hasAPriorOf2010ThatHoldsIt() {
        Map<String, Map<String, String>> rows = EvidenceTable.inputs();
        Priors.of(BASELINE).entries().forEach((path, entry) -> {
            Map<String, String> row = rows.getOrDefault(entry.row(), Map.of());
            String value = row.getOrDefault("value_2010", "");
            assertThat(row.get("prior_2010")).as(path).isNotEmpty();
            if (entry.prior2010().kind() == Prior.Kind.DRAWN && !path.equals("teams.reference_teams")) {
                assertThat(Double.parseDouble(value))
                        .as(path)
                        .isBetween(entry.prior2010().low(), entry.prior2010().high());
            }
        });
    }

    @Test
    void default_liesInTheMiddleOfItsPrior() {
        Map<String, Map<String, String>> rows = EvidenceTable.inputs();
        Priors.of(BASELINE).varying().forEach((path, entry) -> {
            double best =
                    Double.parseDouble(rows.getOrDefault(entry.row(), Map.of()).getOrDefault("value_2015", ""));
            if (entry.prior().kind() == Prior.Kind.DRAWN
                    && best > entry.prior().low()
                    && best < entry.prior().high()) {
                assertThat(entry.prior().rank(best)).as(path).isBetween(0.05, 0.95);
            }
        });
    }

    @Test
    void inputWithoutPrior_isRefusedByName_unlessKept() {
        Map<String, Evidence.Row> rows = new TreeMap<>();
        Evidence evidence = Evidence.shipped();
        BASELINE.values().keySet().forEach(path -> {
            Evidence.Row row = evidence.of(path, BASELINE).orElseThrow();
            boolean gone = path.equals(COVERAGE);
            rows.put(
                    row.id(),
                    gone
                            ? new Evidence.Row(row.id(), row.low(), row.high(), row.grade(), "", "", row.source(), "")
                            : row);
        });
        Evidence lacking = Evidence.of(rows);
        assertThatThrownBy(() -> Priors.of(BASELINE, lacking))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(COVERAGE + ": has no prior (row P30 of the evidence")
                .hasMessageContaining("keep");
        assertThat(Priors.of(BASELINE.with(COVERAGE, 0.06), lacking).entries()).doesNotContainKey(COVERAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{distribution: lognormal, mean: 0.5, sigma: 3}",
                "{distribution: uniform, min: 0, max: 10}",
                "{distribution: unifrom, min: 0.2, max: 0.8}",
                "uniform",
                "fixed",
                "fixed:",
            })
    void cellThatIsNoPrior_isRefused(String cell) {
        Faults faults = new Faults();
        Evidence.Row row = new Evidence.Row("Q99", 0.1, 0.9, "C", cell, "", "Assumption", "");
        assertThat(new PriorReader(faults).read(row, BASELINE.spec(COVERAGE))).isEmpty();
        assertThat(faults.isEmpty()).isFalse();
    }

    @Test
    void countedFigure_doesNotVary() {
        Faults faults = new Faults();
        String cell = "{distribution: uniform, min: 0.2, max: 0.8}";
        Evidence.Row row = new Evidence.Row("P99", 0.1, 0.9, "A", cell, "", "Census", "");
        assertThat(new PriorReader(faults).read(row, BASELINE.spec(COVERAGE))).isEmpty();
        assertThatThrownBy(faults::throwIfAny).hasMessageContaining("grade A");
    }

    @Test
    void massOutsideTheEvidence_isMeasured() {
        // Of the uniform law on 0 to 1, 0.8 lies between 0.1 and 0.9, less between any narrower ends.
        assertThat(Prior.drawn(Law.uniform(0, 1), "uniform", 0.1, 0.9, false).at(0.5))
                .isEqualTo(0.5);
        assertThatThrownBy(() -> Prior.drawn(Law.uniform(0, 1), "uniform", 0.11, 0.9, false))
                .hasMessageContaining("79 % of its mass");
    }

    @Test
    void rank_isTheInverseOfTheQuantile() {
        Prior prior = Prior.drawn(Law.logNormal(0.5, 0.4), "lognormal", ROW.low(), 1.5, false);
        for (int i = 1; i < 100; i++) {
            assertThat(prior.rank(prior.at(i / 100.0))).isEqualTo(i / 100.0, org.assertj.core.data.Offset.offset(1e-9));
        }
        assertThat(prior.at(0)).isEqualTo(ROW.low());
        assertThat(prior.at(1)).isEqualTo(1.5);
    }
}
