package dev.borderline.experiment;

import dev.borderline.scenario.SweepFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the stopping rule that a sweep file asks for. */
final class StoppingRules {
    private StoppingRules() {}

    static Optional<StoppingRule> of(SweepFile sweep) {
        return sweep.chance().precision().map(asked -> {
            List<StoppingRule.Goal> goals = new ArrayList<>();
            for (String measure : asked.measures()) {
                double absolute = asked.absolute().getOrDefault(measure, 0.0);
                goals.add(new StoppingRule.Goal(measure, asked.relative(), absolute));
            }
            asked.absolute().forEach((measure, halfWidth) -> {
                if (!asked.measures().contains(measure)) {
                    goals.add(StoppingRule.Goal.absolute(measure, halfWidth));
                }
            });
            return new StoppingRule(goals, sweep.replications());
        });
    }
}
