package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures in files: what may be claimed, and what people get wrong. */
class SignatureTest {
    private static Scenario claiming(String... claims) {
        StringBuilder text = new StringBuilder("signature:\n");
        for (String claim : claims) {
            text.append("  - ").append(claim).append('\n');
        }
        return Texts.extending(text.toString());
    }

    private static String only(String claim) {
        return String.join("|", Texts.faults(() -> claiming(claim)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arrests below tightening-2015",
                "arrests below 0.5 of tightening-2015",
                "arrests of 2015 above 12.25 of tightening-2015",
                "arrests of fifth 1 above pre-2011",
                "arrivals of 2015 below 2009",
                "arrivals of 2015 below 0.7 of 2009",
                "bribe_over_income of fifth 1 above 2 of fifth 5"
            })
    void claim_isReadAndWrittenAlike(String text) {
        Scenario scenario = claiming(text);
        assertThat(scenario.signature()).hasSize(1).first().hasToString(text);
        assertThat(Texts.scenario(scenario.toYaml()).signature()).first().hasToString(text);
    }

    @Test
    void claim_partsAreTold() {
        Claim ofYears =
                claiming("arrivals of 2015 below 0.7 of 2009").signature().get(0);
        assertThat(ofYears.measure()).isEqualTo("arrivals");
        assertThat(ofYears.above()).isFalse();
        assertThat(ofYears.factor()).isEqualTo(0.7);
        assertThat(ofYears.scenario()).isEmpty();
        assertThat(ofYears.part()).isEqualTo(new Claim.Part(Claim.Part.Kind.YEAR, 2015));
        assertThat(ofYears.otherPart()).isEqualTo(new Claim.Part(Claim.Part.Kind.YEAR, 2009));
        assertThat(ofYears.mark()).isEqualTo(new Mark(Texts.FILE, 4, 5));
        Claim ofScenarios =
                claiming("arrests of fifth 2 above pre-2011").signature().get(0);
        assertThat(ofScenarios.scenario()).isEqualTo("pre-2011");
        assertThat(ofScenarios.otherPart()).isEqualTo(new Claim.Part(Claim.Part.Kind.FIFTH, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Arrests below baseline              | 'Arrests' is not the name of a measure
            arrests bellow baseline             | 'bellow' stands where 'above' or 'below' does; did you mean 'below'?
            arrests                             | ends where 'above' or 'below' should follow
            arrests below                       | ends where a scenario, a year or a fifth should follow
            arrests below 0.5                   | '0.5' is a share above 0 of something
            arrests below 0 of baseline         | '0' is a share above 0 of something
            arrests below 0.5 of                | ends where a scenario, a year or a fifth should follow
            arrests below baselin               | there is no scenario 'baselin'; did you mean 'baseline'?
            arrests below Baseline!             | 'Baseline!' is no scenario, year or fifth
            arrests below baseline twice        | 'twice' is a word too many
            arrests of fifth 6 below fifth 1    | 'fifth' is no year and no fifth from 'fifth 1', the poorest, to 'fifth 5'
            arrests of spring below baseline    | 'spring' is no year and no fifth from
            arrests of 2010 below fifth 1       | a year is compared with another year
            arrests of 2010 below 2010          | a year is compared with another year
            arrests below 2010                  | a year is compared with another year
            arrests of 2016 below baseline      | 2016 is not simulated; the days are 2009-01-01 to before 2016-01-01
            arrests of 2010 below 2001          | 2001 is not simulated; the days are 2009-01-01 to before 2016-01-01
            [arrests]                           | a list is not text
            """)
    void badClaim_isToldWithItsPlace(String claim, String message) {
        assertThat(only(claim)).startsWith("my.yaml:4:5: signature: " + message);
    }

    @Test
    void badClaims_areToldTogether() {
        assertThat(Texts.faults(() -> claiming("arrests belo baseline", "arrests below nowhere")))
                .hasSize(2);
        assertThat(Texts.faults(() -> Texts.extending("signature: arrests below baseline")))
                .containsExactly("my.yaml:3:12: signature: 'arrests below baseline' is not a list");
    }

    @Test
    void measure_unknown_isToldWithTheNearest() {
        Scenario scenario = claiming("arests below pre-2011", "arrests below pre-2011");
        assertThatThrownBy(() -> scenario.checkSignature(Set.of("arrests", "needs")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("my.yaml:4:5: signature: there is no measure 'arests'; did you mean 'arrests'?");
    }

    @Test
    void signature_isNeitherInDigestNorInherited() {
        Scenario plain = Texts.extending("");
        Scenario claiming = claiming("arrests below pre-2011");
        assertThat(claiming.sha256()).isEqualTo(plain.sha256());
        assertThat(Texts.extending("limits: Says little.").sha256()).isEqualTo(plain.sha256());
        assertThat(ShippedScenariosTest.read("leniency").signature()).isNotEmpty();
        Scenario child = Texts.scenario("schema: 1\nextends: leniency\n");
        assertThat(child.signature()).isEmpty();
        assertThat(child.limits()).isEmpty();
    }

    @Test
    void signature_staysWhenAScenarioIsVaried() {
        Scenario scenario = claiming("arrests below pre-2011");
        assertThat(scenario.with("population.income_sigma", 0.7).signature()).isEqualTo(scenario.signature());
        assertThat(scenario.with(scenario.period()).signature()).isEqualTo(List.copyOf(scenario.signature()));
    }
}
