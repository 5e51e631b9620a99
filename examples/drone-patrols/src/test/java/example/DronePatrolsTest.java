package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Map;
import org.junit.jupiter.api.Test;

class DronePatrolsTest {
    private static final double MINUTES_PER_DAY = 1440;
    private static final int DAYS = 366; // of 2012

    /** Nobody but drones breaks calls off. */
    private static Scenario patrolled(double sweepsPerDay, double spotProbability) {
        return Scenarios.named("tightening-2015")
                .with(new SimulatedPeriod(LocalDate.of(2012, 1, 1), LocalDate.of(2013, 1, 1)))
                .with(Map.of("levers.surveillance.coverage", 0.0, "levers.surveillance.informants_per_year", 0.0))
                .with(
                        DronePatrols.MECHANISM,
                        Map.of(
                                "levers.drones.sweeps_per_day", sweepsPerDay,
                                "drones.spot_probability", spotProbability));
    }

    /** Expected number of calls spotted, from the planned lengths of all sessions. */
    private static final class Oracle {
        private final double spotProbability;
        private final double hazardPerMinute;
        private double minutes;
        private double expected;

        private Oracle(double sweepsPerDay, double spotProbability) {
            this.spotProbability = spotProbability;
            hazardPerMinute = sweepsPerDay * spotProbability / MINUTES_PER_DAY;
        }

        private Probe probe() {
            return hearing -> hearing.onSignal(Signals.SESSION_STARTED, (household, slot) -> {
                double planned = hearing.run().call(slot).minutes();
                minutes += planned;
                expected += -Math.expm1(-hazardPerMinute * planned);
            });
        }

        /** A sweep that meets N calls, in the mean m and Poisson, spots a number of variance N p (1 + m p) or less. */
        private double standardError() {
            double inProgress = minutes / (DAYS * MINUTES_PER_DAY);
            return Math.sqrt(expected * (1 + inProgress * spotProbability));
        }
    }

    /**
     * A call of length T meets a Poisson number of sweeps, each of which spots it or not: thinning gives 1 − exp(−rate p T). Three
     * settings at 4.5 standard errors: a false alarm has a probability below 3e-5.
     */
    @Test
    void spottedCalls_matchThinnedSweeps() {
        double[][] settings = {{24, 0.5}, {200, 0.02}, {2, 1}};
        for (double[] setting : settings) {
            Oracle oracle = new Oracle(setting[0], setting[1]);
            RunResult run = Simulation.of(patrolled(setting[0], setting[1])).run(RunKey.of(7), oracle.probe());
            double z = (run.value("drones_calls_spotted") - oracle.expected) / oracle.standardError();
            assertTrue(oracle.expected > 50, "expected " + oracle.expected);
            assertTrue(Math.abs(z) < 4.5, "z = " + z + ", expected " + oracle.expected);
            assertEquals(run.value("interrupted"), run.value("drones_calls_spotted"));
        }
    }

    /** No sweeps, or sweeps that see nothing, change no event of the others. */
    @Test
    void noSweeps_nothingSpotted() {
        RunResult none = Simulation.run(patrolled(0, 1), RunKey.of(7));
        RunResult blind = Simulation.run(patrolled(24, 0), RunKey.of(7));

        assertEquals(0, none.value("drones_calls_spotted"));
        assertEquals(0, blind.value("drones_calls_spotted"));
        assertEquals(none.value("minutes"), blind.value("minutes"));
    }
}
