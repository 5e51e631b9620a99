package dev.borderline.mechanism;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Times;
import dev.borderline.model.Catalog;
import dev.borderline.model.Ports.ContactView;
import dev.borderline.observe.Hearing;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.random.Fit;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunResult;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time that people spend abroad. All who leave are of the border population: 1,000 a year, half of them directly. */
class TimeAbroadTest {
    private static final double PER_YEAR = 1_000;
    private static final double DIRECT_SHARE = 0.5;
    private static final double DIRECT_DAYS = 60;
    private static final double SETTLED_YEARS = 1.5;
    private static final int UNDER_WAY = 3; // outcome of a candidate
    private static final int PIPELINE = 1 << 30; // numbers of those who left before the start

    private final Map<Long, Long> left = new HashMap<>(); // when each person did, ticks
    private final Map<Long, Long> arrived = new HashMap<>();

    private static Scenario scenario(int years, Map<String, Double> more) {
        Map<String, Double> inputs = Map.ofEntries(
                Map.entry("crossings.attempts_per_year", PER_YEAR),
                Map.entry("crossings.chain_share", 0.0),
                Map.entry("crossings.households_per_arrival", 0.0),
                Map.entry("crossings.pipeline_years", 0.0),
                Map.entry("crossings.direct_share", DIRECT_SHARE),
                Map.entry("crossings.direct_days_mean", DIRECT_DAYS),
                Map.entry("crossings.lag_years_mean", SETTLED_YEARS),
                Map.entry("levers.border.interdiction_probability", 0.0),
                Map.entry("levers.border.crossing_price_usd", 2_850.0));
        Catalog catalog = Catalog.of(
                Bench.stub("test.contact", wiring -> wiring.provide(ContactView.class, household -> false)),
                Settlement.MECHANISM,
                Sanctions.MECHANISM,
                Crossings.MECHANISM);
        return Bench.scenario(catalog, years, Bench.all(inputs, more, Bench.households(10)));
    }

    /** Distribution function of the time abroad, in years of open transit. */
    private static double mixture(double years) {
        double direct = -StrictMath.expm1(-years * Times.DAYS_PER_YEAR / DIRECT_DAYS);
        return DIRECT_SHARE * direct + (1 - DIRECT_SHARE) * -StrictMath.expm1(-years / SETTLED_YEARS);
    }

    private void note(Hearing.Event event) {
        long person = (long) event.subject() << Integer.SIZE | event.occurrence();
        if (event.kind().equals("crossings.candidate") && event.outcome() == UNDER_WAY) {
            left.put(person, event.time());
        } else if (event.kind().equals("crossings.arrival")) {
            arrived.put(person, event.time());
        }
    }

    /** Times abroad on a clock in years, of those who left in the first year. */
    private double[] timesAbroad(LongToDoubleFunction clock) {
        return left.entrySet().stream()
                .filter(person -> person.getValue() < Times.YEAR)
                .mapToDouble(person -> arrived.containsKey(person.getKey())
                        ? clock.applyAsDouble(arrived.get(person.getKey())) - clock.applyAsDouble(person.getValue())
                        : 1e6) // not yet
                .toArray();
    }

    /** With a step of departures at time 0 arrivals come at the rate N F(t): in each year N times the integral of F. */
    @Test
    void arrivals_afterAStepAtTimeZero_followTheMixture() {
        RunResult run = Bench.run(scenario(6, Map.of()), 0);

        for (int year = 0; year < 6; year++) {
            double expected = 0;
            for (int step = 0; step < 10_000; step++) {
                expected += PER_YEAR / 10_000 * mixture(year + (step + 0.5) / 10_000);
            }
            assertThat(run.outcomes().inYear("arrivals", year))
                    .isCloseTo(expected, within(5 * StrictMath.sqrt(expected)));
        }
    }

    /** Half open, transit takes twice the time; each person's is the mixture's. Kolmogorov at 1e-6. */
    @ParameterizedTest(name = "open {0}")
    @ValueSource(doubles = {1, 0.5})
    void timeAbroad_ofEachPerson_followsTheMixture(double open) {
        Bench.watched(scenario(30, Map.of("levers.transit.open_share", open)), hearing -> hearing.onEvent(this::note));

        Fit.assertFollows(TimeAbroadTest::mixture, timesAbroad(time -> open * time / (double) Times.YEAR));
    }

    /** Nobody arrives while transit is shut, in 2010; after it each goes on for the time that is left of his. */
    @Test
    void transitShut_nobodyArrives_timesGoOnAfterwards() {
        Policy shut = Policy.of(
                "shut",
                Move.set(LocalDate.of(2010, 1, 1), "transit.open_share", 0),
                Move.set(LocalDate.of(2011, 1, 1), "transit.open_share", 0.25),
                Move.set(LocalDate.of(2012, 1, 1), "transit.open_share", 1));
        RunResult run = Bench.watched(scenario(30, Map.of()).with(shut), hearing -> hearing.onEvent(this::note));
        double year = 365 / Times.DAYS_PER_YEAR;

        assertThat(run.outcomes().inYear("arrivals", 1)).isZero();
        assertThat(run.outcomes().inYear("arrivals", 0)).isPositive();
        assertThat(run.outcomes().inYear("people_abroad", 1))
                .isEqualTo(run.outcomes().inYear("people_abroad", 0)
                        + run.outcomes().inYear("crossings", 1));
        Fit.assertFollows(TimeAbroadTest::mixture, timesAbroad(time -> {
            double years = time / (double) Times.YEAR;
            double until2011 = Math.min(years, year);
            double in2011 = 0.25 * Math.min(Math.max(years - 2 * year, 0), year);
            return until2011 + in2011 + Math.max(years - 3 * year, 0);
        }));
    }

    /**
     * Migrants who live abroad at the start go on at the rate of those abroad. That is {@code S (e^(−t/ℓ) − e^(−(t+1)/ℓ))} in a
     * year.
     */
    @Test
    void stockAtTheStart_arrivesExponentially() {
        RunResult run = Bench.run(
                scenario(4, Map.of("crossings.attempts_per_year", 0.0, "crossings.abroad_at_start", 4_000.0)), 0);

        for (int year = 0; year < 4; year++) {
            double before = 4_000 * StrictMath.exp(-year / SETTLED_YEARS);
            double after = 4_000 * StrictMath.exp(-(year + 1) / SETTLED_YEARS);
            assertThat(run.outcomes().inYear("arrivals", year))
                    .isCloseTo(before - after, within(5 * StrictMath.sqrt(before - after)));
            assertThat(run.outcomes().inYear("people_abroad", year))
                    .isCloseTo(after, within(5 * StrictMath.sqrt(after)));
        }
    }

    /** With the pipeline of ever filled, for both kinds and at the transit of the start, every year is like any other. */
    @ParameterizedTest(name = "open {0}")
    @ValueSource(doubles = {1, 0.5})
    void pipelineFilled_arrivalsAreSteady(double open) {
        Map<String, Double> filled = Map.of("crossings.pipeline_years", 20.0, "levers.transit.open_share", open);
        RunResult run = Bench.run(scenario(4, filled), 0);

        for (int year = 0; year < 4; year++) {
            assertThat(run.outcomes().inYear("arrivals", year))
                    .isCloseTo(PER_YEAR, within(5 * StrictMath.sqrt(PER_YEAR)));
        }
    }

    /** Those who left in the year before the start and are not there yet: in transit half open {@code n L/o (1 − e^(−o/L))} of each kind. */
    @Test
    void pipelineOfAYear_transitHalfOpen_meetsClosedForm() {
        Map<String, Double> filled = Map.of("crossings.pipeline_years", 1.0, "levers.transit.open_share", 0.5);
        Bench.watched(scenario(30, filled), hearing -> hearing.onEvent(this::note));
        double expected = PER_YEAR * DIRECT_SHARE * stillAbroad(DIRECT_DAYS / Times.DAYS_PER_YEAR)
                + PER_YEAR * (1 - DIRECT_SHARE) * stillAbroad(SETTLED_YEARS);

        assertThat((double) arrived.keySet().stream()
                        .filter(person -> person >> Integer.SIZE >= PIPELINE)
                        .count())
                .isCloseTo(expected, within(5 * StrictMath.sqrt(expected)));
    }

    private static double stillAbroad(double lagYears) {
        return lagYears / 0.5 * -StrictMath.expm1(-0.5 / lagYears);
    }

    /** Few travellers arrive to the tick: where half of transit is open after twice the time, where a quarter after four times. */
    @Test
    void fewTravellers_arriveWhenTheirTimeIsOver() {
        Map<Long, Long> open = ticksAbroad(1);
        assertThat(open).hasSizeGreaterThan(60);
        for (int times : List.of(2, 4)) {
            Map<Long, Long> slower = ticksAbroad(1.0 / times);
            assertThat(slower).hasSizeGreaterThan(50);
            slower.forEach((person, ticks) -> assertThat(ticks).isEqualTo(times * requireNonNull(open.get(person))));
        }
    }

    private Map<Long, Long> ticksAbroad(double open) {
        left.clear();
        arrived.clear();
        Map<String, Double> few = Map.of("crossings.attempts_per_year", 3.0, "levers.transit.open_share", open);
        Bench.watched(scenario(30, few), hearing -> hearing.onEvent(this::note));
        Map<Long, Long> ticks = new HashMap<>();
        arrived.forEach((person, time) -> ticks.put(person, time - requireNonNull(left.get(person))));
        return ticks;
    }

    /** While transit has been shut for the years of the pipeline, all who left in them wait. */
    @Test
    void pipelineFilled_transitShut_allOfThemWait() {
        Map<String, Double> shut = Map.of("crossings.pipeline_years", 3.0, "levers.transit.open_share", 0.0);
        RunResult run = Bench.run(scenario(1, shut), 0);
        double expected = 4 * PER_YEAR;

        assertThat(run.value("arrivals")).isZero();
        assertThat(run.outcomes().inYear("people_abroad", 0))
                .isCloseTo(expected, within(5 * StrictMath.sqrt(expected)));
    }
}
