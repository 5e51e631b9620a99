package dev.borderline.analysis.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetUnitTest {
    @ParameterizedTest(name = "{0} of a measure in {1}")
    @CsvSource({
        "USD, USD, 1",
        "million USD, USD, 1e6",
        "USD million, USD, 1e6",
        "thousand USD, USD, 1e3",
        "billion USD/year, USD, 1e9",
        "people, people, 1",
        "persons, people, 1",
        "thousand persons/year, people, 1e3",
        "cases/year, cases, 1",
        "1/year, transfers, 1",
        "1, 1, 1",
        "share, 1, 1",
        "%, 1, 0.01",
        "hours, min, 60",
        "days, years, 0.002737850787132101",
        "thousand years, years, 1e3"
    })
    void known_isConverted(String unit, String ofMeasure, double factor) {
        assertThat(TargetUnit.of(unit).in(ofMeasure)).isCloseTo(factor, within(factor * 1e-12));
    }

    @ParameterizedTest(name = "{0} of a measure in {1}")
    @CsvSource({
        "thousands USD, USD, thousand USD",
        "milion USD, USD, million USD",
        "person, people, persons",
        "hour, min, hours",
        "1, USD, USD",
        "usd, USD, USD",
        "cases, people, people",
        "%, people, people",
        "million share, 1, share",
        "thousand 1, 1, %",
        "USD, people, people",
        "'', people, people",
        "USD/month, USD, USD"
    })
    void unknown_isRefusedWithWhatIs(String unit, String ofMeasure, String named) {
        assertThatThrownBy(() -> TargetUnit.of(unit).in(ofMeasure))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + unit + "' is no unit of a measure in " + ofMeasure)
                .hasMessageContaining(named);
    }

    @ParameterizedTest(name = "{0} of a measure in {1}")
    @CsvSource({
        "1, 1, 1",
        "share, 1, 1",
        "'', 1, 1",
        "%, 1, %",
        "1, cases, cases",
        "cases/year, cases, cases/year",
        "million USD, USD, million USD"
    })
    void name_isThatOfTheMeasure_whereTheUnitIsANumber(String unit, String ofMeasure, String name) {
        assertThat(TargetUnit.of(unit).nameFor(ofMeasure)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "%, %", "thousand USD/people, thousand USD/people"})
    void nameOfAQuotient_ofPureNumbers_isNone(String unit, String name) {
        assertThat(TargetUnit.of(unit).nameForQuotient()).isEqualTo(name);
    }

    @ParameterizedTest(name = "{0} of {1} over {2}")
    @CsvSource({
        "1, people, people, 1",
        "1, arrests, sessions, 1",
        "%, people, people, 0.01",
        "thousand USD/people, USD, people, 1e3",
        "USD/thousand persons, USD, people, 1e-3"
    })
    void ofARatio_isTheQuotient(String unit, String above, String below, double factor) {
        assertThat(TargetUnit.of(unit).in(above, below)).isCloseTo(factor, within(factor * 1e-12));
    }

    @ParameterizedTest(name = "{0} of {1} over {2}")
    @CsvSource({"1, USD, people", "USD, USD, people", "million 1, people, people", "people/USD, USD, people"})
    void ofARatio_thatItIsNot_isRefused(String unit, String above, String below) {
        assertThatThrownBy(() -> TargetUnit.of(unit).in(above, below)).hasMessageContaining("is no unit of");
    }
}
