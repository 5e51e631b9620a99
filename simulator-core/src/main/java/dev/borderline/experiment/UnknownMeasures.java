package dev.borderline.experiment;

import dev.borderline.measure.Measure;
import dev.borderline.scenario.SweepFile;
import dev.borderline.simulation.Simulation;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Measures that a sweep file names and its scenario does not have. That takes a simulation to tell, so its reader cannot. */
public final class UnknownMeasures {
    private UnknownMeasures() {}

    /** Refuses a sweep that names any, with the place of each and the nearest measure there is. */
    public static void refuse(SweepFile sweep) {
        List<String> known = Simulation.of(sweep.scenario()).measures().stream()
                .map(Measure::name)
                .toList();
        List<Fault> faults = Stream.concat(sweep.outcomes().stream(), precise(sweep).stream())
                .distinct()
                .filter(name -> !known.contains(name))
                .map(name -> fault(sweep, name, known))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static Fault fault(SweepFile sweep, String name, List<String> known) {
        String key = sweep.outcomes().contains(name) ? "outcomes" : "precision";
        Mark mark = sweep.named().getOrDefault(name, Mark.NONE);
        return Fault.at(mark, key, "there is no measure " + Fault.quoted(name) + Faults.didYouMean(name, known));
    }

    private static List<String> precise(SweepFile sweep) {
        List<String> names = new ArrayList<>();
        sweep.chance().precision().ifPresent(precision -> {
            names.addAll(precision.measures());
            names.addAll(precision.absolute().keySet());
        });
        return names;
    }
}
