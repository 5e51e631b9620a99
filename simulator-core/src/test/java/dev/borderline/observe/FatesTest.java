package dev.borderline.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.model.Signals;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FatesTest {
    private static final LocalDate START = LocalDate.of(2009, 1, 1);
    private static final Scenario BASE = Scenarios.named("baseline")
            .with("population.resettled_refugees", 2000)
            .with("levers.surveillance.coverage", 0.3)
            .with(new SimulatedPeriod(START, START.plusYears(2)));

    private static Fates fates(Scenario scenario) {
        Fates fates = new Fates();
        RunResult run = Simulation.of(scenario).run(RunKey.of(5), fates);
        assertThat(run.fingerprint())
                .isEqualTo(Simulation.run(scenario, RunKey.of(5)).fingerprint());
        return fates;
    }

    @Test
    void difference_ofTheSameRun_isNothing() {
        Fates.Difference none = fates(BASE).differenceFrom(fates(BASE));
        assertThat(none.households()).isGreaterThan(1700);
        assertThat(none.different() + none.contacts() + none.cases() + none.held())
                .isZero();
        assertThat(none.share()).isZero();
        assertThat(none.examples()).isEmpty();
    }

    /** Against a world in which nobody is taken, those differ in their cases who are ever arrested. */
    @Test
    void difference_fromAWorldWithoutArrests_isWhoWasArrested() {
        Scenario taken = BASE.with(BASE.catalog().without(List.of("crossings", "stops")));
        Scenario free =
                taken.with(Map.of("levers.surveillance.coverage", 0.0, "levers.surveillance.informants_per_year", 0.0));
        Set<Long> arrested = new TreeSet<>();
        Set<Long> held = new TreeSet<>();
        RunResult run = Simulation.of(taken).run(RunKey.of(5), hearing -> {
            hearing.onSignal(Signals.ARRESTED, (household, slot) -> arrested.add((long) household));
            hearing.onSignal(Signals.CASE_FORMAL, (household, slot) -> held.add((long) household));
        });
        assertThat(run.value("arrests")).isGreaterThan(30);

        Fates.Difference difference = fates(taken).differenceFrom(fates(free));

        assertThat(difference.cases()).isEqualTo(arrested.size());
        assertThat(difference.held()).isEqualTo(held.size());
        assertThat(difference.examples()).hasSize(3).isSubsetOf(arrested);
    }

    /** Households form by crossings; where fewer get through, some form in one of the worlds alone, and have no pair. */
    @Test
    void difference_ofOtherPeople_isTheSameFromBothSides() {
        Scenario closed = BASE.with("levers.border.interdiction_probability", 0.9);
        Fates.Difference difference = fates(BASE).differenceFrom(fates(closed));
        Fates.Difference mirrored = fates(closed).differenceFrom(fates(BASE));

        assertThat(difference.different()).isGreaterThan(difference.contacts());
        assertThat(mirrored)
                .usingRecursiveComparison()
                .ignoringFields("examples")
                .isEqualTo(difference);
    }

    /** A policy of the last week can touch only those who call, or are held, in it. */
    @Test
    void difference_fromAPolicyOfTheLastWeek_isSmall() {
        Policy late = Policy.of("late", Move.set(LocalDate.of(2010, 12, 25), "jamming.failure_probability", 1));
        Fates.Difference difference = fates(BASE).differenceFrom(fates(BASE.with(late)));
        assertThat(difference.contacts()).isPositive();
        assertThat(difference.share()).isLessThan(0.05);
    }
}
