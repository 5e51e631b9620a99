package example;

import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Calls;
import dev.borderline.model.DrawSite;
import dev.borderline.model.Mechanism;
import dev.borderline.model.PoissonClock;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.Line;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;

// snippet: mechanism
/**
 * Drones sweep each zone as a Poisson process. A sweep spots each call in progress independently, and a call that is spotted is
 * broken off. A call of length T is spotted with probability {@code 1 − exp(−rate × spot probability × T)}.
 *
 * <p>Draws: {@code drones.sweep.gap} (zone, number of sweep); {@code drones.spotting} (household, number of sweep, zone).
 */
final class DronePatrols {
    /** Parameters that a scenario sets. */
    record Params(
            @Input(
                    what = "Sweeps of a zone",
                    unit = "1/day",
                    max = 1000,
                    source = "made up for the example",
                    lever = "drones.sweeps_per_day")
            Lever sweepsPerDay,

            @Input(
                    what = "Chance that a sweep spots a call in progress",
                    unit = "1",
                    max = 1,
                    source = "made up for the example")
            double spotProbability) {}

    static final Mechanism<Params> MECHANISM = new Mechanism<>("drones", Params.class, DronePatrols::new);

    private final double spotProbability;
    private final Calls calls;
    private final DrawSite spotting; // one draw per call in progress and sweep
    private final Count spotted;
    private final Port<Line> line;

    private DronePatrols(Params params, Wiring wiring) {
        spotProbability = params.spotProbability();
        calls = wiring.calls();
        spotting = wiring.chance("drones.spotting");
        spotted = wiring.enforcement(MeasureGroup.ARRESTS)
                .count("drones_calls_spotted", "calls", "Calls broken off after a drone spotted them");
        line = wiring.port(Line.class);
        Lever sweepsPerDay = params.sweepsPerDay();
        PoissonClock.start(wiring, "drones.sweep", sweepsPerDay, this::onSweep);
    }

    private int onSweep(int zone, int sweep) {
        int spottedNow = 0;
        for (int call = 0; call < calls.slots(); call++) {
            if (calls.inSession(call) && calls.zone(call) == zone && spots(calls.household(call), sweep, zone)) {
                spotted.add(calls.household(call));
                line.get().cutOff(call);
                spottedNow++;
            }
        }
        return spottedNow;
    }

    private boolean spots(int household, int sweep, int zone) {
        return spotting.occurs(household, sweep, zone, spotProbability);
    }
}
// end
