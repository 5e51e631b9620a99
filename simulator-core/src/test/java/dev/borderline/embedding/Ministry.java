package dev.borderline.embedding;

import dev.borderline.policy.Schedule;
import dev.borderline.simulation.Controller;
import dev.borderline.simulation.Controller.Controls;
import dev.borderline.simulation.ControllerFactory;

/** Raises coverage by a tenth after every quarter in which more calls were located than in the one before. */
final class Ministry implements Controller {
    private static final String COVERAGE = "surveillance.coverage";

    private double locatedSoFar;
    private double locatedLast = Double.MAX_VALUE;

    static ControllerFactory factory() {
        return new ControllerFactory("ministry", "1", Schedule.everyMonths(3), Ministry::new);
    }

    @Override
    public void act(Controls controls) {
        double located = controls.value("located") - locatedSoFar;
        if (located > locatedLast) {
            controls.move(COVERAGE, Math.min(1, controls.lever(COVERAGE) * 1.1));
        }
        locatedSoFar += located;
        locatedLast = located;
    }
}
