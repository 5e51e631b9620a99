package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.measure.Recorder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every outcome that the model's specification asks for is a measure, over the whole run and by year, zone and wealth fifth. */
class SpecifiedOutcomesTest {
    private static final RunResult RUN = Runs.run(Runs.busy(3_000, 3).with("levers.sanctions.camp_share", 0.04), 0);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "needs and attempts, needs attempts blocked jammed_out deterred priced_out",
        "contacts, completed_contacts minutes contact_share",
        "'caught, by route', located stops arrests arrests_caught_in_call arrests_identified arrests_informed_on",
        "'caught, by other routes', arrests_stopped framed arrests_framed arrests_stopped_at_border arrests_due_to_motive",
        "settled on the spot, settled bribes_paid bribes_paid_usd bribe_mean_usd bribe_over_income",
        "quartiles of bribes, bribe_lower_quartile_usd bribe_median_usd bribe_upper_quartile_usd",
        "formal cases, formal_cases dropped sentenced_training sentenced_reform sentenced_camp early_releases",
        "people held, person_years_held years_investigation years_training years_reform years_camp peak_held",
        "officers, officer_revenue_usd passed_up_usd removed_officers",
        "'handsets in use, seized, price', handsets handsets_seized handset_price_usd",
        "money, fee_usd commission_share sent_usd received_usd intercepted_usd stolen_usd",
        "brokers active and arrested, brokers brokers_arrested",
        "crossings, arrivals crossings_stopped",
        "knowledge, pair_years_dark uninformed_years",
        "risk, believed_risk true_risk"
    })
    void outcome_isMeasuredByYearZoneAndFifth(String what, String measures) {
        for (String measure : measures.split(" ", -1)) {
            List<Double> parts = new ArrayList<>(List.of(RUN.value(measure)));
            for (int year = 0; year < RUN.outcomes().years().size(); year++) {
                parts.add(RUN.outcomes().inYear(measure, year));
            }
            for (int zone = 0; zone < RUN.outcomes().zones().size(); zone++) {
                parts.add(RUN.outcomes().inZone(measure, zone));
            }
            for (int fifth = 0; fifth < Recorder.FIFTHS; fifth++) {
                parts.add(RUN.outcomes().inFifth(measure, fifth));
            }

            assertThat(RUN.value(measure)).as("%s: %s", what, measure).isPositive();
            assertThat(parts.stream().filter(part -> part > 0))
                    .as("%s: %s", what, measure)
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }
}
