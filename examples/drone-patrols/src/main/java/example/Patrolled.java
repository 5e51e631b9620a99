package example;

import dev.borderline.experiment.compare.Compare;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.Map;

/** Costs that drones would impose on people who call. */
public class Patrolled {
    public static void main(String[] args) {
        // snippet: use of the mechanism
        Scenario base = Scenarios.named("tightening-2015")
                .with(DronePatrols.MECHANISM, Map.of("levers.drones.sweeps_per_day", 0.0, "drones.spot_probability", 0.3));
        Policy drones = Policy.of("drones", Move.set(LocalDate.of(2012, 1, 1), "drones.sweeps_per_day", 12));

        LongestSpotted probe = new LongestSpotted();
        RunResult one = Simulation.of(base.with(drones)).run(RunKey.of(42), probe);
        // end
        System.out.printf(
                "%.0f calls spotted; the longest broken off was planned for %.1f minutes%n",
                one.value("drones_calls_spotted"), probe.minutes());
        System.out.printf("before 2012: %.0f%n", one.outcomes().inYear("drones_calls_spotted", 2));

        Comparison comparison = Compare.arms(base, base.with(drones)).replications(5).run();
        for (String measure : new String[] {"drones_calls_spotted", "completed_contacts", "minutes"}) {
            System.out.printf(
                    "%s: %.1f, from %.1f to %.1f%n",
                    measure,
                    comparison.difference(measure).mean(),
                    comparison.difference(measure).interval95().low(),
                    comparison.difference(measure).interval95().high());
        }
    }
}
