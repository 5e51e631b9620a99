package example;

// snippet: ten lines
import dev.borderline.experiment.compare.Compare;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import dev.borderline.stat.Interval;
import java.time.LocalDate;

public class TenLines {
    public static void main(String[] args) {
        Scenario base = Scenarios.named("tightening-2015");
        RunResult one = Simulation.run(base, RunKey.of(42));
        System.out.println(Math.round(one.value("arrests")) + " arrests in run " + one.fingerprint());

        Policy policy = Policy.of("twice the coverage", Move.scale(LocalDate.of(2012, 1, 1), "surveillance.coverage", 2));
        Comparison comparison = Compare.arms(base, base.with(policy)) // same people, same needs, same random numbers
                .replications(10)
                .run();
        Interval held = comparison.difference("person_years_held").interval95(); // paired
        System.out.printf("person-years held: %.1f to %.1f more%n", held.low(), held.high());
    }
}
// end
