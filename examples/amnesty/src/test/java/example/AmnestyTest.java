package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.borderline.model.Signals;
import dev.borderline.observe.Probe;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AmnestyTest {
    private static final LocalDate FIRST = LocalDate.of(2012, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2012, 5, 31);

    /** A small country whose households soon ask for another handset. */
    private static Scenario base() {
        return Scenarios.named("baseline")
                .with(new SimulatedPeriod(LocalDate.of(2012, 1, 1), LocalDate.of(2015, 1, 1)))
                .with(Map.of("population.resettled_refugees", 6_000.0, "handsets.request_rate_per_year", 4.0));
    }

    private static Scenario world(Amnesty.Window window, double share) {
        return base().with(Amnesty.in(window), Map.of("levers.amnesty.hand_in_share", share));
    }

    private static Scenario world(double share) {
        return world(new Amnesty.Window(FIRST, LAST), share);
    }

    /** From handing in until the next handset nobody is arrested; many are before and after. */
    @Test
    void households_areLeftAlone_untilTheyGetAnother() {
        Set<Integer> leftAlone = new HashSet<>();
        int[] heard = new int[3]; // handed in, got another, arrests
        Probe watch = hearing -> {
            hearing.onSignal("amnesty.handed_in", (household, window) -> {
                LocalDate day = hearing.run().date();
                assertFalse(day.isBefore(FIRST) || day.isAfter(LAST), day.toString());
                assertTrue(leftAlone.add(household));
                heard[0]++;
            });
            hearing.onSignal(Signals.HANDSET_GOT, (household, request) -> {
                heard[1] += leftAlone.remove(household) ? 1 : 0;
            });
            hearing.onSignal(Signals.ARRESTED, (household, slot) -> {
                assertFalse(leftAlone.contains(household));
                heard[2]++;
            });
        };
        RunResult run = Simulation.of(world(0.6)).run(RunKey.of(7), watch);

        assertEquals(heard[0], run.value("amnesty_handsets"));
        assertEquals(heard[2], run.value("arrests"));
        assertTrue(heard[0] > 20 && heard[1] > 0 && heard[2] > 20, heard[0] + " " + heard[1] + " " + heard[2]);
    }

    /** An amnesty that nobody heeds changes no event of the others. */
    @Test
    void nobodyHandsIn_nothingChanges() {
        RunResult with = Simulation.run(world(0), RunKey.of(7));
        RunResult without = Simulation.run(base(), RunKey.of(7));

        assertEquals(0, with.value("amnesty_handsets"));
        for (String measure : new String[] {"arrests", "minutes", "handset_requests"}) {
            assertEquals(without.value(measure), with.value(measure));
        }
    }

    /** The windows are part of the version, so runs of one are not taken for runs of another. */
    @Test
    void windows_areInTheDigest() {
        Amnesty.Window later = new Amnesty.Window(FIRST.plusYears(1), LAST.plusYears(1));

        assertEquals(world(0.6).sha256(), world(0.6).sha256());
        assertFalse(world(0.6).sha256().equals(world(later, 0.6).sha256()));
    }
}
