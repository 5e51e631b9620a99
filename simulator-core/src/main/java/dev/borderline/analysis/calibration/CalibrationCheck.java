package dev.borderline.analysis.calibration;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.measure.Measure;
import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Simulation;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.InvalidInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Refusal of calibrations that could not end well, from what was asked alone: no run is made. */
public final class CalibrationCheck {
    private final Scenario scenario;

    /** The check of what is asked of a scenario. */
    public CalibrationCheck(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * Refuses targets that the runs of the scenario have no value for, all of them together; checks included.
     *
     * @throws AnalysisRefused if none is to be fitted
     * @throws InvalidInput naming every target with a measure, year or unit that the runs lack
     */
    public void check(List<Target> targets) {
        if (targets.stream().noneMatch(target -> target.use() == Target.Use.FIT)) {
            throw new AnalysisRefused(
                    "there is no target to fit: the use of one at least must be 'fit', not 'check' or 'report'");
        }
        List<Measure> measures = Simulation.of(scenario).measures();
        List<String> byYear = Simulation.of(scenario).definedByYear();
        List<Fault> faults = new ArrayList<>();
        for (Target target : targets) {
            try {
                target.statistic().check(measures, scenario.period());
                target.statistic().checkMonths(byYear);
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(
                        target.origin().file(),
                        target.origin().line(),
                        target.origin().column(),
                        target.id(),
                        String.valueOf(e.getMessage())));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /** Refuses parameters that a search between real numbers cannot move. */
    void checkAll(List<Parameter> parameters) {
        if (parameters.isEmpty()) {
            throw new AnalysisRefused("there is no input to move");
        }
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!seen.add(parameter.path())) {
                throw new AnalysisRefused(parameter.path() + " is given twice");
            }
            check(parameter);
        }
        Map<String, Double> start =
                parameters.stream().collect(Collectors.toMap(Parameter::path, one -> one.startIn(scenario)));
        try {
            Parameter.apply(start, scenario);
        } catch (InvalidInput contradiction) {
            throw new AnalysisRefused("the values of " + scenario.name()
                    + ", brought into the ranges given, contradict one another: " + contradiction.getMessage());
        }
    }

    /** Refuses a parameter that is unknown, whole, without moves, or has a range beyond what its input takes. */
    void check(Parameter parameter) {
        String path = parameter.path();
        InputSpec spec = scenario.spec(Parameter.inputOf(path));
        if (spec.kind() != InputSpec.Kind.REAL) {
            String kind = spec.kind() == InputSpec.Kind.SWITCH ? "is true or false" : "takes whole numbers only";
            throw new AnalysisRefused(path + " " + kind + ": only inputs that take every number of a range are fitted");
        }
        if (parameter.range() instanceof Range.Values) {
            throw new AnalysisRefused(path + " is given a list of values; a fit needs a range");
        }
        for (double end : parameter.range().ends()) {
            if (!spec.accepts(end)) {
                throw new AnalysisRefused(path + " cannot be " + Numbers.exact(end) + ": it lies between "
                        + Numbers.exact(spec.input().min()) + " and "
                        + Numbers.exact(spec.input().max()));
            }
        }
        parameter.valueIn(scenario); // refuses a lever that does not move
    }
}
