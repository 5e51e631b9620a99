package dev.borderline.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.measure.Outcomes;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run split in two, or in many, equals the whole. */
class SplitRunTest {
    private static final Scenario SCENARIO = Worlds.busy();
    private static final Simulation SIMULATION = Simulation.of(SCENARIO);
    private static final RunResult WHOLE = SIMULATION.run(Worlds.KEY);

    /** From one to some sixty seams at random days, some of them twice, with looks at all counts in between. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void run_splitAtRandomDays_equalsTheWhole(long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        int meanStepDays = 1 << random.nextInt(4, 12);
        RunInProgress run = SIMULATION.start(Worlds.KEY);
        double needs = 0;
        while (run.date().isBefore(SCENARIO.end())) {
            run.runUntil(run.date().plusDays(random.nextInt(0, 2 * meanStepDays)));
            assertThat(run.value("needs")).isGreaterThanOrEqualTo(needs);
            needs = run.value("needs");
        }
        Worlds.assertSame(WHOLE, run.finish());
    }

    /** Two runs by turns on one thread know nothing of each other. */
    @Test
    void runs_byTurns_equalTheWhole() {
        RunInProgress one = SIMULATION.start(Worlds.KEY);
        RunInProgress other = SIMULATION.start(Worlds.KEY);
        for (LocalDate day = SCENARIO.start(); day.isBefore(SCENARIO.end()); day = day.plusDays(100)) {
            one.runUntil(day);
            other.runUntil(day.plusDays(50));
        }
        Worlds.assertSame(WHOLE, one.finish());
        Worlds.assertSame(WHOLE, other.finish());
    }

    /** Nothing is counted beforehand: at each seam the counts are those of a run that is over on that day. */
    @Test
    void soFar_isWhatARunThatEndsThereCounts() {
        LocalDate day = LocalDate.of(2011, 7, 1);
        RunInProgress run = SIMULATION.start(Worlds.KEY);
        run.runUntil(day);
        RunResult ended = Simulation.run(SCENARIO.with(new SimulatedPeriod(SCENARIO.start(), day)), Worlds.KEY);

        Outcomes soFar = run.soFar();
        assertThat(soFar.inYear("needs", 2)).isPositive();
        assertThat(soFar.inYear("needs", 3)).isZero();
        for (String count : new String[] {"needs", "arrests", "settled", "bribes_paid_usd", "minutes", "sent_usd"}) {
            assertThat(soFar.value(count))
                    .as(count)
                    .isEqualTo(ended.value(count))
                    .isPositive();
            assertThat(soFar.inYear(count, 1)).isEqualTo(ended.outcomes().inYear(count, 1));
        }
        assertThat(soFar.value("contact_share")).isBetween(0.0, 1.0);
        assertThat(soFar.value("person_years_held")).isLessThan(ended.value("person_years_held"));
    }

    /** A level is counted when its year is over, and is the mean of such years. */
    @Test
    void level_soFar_isTheMeanOfYearsThatAreOver() {
        RunInProgress run = SIMULATION.start(Worlds.KEY);
        run.runUntil(LocalDate.of(2010, 1, 1));
        assertThat(run.value("brokers")).isNaN();
        run.runUntil(LocalDate.of(2011, 6, 1));
        assertThat(run.soFar().inYear("brokers", 1)).isEqualTo(WHOLE.outcomes().inYear("brokers", 1));
        assertThat(run.soFar().inYear("brokers", 2)).isNaN();
        double mean = run.value("brokers");
        assertThat(mean)
                .isPositive()
                .isEqualTo((WHOLE.outcomes().inYear("brokers", 0)
                                + WHOLE.outcomes().inYear("brokers", 1))
                        / 2);
    }

    @Test
    void goingBack_orOnAfterTheEnd_isRefused() {
        RunInProgress run = SIMULATION.start(Worlds.KEY);
        run.runUntil(LocalDate.of(2010, 1, 1));
        assertThatThrownBy(() -> run.runUntil(LocalDate.of(2009, 12, 31)))
                .hasMessage("2009-12-31 has been simulated already: the run stands at 2010-01-01");
        run.runUntil(LocalDate.of(2030, 1, 1));
        assertThat(run.date()).isEqualTo(SCENARIO.end());
        run.finish();
        assertThatThrownBy(run::finish).hasMessage("the run is over: start another");
        assertThatThrownBy(() -> run.runUntil(SCENARIO.end())).hasMessage("the run is over: start another");
    }
}
