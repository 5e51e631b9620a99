package dev.borderline;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Circles of classes inside a package: strongly connected components of more than one top-level class, from the bytecode. */
class ClassCirclesTest {
    /** Circles that decision 0046 allows, each as its package and classes by name. */
    private static final Set<String> ALLOWED = Set.of(
            "analysis.calibration: ErrorLaw Likelihood Target",
            "analysis.discovery: RegressionTree TreeGrower TreePruner",
            "analysis.ensemble: FitSample TemperedFit TemperedWalk",
            "event: EventLoop LoopState",
            "experiment: Experiment PrecisionReached Stopping WantedRuns",
            "experiment.design: Design DesignOfSweep Grid LatinHypercube ListedPoints MorrisDesign "
                    + "MorrisLayout OneAtATime SaltelliDesign SaltelliLayout SobolDesign",
            "experiment.explain: Causes Explanation PlainStory SideSummary World",
            "experiment.store: FailedRun FinishedRun RunCodec RunRecord",
            "experiment.store: LayoutCodec RunSchema",
            "measure: Amounts Peak Recorder",
            "policy: InputSpec Lever",
            "random: Law Truncated",
            "scenario: Scenario ScenarioText",
            "scenario.ensemble: Ensemble EnsembleReader PriorSample PriorSpace",
            "simulation: Controller WithoutMemory",
            "simulation: Divide Run RunControl RunHearing RunInProgress RunSnapshot RunState SavedRun Simulation",
            "yaml: YamlNode YamlReader");

    private static String outermost(JavaClass one) {
        return one.getFullName().replaceFirst("[$\\[].*", "");
    }

    /** Classes of the same package that a class names, by top-level class. */
    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass one : CoreClasses.ALL) {
            Set<String> to = arrows.computeIfAbsent(outermost(one), unused -> new TreeSet<>());
            one.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().equals(one.getPackageName()))
                    .map(ClassCirclesTest::outermost)
                    .filter(target -> !target.equals(outermost(one)))
                    .forEach(to::add);
        }
        return arrows;
    }

    private static Set<String> reachable(String from, Map<String, Set<String>> arrows) {
        Set<String> seen = new TreeSet<>();
        List<String> open = new ArrayList<>(arrows.get(from));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (seen.add(next)) {
                open.addAll(arrows.get(next));
            }
        }
        return seen;
    }

    private static Set<String> circles() {
        Map<String, Set<String>> arrows = arrows();
        Map<String, Set<String>> reach = new TreeMap<>();
        arrows.keySet().forEach(one -> reach.put(one, reachable(one, arrows)));
        Set<String> circles = new TreeSet<>();
        for (String one : arrows.keySet()) {
            Set<String> circle = new TreeSet<>(reach.get(one));
            circle.removeIf(other -> !reach.get(other).contains(one));
            if (circle.size() > 1) {
                String room = one.substring(0, one.lastIndexOf('.'));
                String names = String.join(" ", circle).replace(room + ".", "");
                circles.add(room.replaceFirst("^dev\\.borderline\\.", "") + ": " + names);
            }
        }
        return circles;
    }

    @Test
    void circles_areThoseOfTheDecision() {
        assertThat(arrows()).hasSizeGreaterThan(250);
        assertThat(circles()).isEqualTo(new TreeSet<>(ALLOWED));
    }
}
