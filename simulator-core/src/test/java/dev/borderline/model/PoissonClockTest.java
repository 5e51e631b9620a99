package dev.borderline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Times;
import dev.borderline.mechanism.Bench;
import dev.borderline.policy.Input;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Times of a clock against the Poisson law and, one by one, against the exponentials they spend. */
class PoissonClockTest {
    private static final LocalDate START = LocalDate.of(2009, 1, 1);
    private static final int ZONES = 4;

    /** A rate by the day. */
    private record Daily(
            @Input(what = "Rate", unit = "1/day", source = "test", lever = "test.daily")
            double daily) {}

    /** No rate. */
    private record Length(
            @Input(what = "Length", unit = "m", source = "test", lever = "test.length")
            double length) {}

    /** One that came. */
    private record Tick(int zone, int number, long time) {}

    private static Scenario scenario(List<Tick> ticks, double perDay, int years) {
        Mechanism<Daily> mechanism = new Mechanism<>("test", Daily.class, (params, wiring) -> {
            PoissonClock.start(wiring, "test.clock", wiring.lever("test.daily"), (zone, number) -> {
                ticks.add(new Tick(zone, number, wiring.scheduler().now()));
                return 0;
            });
            return wiring;
        });
        return Scenarios.named("baseline")
                .with(Catalog.of())
                .with(Bench.households(10))
                .with(mechanism, Map.of("levers.test.daily", perDay))
                .with(new SimulatedPeriod(START, START.plusYears(years)));
    }

    /**
     * Mean and variance of the number are those of a Poisson law: 4 zones in 50 replications, the mean at 4.5 of its standard
     * errors, the index of dispersion likewise (about normal, 199 degrees of freedom). False alarm below 2e-5.
     */
    @Test
    void number_atAConstantRate_isPoisson() {
        List<Tick> ticks = new ArrayList<>();
        Simulation simulation = Simulation.of(scenario(ticks, 0.3, 1));
        double mean = 0.3 * 365;
        double sum = 0;
        double squares = 0;
        int samples = ZONES * 50;
        for (int replication = 0; replication < 50; replication++) {
            ticks.clear();
            Bench.run(simulation, replication);
            for (int zone = 0; zone < ZONES; zone++) {
                int here = zone;
                long number = ticks.stream().filter(tick -> tick.zone() == here).count();
                sum += number;
                squares += (number - mean) * (number - mean) / mean;
            }
        }
        assertThat(sum / samples).isCloseTo(mean, within(4.5 * StrictMath.sqrt(mean / samples)));
        assertThat(squares / samples).isCloseTo(1, within(4.5 * StrictMath.sqrt(2.0 / samples)));
    }

    /** A rate that doubles, stops for a while and comes back: each comes where the integrated rate reaches its exponentials. */
    @Test
    void times_underMoves_areWhereTheIntegratedRateReachesTheDraws() {
        List<Tick> ticks = new ArrayList<>();
        LocalDate doubled = START.plusDays(100);
        LocalDate stopped = START.plusDays(130);
        LocalDate back = START.plusDays(300);
        Scenario moved = scenario(ticks, 0.5, 2)
                .with(Policy.of(
                        "moves",
                        Move.set(doubled, "test.daily", 1),
                        Move.set(stopped, "test.daily", 0),
                        Move.set(back, "test.daily", 0.25)));
        Bench.run(moved, 3);

        Draws gaps = Draws.of(Bench.drawKey(3), "test.clock.gap", SubjectKind.ZONE);
        for (int zone = 0; zone < ZONES; zone++) {
            int here = zone;
            List<Tick> own = ticks.stream().filter(tick -> tick.zone() == here).toList();
            double integrated = 0;
            for (int number = 0; number < own.size(); number++) {
                integrated += gaps.exponential(zone, number);
                assertThat(own.get(number).number()).isEqualTo(number);
                assertThat((double) own.get(number).time())
                        .isCloseTo(inverse(integrated) * Times.DAY, within(5.0 * (number + 2))); // ticks of rounding
            }
            assertThat(integrated + gaps.exponential(zone, own.size())).isGreaterThan(80 + 0.25 * (730 - 300) - 1e-6);
            assertThat(own).hasSizeGreaterThan(100);
        }
        assertThat(ticks).noneMatch(tick -> tick.time() > 130 * Times.DAY && tick.time() < 300 * Times.DAY);
    }

    /** The day on which the integral of 0.5 to day 100, 1 to day 130, 0 to day 300, then 0.25 reaches a value. */
    private static double inverse(double integrated) {
        if (integrated < 50) {
            return integrated / 0.5;
        }
        return integrated < 80 ? 100 + (integrated - 50) : 300 + (integrated - 80) / 0.25;
    }

    @Test
    void lever_thatIsNoRate_isRefused() {
        Mechanism<Length> wrong = new Mechanism<>("test", Length.class, (params, wiring) -> {
            PoissonClock.start(wiring, "test.clock", wiring.lever("test.length"), (zone, number) -> 0);
            return wiring;
        });
        Scenario scenario = Scenarios.named("baseline").with(wrong, Map.of("levers.test.length", 1.0));

        assertThatThrownBy(() -> Simulation.of(scenario).measures())
                .hasMessage("lever test.length is in m, which is no rate of a clock");
    }
}
