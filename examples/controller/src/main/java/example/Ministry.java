package example;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.compare.Compare;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.policy.Schedule;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Controller;
import dev.borderline.simulation.Controller.Controls;
import dev.borderline.simulation.ControllerFactory;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;

// snippet: controller
/** Ministry that listens to more air time after every quarter with more calls reported than in the one before. */
public class Ministry implements Controller {
    private final double step;
    private double reportedBefore;
    private double lastQuarter = Double.MAX_VALUE;

    Ministry(double step) {
        this.step = step;
    }

    @Override
    public void act(Controls controls) {
        double reported = controls.value("located");
        double quarter = reported - reportedBefore;
        if (quarter > lastQuarter) {
            double coverage = controls.lever("surveillance.coverage");
            controls.move("surveillance.coverage", Math.min(1, coverage * step));
        }
        reportedBefore = reported;
        lastQuarter = quarter;
    }

    /** Factory by which an experiment knows the controller; the settings are part of the version. */
    static ControllerFactory factory(double step) {
        return new ControllerFactory(
                "ministry", "1, times " + step, Schedule.everyMonths(3), () -> new Ministry(step));
    }
    // end

    public static void main(String[] args) {
        Scenario base = Scenarios.named("tightening-2015");

        // snippet: at work
        RunResult one = Simulation.of(base).with(factory(1.25)).run(RunKey.of(42));
        one.moves().forEach(move -> System.out.printf(
                "%s %s moves %s from %.4f to %.4f%n",
                move.date(), move.controller(), move.lever(), move.from(), move.to()));

        Arm reacting = Arm.of("a ministry that reacts", base).with(factory(1.25));
        Comparison comparison = Compare.arms(base, reacting).replications(5).run();
        // end
        for (String measure : new String[] {"minutes", "completed_contacts", "person_years_held"}) {
            System.out.printf(
                    "%s: %.1f, from %.1f to %.1f%n",
                    measure,
                    comparison.difference(measure).mean(),
                    comparison.difference(measure).interval95().low(),
                    comparison.difference(measure).interval95().high());
        }
    }
}
