package example;

import dev.borderline.experiment.compare.Compare;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import java.time.LocalDate;
import java.util.Map;

/** Effect of an amnesty in the springs of 2012 and 2014. */
public class Amnestied {
    public static void main(String[] args) {
        Scenario base = Scenarios.named("baseline")
                .with("population.resettled_refugees", 6_000)
                .with(
                        Amnesty.in(spring(2012), spring(2014)),
                        Map.of("levers.amnesty.hand_in_share", 0.0));
        Scenario amnesty = base.with("levers.amnesty.hand_in_share", 0.4);

        Comparison comparison = Compare.arms(base, amnesty).replications(5).run();
        for (String measure : new String[] {"amnesty_handsets", "arrests", "handset_requests", "minutes"}) {
            System.out.printf(
                    "%s: %.1f, from %.1f to %.1f%n",
                    measure,
                    comparison.difference(measure).mean(),
                    comparison.difference(measure).interval95().low(),
                    comparison.difference(measure).interval95().high());
        }
    }

    private static Amnesty.Window spring(int year) {
        return new Amnesty.Window(LocalDate.of(year, 3, 1), LocalDate.of(year, 5, 31));
    }
}
