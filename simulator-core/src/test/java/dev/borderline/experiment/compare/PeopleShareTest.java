package dev.borderline.experiment.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Counts of a share of the people are told for all, whatever period they are read in. */
class PeopleShareTest {
    private static Scenario tenth() {
        LocalDate start = LocalDate.of(2009, 1, 1);
        return Scenarios.named("tightening-2015")
                .with(new SimulatedPeriod(start, start.plusYears(1)))
                .with("population.simulated_share", 0.1);
    }

    @Test
    void periods_addUpToTheRun() {
        FinishedRun run =
                Replications.of(tenth()).count(1).byMonth().run().runs().get(0);
        double needs = run.value("needs");

        assertThat(run.inPeriod("needs", "2009")).isCloseTo(needs, within(1e-9 * needs));
        double halves = run.inPeriod("needs", "2009-H1") + run.inPeriod("needs", "2009-H2");
        assertThat(halves).isCloseTo(needs, within(1e-9 * needs));
        double months = Arrays.stream(run.byMonth(run.layout().index("needs"))).sum();
        assertThat(months).isCloseTo(needs, within(1e-9 * needs));
        assertThat(run.inPeriod("peak_held", "2009")).isNaN();
    }

    @Test
    void periodsOfOneRun_addUpToIt() {
        RunResult run = Simulation.run(tenth(), RunKey.of(42));

        double needs = run.value("needs");
        assertThat(run.inPeriod("needs", "2009")).isCloseTo(needs, within(1e-9 * needs));
    }

    /** Kin households double here, and each brings fewer across; a fifth of them must thin their attempts as all do. */
    @Test
    void chain_ofAFifthOfThePeople_bringsAsManyAcross() {
        Scenario all = Scenarios.named("historical")
                .endedBefore(LocalDate.of(2013, 1, 1))
                .with("crossings.households_per_arrival", 1.5);
        double arrivals = arrivals(all, 2);

        assertThat(arrivals(all.with("population.simulated_share", 0.2), 8))
                .isCloseTo(arrivals, within(0.05 * arrivals));
    }

    private static double arrivals(Scenario scenario, int runs) {
        return Replications.of(scenario).count(runs).run().runs().stream()
                .mapToDouble(run -> run.value("arrivals"))
                .average()
                .orElseThrow();
    }
}
