package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.measure.Measure;
import dev.borderline.measure.Outcomes;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Measures by month beside those by year: of the same run, to the last event. */
class MonthsTest {
    private static final RunKey KEY = new RunKey(Runs.SEED, 0);
    private static final Scenario SCENARIO = Runs.busy(2_000, 3)
            .with("levers.sanctions.camp_share", 0.04)
            .with(new SimulatedPeriod(LocalDate.of(2009, 4, 11), LocalDate.of(2011, 11, 20)));
    private static final Outcomes BY_YEAR = Simulation.of(SCENARIO).run(KEY).outcomes();
    private static final RunResult RUN = Simulation.of(SCENARIO).byMonth().run(KEY);
    private static final Outcomes BY_MONTH = RUN.outcomes();

    private static Stream<Measure> measures(Measure.Kind... kinds) {
        return BY_MONTH.measures().stream()
                .filter(measure -> List.of(kinds).contains(measure.kind()))
                .filter(measure -> BY_MONTH.monthly(BY_MONTH.measures().indexOf(measure)).length > 0);
    }

    @Test
    void run_withMonths_isTheSameToTheLastEventAndCell() {
        RunResult plain = Simulation.of(SCENARIO).run(KEY);

        assertThat(RUN.monthlyFingerprints()).isEqualTo(plain.monthlyFingerprints());
        assertThat(RUN.events()).isEqualTo(plain.events());
        assertThat(BY_MONTH.years()).isEqualTo(BY_YEAR.years());
        for (int measure = 0; measure < BY_YEAR.measures().size(); measure++) {
            assertThat(BY_MONTH.cells(measure))
                    .as(BY_YEAR.measures().get(measure).name())
                    .isEqualTo(BY_YEAR.cells(measure));
        }
    }

    @Test
    void run_inPieces_hasTheSameMonths() {
        RunInProgress pieces = Simulation.of(SCENARIO).byMonth().start(KEY);
        for (LocalDate day = LocalDate.of(2009, 4, 30); day.getYear() < 2011; day = day.plusDays(31)) {
            pieces.runUntil(day);
        }
        Outcomes outcomes = pieces.finish().outcomes();

        for (int measure = 0; measure < BY_MONTH.measures().size(); measure++) {
            assertThat(outcomes.monthly(measure)).isEqualTo(BY_MONTH.monthly(measure));
        }
    }

    @Test
    void months_areNamed_fromTheFirstDayToTheLast() {
        assertThat(BY_MONTH.months())
                .hasSize(32)
                .startsWith("2009-04", "2009-05")
                .endsWith("2011-10", "2011-11");
        assertThat(BY_YEAR.months()).isEmpty();
    }

    static Stream<Measure> additive() {
        return measures(
                Measure.Kind.COUNT,
                Measure.Kind.MONEY,
                Measure.Kind.YEARS,
                Measure.Kind.MINUTES,
                Measure.Kind.EXPECTED);
    }

    @ParameterizedTest
    @MethodSource("additive")
    void yearOfWhatAddsUp_isTheSumOfItsMonths(Measure measure) {
        for (int year = 0; year < 3; year++) {
            double sum = 0;
            for (int month = 0; month < BY_MONTH.months().size(); month++) {
                if (BY_MONTH.months().get(month).startsWith(2009 + year + "-")) {
                    sum += BY_MONTH.inMonth(measure.name(), month);
                }
            }
            assertThat(sum).isCloseTo(BY_YEAR.inYear(measure.name(), year), within(1e-9 * (1 + sum)));
        }
    }

    @Test
    void kindsOfMeasures_areAllTried() {
        assertThat(additive().filter(measure -> BY_YEAR.value(measure.name()) > 0))
                .hasSizeGreaterThan(50);
        assertThat(measures(Measure.Kind.LEVEL)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(measures(Measure.Kind.PEAK)).isNotEmpty();
        assertThat(measures(Measure.Kind.QUANTILE)).hasSize(3);
    }

    @Test
    void level_ofAYear_isThatAtTheEndOfItsLastMonth() {
        measures(Measure.Kind.LEVEL).forEach(measure -> {
            String name = measure.name();
            assertThat(BY_MONTH.inPeriod(name, "2009-12")).isEqualTo(BY_YEAR.inYear(name, 0));
            assertThat(BY_MONTH.inPeriod(name, "2010-Q4")).isEqualTo(BY_YEAR.inYear(name, 1));
            assertThat(BY_MONTH.inPeriod(name, "2011-11")).isEqualTo(BY_YEAR.inYear(name, 2));
            assertThat(BY_MONTH.inPeriod(name, "2009-06")).as(name).isPositive();
        });
    }

    @Test
    void peak_ofAYear_isTheGreatestOfItsMonths() {
        measures(Measure.Kind.PEAK).forEach(measure -> {
            String name = measure.name();
            double first = BY_MONTH.inPeriod(name, "2010-H1");
            double second = BY_MONTH.inPeriod(name, "2010-H2");
            assertThat(Math.max(first, second))
                    .isEqualTo(BY_YEAR.inYear(name, 1))
                    .isPositive();
            assertThat(BY_MONTH.inPeriod(name, "2010-01")).isLessThan(BY_YEAR.inYear(name, 1));
        });
    }

    @Test
    void quantile_ofAYear_liesBetweenThoseOfItsMonths() {
        measures(Measure.Kind.QUANTILE).forEach(measure -> {
            double[] months = Stream.iterate(9, month -> month < 21, month -> month + 1)
                    .mapToDouble(month -> BY_MONTH.inMonth(measure.name(), month))
                    .sorted()
                    .toArray();
            assertThat(BY_YEAR.inYear(measure.name(), 1)).isBetween(months[0], months[11]);
            assertThat(BY_MONTH.inPeriod(measure.name(), "2010-Q1")).isNaN(); // does not follow from its months
        });
    }

    /** Measures that are counted once a year have no months. */
    @ParameterizedTest
    @CsvSource({"pairs", "pairs_in_contact", "contact_share", "remitters", "remitting_share", "transfers_per_remitter"})
    void whatIsDefinedByYear_hasNoMonths(String measure) {
        assertThat(BY_MONTH.inPeriod(measure, "2010-03")).isNaN();
        assertThat(BY_MONTH.inPeriod(measure, "2010")).isEqualTo(BY_YEAR.inYear(measure, 1));
    }

    @Test
    void ratio_ofAPeriod_isThatOfItsTotals() {
        double paid = BY_MONTH.inPeriod("bribes_paid_usd", "2010-Q2");
        double bribes = BY_MONTH.inPeriod("bribes_paid", "2010-Q2");

        assertThat(BY_MONTH.inPeriod("bribe_mean_usd", "2010-Q2")).isEqualTo(paid / bribes);
        assertThat(RUN.inPeriod("bribes_paid", "2009..2011")).isEqualTo(BY_YEAR.value("bribes_paid"));
    }

    @Test
    void period_thatIsNotThere_isRefusedByName() {
        assertThatThrownBy(() -> BY_YEAR.inPeriod("arrests", "2010-Q2"))
                .hasMessage("what happened in 2010-Q2 was not counted: ask for measures by month");
        assertThatThrownBy(() -> BY_MONTH.inPeriod("arrests", "2012-Q1"))
                .hasMessage("2012-Q1 is not simulated; the run is of 2009 to 2011");
        assertThatThrownBy(() -> BY_YEAR.inPeriod("arrests", "2008"))
                .hasMessage("2008 is not simulated; the run is of 2009 to 2011");
        assertThatThrownBy(() -> BY_YEAR.inPeriod("arests", "2010")).hasMessageContaining("nearest is arrests");
    }

    @Test
    void levels_soFar_areOfMonthsThatAreOver() {
        RunInProgress run = Simulation.of(SCENARIO).byMonth().start(KEY);
        run.runUntil(LocalDate.of(2010, 3, 10));
        Outcomes soFar = run.view().soFar();

        assertThat(soFar.inPeriod("kin_households", "2010-02"))
                .isEqualTo(BY_MONTH.inPeriod("kin_households", "2010-02"))
                .isPositive();
        assertThat(soFar.inPeriod("kin_households", "2010-03")).isNaN();
        assertThat(soFar.inPeriod("kin_households", "2010")).isNaN();
        assertThat(soFar.inPeriod("arrests", "2010-02")).isEqualTo(BY_MONTH.inPeriod("arrests", "2010-02"));
    }
}
