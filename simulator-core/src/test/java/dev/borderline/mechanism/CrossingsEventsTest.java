package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Times;
import dev.borderline.model.Catalog;
import dev.borderline.model.Ports.ContactView;
import dev.borderline.observe.Hearing;
import dev.borderline.random.Fit;
import dev.borderline.simulation.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Crossings, event by event: what came of each candidate and each arrival, for the chain and for the border population. */
class CrossingsEventsTest {
    private static final int N = 4_000;
    private static final int THINNED = 1;
    private static final int STOPPED = 2;
    private static final int UNDER_WAY = 3;
    private static final int PIPELINE = 1 << 30;

    private final List<Hearing.Event> events = new ArrayList<>();
    private double acceptances; // sum of the probabilities of setting out that draws were compared with

    /** Three years of people who are all in contact, 4,000 attempts a year at the price of 2,850. */
    private RunResult run(Map<String, Double> more) {
        Catalog catalog = Catalog.of(
                Bench.stub("test.contact", wiring -> wiring.provide(ContactView.class, household -> true)),
                Crossings.MECHANISM,
                Bench.lineThatIsNeverUsed());
        Map<String, Double> inputs = Map.of(
                "crossings.attempts_per_year", 4_000.0,
                "crossings.households_per_arrival", 0.0,
                "crossings.caller_leaves_probability", 0.0,
                "crossings.contact_share", 1.0,
                "crossings.pipeline_years", 0.0,
                "crossings.chain_share", 0.0,
                "levers.border.crossing_price_usd", 2_850.0,
                "levers.border.interdiction_probability", 0.0);
        return Bench.watched(
                Bench.scenario(catalog, 3, Bench.all(Bench.households(N), inputs, more)),
                hearing -> hearing.onEvent(event -> {
                    if (event.kind().startsWith("crossings.")) {
                        events.add(event);
                    }
                }),
                hearing -> hearing.onDraw(draw -> {
                    if (draw.purpose().equals("crossings.chain_leaves")) {
                        acceptances += draw.probability();
                    }
                }));
    }

    private long outcomes(String kind, int outcome) {
        return events.stream()
                .filter(event -> event.kind().equals(kind) && event.outcome() == outcome)
                .count();
    }

    /** Every candidate stays, is stopped or goes; who is counted and at what price agrees with that. */
    @ParameterizedTest(name = "chain share {0}")
    @CsvSource({"0, crossings.candidate", "1, crossings.chain"})
    void candidates_outcomesAgreeWithCounts(double chainShare, String kind) {
        RunResult run = run(Map.of(
                "crossings.chain_share", chainShare,
                "levers.border.interdiction_probability", 0.4,
                "levers.border.crossing_price_usd", 1_999.996));

        assertThat(outcomes(kind, THINNED)).isPositive();
        assertThat((double) outcomes(kind, STOPPED))
                .isEqualTo(run.value("crossings_stopped"))
                .isPositive();
        assertThat((double) outcomes(kind, UNDER_WAY))
                .isEqualTo(run.value("crossings"))
                .isPositive();
        assertThat(run.value("crossing_attempts")).isEqualTo(run.value("crossings_stopped") + run.value("crossings"));
        assertThat(run.value("crossing_price_usd")).isEqualTo(2_000);
    }

    /** Candidates are Poisson at the attempts of the reference price times the factor. Five standard errors: 1e-6. */
    @ParameterizedTest(name = "chain share {0}")
    @CsvSource({"0, crossings.candidate", "1, crossings.chain"})
    void candidates_number_factorTimesTheAttempts(double chainShare, String kind) {
        run(Map.of("crossings.chain_share", chainShare, "crossings.candidate_factor", 2.5));
        double expected = 2.5 * N * 1095 / 365.25;

        assertThat((double) outcomes(kind, THINNED) + outcomes(kind, UNDER_WAY))
                .isCloseTo(expected, within(5 * StrictMath.sqrt(expected)));
    }

    /** Of each candidate of the chain as many arrests are expected as he sets out and is then stopped, whatever he does. */
    @Test
    void expectedArrests_ofTheChain_leaveNoChance() {
        RunResult run = run(Map.of("crossings.chain_share", 1.0, "levers.border.interdiction_probability", 0.4));

        assertThat(run.value("arrests")).isGreaterThan(1_000);
        assertThat(run.value("arrests_expected")).isCloseTo(0.4 * acceptances, within(4 * N * 0x1p-32));
    }

    /** Each arrival says how many households formed by it: two or three of 2.5, by the chain as by others. */
    @ParameterizedTest(name = "chain share {0}")
    @CsvSource({"0, crossings.arrival", "1, crossings.chain_arrival"})
    void arrivals_outcomeIsTheHouseholdsFormed(double chainShare, String kind) {
        RunResult run = run(Map.of(
                "crossings.attempts_per_year",
                400.0,
                "crossings.chain_share",
                chainShare,
                "crossings.households_per_arrival",
                2.5));

        assertThat(outcomes(kind, 2)).isPositive();
        assertThat(outcomes(kind, 3)).isPositive();
        assertThat((double) outcomes(kind, 2) + outcomes(kind, 3)).isEqualTo(run.value("arrivals"));
        assertThat(2.0 * outcomes(kind, 2) + 3 * outcomes(kind, 3)).isEqualTo(run.value("households_formed"));
    }

    /**
     * With a mean lag L of half a year {@code 1 − L/T (1 − e^(−T/L))} of the departures of T = 1095 days have arrived. Five
     * standard errors of a Poisson number: false alarm below 1e-6.
     */
    @ParameterizedTest(name = "chain share {0}")
    @CsvSource({"0", "1"})
    void arrivals_afterAnExponentialLag(double chainShare) {
        RunResult run = run(Map.of("crossings.chain_share", chainShare, "crossings.lag_years_mean", 0.5));
        double lags = 1095 / 365.25 / 0.5;
        double expected = run.value("crossings") * (1 - -StrictMath.expm1(-lags) / lags);

        assertThat(run.value("arrivals")).isCloseTo(expected, within(5 * StrictMath.sqrt(expected)));
    }

    /** The border population lives in border zones, .4 and .35 of the households to be split, and is of all fifths alike. */
    @Test
    void borderPopulation_ofBorderZonesAndAllFifths() {
        RunResult run = run(Map.of());
        double n = run.value("crossings");
        List<String> zones = run.outcomes().zones();

        for (int zone = 0; zone < zones.size(); zone++) {
            double share = switch (zones.get(zone)) {
                case "reach" -> 0.4 / 0.75;
                case "near" -> 0.35 / 0.75;
                default -> 0;
            };
            assertThat(run.outcomes().inZone("crossings", zone))
                    .isCloseTo(n * share, within(5 * StrictMath.sqrt(n * share * (1 - share))));
        }
        for (int fifth = 0; fifth < 5; fifth++) {
            assertThat(run.outcomes().inFifth("crossings", fifth))
                    .isCloseTo(n / 5, within(5 * StrictMath.sqrt(0.16 * n)));
        }
    }

    /**
     * Pipeline: people who left in the P years before the start and are not there yet. They are the attempts at the price of the
     * start that were not stopped, times {@code L (1 − e^(−P/L))}, of whom those with less than the whole run to go arrive in it.
     * They are numbered on from one in the order in which they come, and come exponentially as memory has it. Five standard
     * deviations, Kolmogorov at 1e-6.
     */
    @Test
    void pipeline_arrivesAsDeparturesBeforeTheStartSay() {
        double lag = 0.8;
        run(Map.of(
                "crossings.lag_years_mean", lag,
                "crossings.pipeline_years", 1.5,
                "crossings.chain_share", 0.3,
                "levers.border.crossing_price_usd", 9_000.0,
                "levers.border.interdiction_probability", 0.2));
        List<Hearing.Event> before =
                events.stream().filter(event -> event.subject() >= PIPELINE).toList();
        double perYear = 4_000 * StrictMath.pow(9_000.0 / 2_850, -0.46) * 0.8;
        double inTheRun = -StrictMath.expm1(-1095 / 365.25 / lag);
        double expected = perYear * lag * -StrictMath.expm1(-1.5 / lag) * inTheRun;

        assertThat((double) before.size()).isCloseTo(expected, within(5 * StrictMath.sqrt(expected)));
        for (int i = 0; i < before.size(); i++) {
            assertThat(before.get(i).subject()).isEqualTo(PIPELINE + 1 + i);
        }
        Fit.assertFollows(
                years -> -StrictMath.expm1(-years / lag) / inTheRun,
                before.stream()
                        .mapToDouble(event -> (double) event.time() / Times.YEAR)
                        .toArray());
    }
}
