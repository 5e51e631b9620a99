package dev.borderline.experiment;

import dev.borderline.measure.Measure;
import dev.borderline.scenario.SweepFile;
import dev.borderline.simulation.Simulation;
import dev.borderline.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Measures that a sweep file names and its scenario does not have: that takes a simulation to tell, so its reader cannot. */
public final class UnknownMeasures {
    private UnknownMeasures() {}

    /** Message about each unknown measure, with the nearest measure there is. */
    public static List<String> of(SweepFile sweep) {
        List<String> known = Simulation.of(sweep.scenario()).measures().stream()
                .map(Measure::name)
                .toList();
        return Stream.concat(sweep.outcomes().stream(), precise(sweep).stream())
                .distinct()
                .filter(name -> !known.contains(name))
                .map(name -> refusal(sweep, name, known))
                .toList();
    }

    private static String refusal(SweepFile sweep, String name, List<String> known) {
        String key = sweep.outcomes().contains(name) ? "outcomes" : "precision";
        String hint = Nearest.nearest(name, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
        return key + ": there is no measure '" + name + "'" + hint;
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
