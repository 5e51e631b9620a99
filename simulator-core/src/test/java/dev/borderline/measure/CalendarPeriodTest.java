package dev.borderline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarPeriodTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2012, 2012-01, 2012-12, 12, true",
        "2009..2014, 2009-01, 2014-12, 72, true",
        "2012-Q1, 2012-01, 2012-03, 3, false",
        "2012-Q4, 2012-10, 2012-12, 3, false",
        "2012-H1, 2012-01, 2012-06, 6, false",
        "2012-H2, 2012-07, 2012-12, 6, false",
        "2012-02, 2012-02, 2012-02, 1, false",
        "2012-12, 2012-12, 2012-12, 1, false",
        "2014-Q2..2014-Q4, 2014-04, 2014-12, 9, false"
    })
    void text_ofEachForm_meansItsMonths(String text, String first, String last, int months, boolean years) {
        CalendarPeriod period = CalendarPeriod.parse(text);

        assertThat(period).isEqualTo(new CalendarPeriod(YearMonth.parse(first), YearMonth.parse(last)));
        assertThat(CalendarPeriod.parse(period.toString())).isEqualTo(period);
        assertThat(period.toString()).isIn(text, first + ".." + last);
        assertThat(period.months()).isEqualTo(months);
        assertThat(period.isYears()).isEqualTo(years);
    }

    @Test
    void span_ofOneYear_isThatYear() {
        assertThat(CalendarPeriod.parse("2012..2012"))
                .hasToString("2012")
                .isEqualTo(CalendarPeriod.ofYears(2012, 2012));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "2012-Q5",
                "2012-Q0",
                "2012-H3",
                "2012-13",
                "2012-00",
                "2012-3",
                "2012-q1",
                "2012-2014",
                "2012..",
                "..2012",
                "2012..2013..2014",
                " 2012"
            })
    void text_ofNoForm_isRefusedWithTheForms(String text) {
        assertThatThrownBy(() -> CalendarPeriod.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is no period; write a year such as 2012, 2012-H1, 2012-Q1, 2012-03 or"
                        + " 2009..2014");
    }

    @Test
    void span_thatEndsBeforeItBegins_isRefused() {
        assertThatThrownBy(() -> CalendarPeriod.parse("2014..2012")).hasMessageContaining("ends before it begins");
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "2012, 2012-Q1, true",
        "2012-H1, 2012-Q2, true",
        "2012-H1, 2012-Q3, false",
        "2012-03, 2012-Q1, true",
        "2012-04, 2012-Q1, false",
        "2009..2011, 2012, false",
        "2009..2014, 2012-12, true",
        "2012-06, 2012-07, false"
    })
    void overlap_isThatOfAMonth(String one, String other, boolean overlaps) {
        CalendarPeriod first = CalendarPeriod.parse(one);
        CalendarPeriod second = CalendarPeriod.parse(other);

        assertThat(first.overlaps(second)).isEqualTo(overlaps);
        assertThat(second.overlaps(first)).isEqualTo(overlaps);
    }
}
