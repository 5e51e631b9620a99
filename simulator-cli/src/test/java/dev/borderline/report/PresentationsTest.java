package dev.borderline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headings and places that reports show, as they stood before mechanisms declared them. */
class PresentationsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
                    contact_share = Families in contact
                    person_years_held = Person-years held
                    pair_years_dark = Pair-years in the dark
                    uninformed_years = Years held, family not told
                    settled = Settled on the spot
                    formal_cases = Formal cases
                    bribes_paid_usd = Bribes paid
                    bribe_over_income = Bribe over yearly income
                    received_usd = Money received
                    people_abroad = People on the way
                    completed_contacts = Completed contacts
                    amnesty_fees_usd = Amnesty fees
                    """)
    void heading_isAsDeclaredOrTheName(String measure, String heading) {
        assertThat(PlainNames.ofMeasure(measure)).isEqualTo(heading);
    }

    @Test
    void drawnByFifth_areInTheirOrder() {
        assertThat(WealthFigure.BURDENS)
                .containsExactly(
                        "contact_share", "deterred", "priced_out", "arrests", "person_years_held", "bribe_over_income");
    }
}
