package dev.borderline.analysis.calibration;

import dev.borderline.scenario.Scenario;
import dev.borderline.stat.Interval;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Result of a {@link Calibration}. Immutable.
 *
 * @param scenario the scenario with the fitted values
 * @param parameters in the order given
 * @param targets in the order given, all of them
 * @param distance sum of squared distances over the targets fitted, in standard deviations
 * @param startDistance the same at the values of the scenario before
 * @param evaluations points at which the model was run for the search
 */
public record Fit(
        Scenario scenario,
        List<OfParameter> parameters,
        List<OfTarget> targets,
        double distance,
        double startDistance,
        int evaluations) {
    private static final double IDENTIFIED = 0.5;

    public Fit {
        parameters = List.copyOf(parameters);
        targets = List.copyOf(targets);
    }

    /**
     * A parameter and what the targets say about it.
     *
     * @param parameter its path and range
     * @param before its value in the scenario
     * @param value fitted
     * @param interval of 95 %, inside the range: where it may lie given the targets and their tolerances
     * @param ignorance standard deviation after the fit over that before; 1 if the targets say nothing
     */
    public record OfParameter(Parameter parameter, double before, double value, Interval interval, double ignorance) {
        /** True if the targets at least halve the uncertainty. */
        public boolean identified() {
            return ignorance <= IDENTIFIED;
        }
    }

    /**
     * A target and what the fitted model says.
     *
     * @param target the figure
     * @param before the model's mean before the fit
     * @param fitted the model's mean after it; random numbers other than those of the fit
     * @param interval of 95 % of that mean, over chance alone
     * @param hold what keeps it where it is
     */
    public record OfTarget(Target target, double before, double fitted, Interval interval, Hold hold) {
        public boolean inside() {
            return target.accepts(fitted);
        }

        /** Reason for a missed target, in words; empty for one that is met. */
        public String reason() {
            if (inside()) {
                return "";
            }
            if (Double.isNaN(fitted)) {
                return "the model has no value of it: what it is divided by is 0 in every run";
            }
            return switch (target.use()) {
                case CHECK -> "a check: never fitted";
                case REPORT -> "only reported: it repeats others, or is doubted";
                case FIT -> hold.reason();
            };
        }
    }

    /**
     * Obstacles that may keep a target from being met.
     *
     * @param leverage how far, in its standard deviations, the parameters together could move it over their ranges
     * @param ends paths of parameters at an end of their range beyond which the target would come nearer
     * @param others whether there are other targets to fit
     */
    public record Hold(double leverage, List<String> ends, boolean others) {
        public Hold {
            ends = List.copyOf(ends);
        }

        private String reason() {
            if (leverage < 1) {
                return "no parameter given moves it by one standard deviation";
            }
            if (!ends.isEmpty()) {
                String are = ends.size() == 1 ? " is at the end of its range" : " are at the ends of their ranges";
                return String.join(" and ", ends) + are + ", beyond which it would come nearer";
            }
            return others
                    ? "parameters move it, but other targets hold them"
                    : "parameters move it, but the middle of their ranges, which counts as likelier, holds them,"
                            + " or the search was too short";
        }
    }

    /** Fitted values by path. */
    public Map<String, Double> values() {
        Map<String, Double> values = new TreeMap<>();
        parameters.forEach(fitted -> values.put(fitted.parameter().path(), fitted.value()));
        return values;
    }

    /** Share of the targets fitted that lie in their tolerance. */
    public double shareInside() {
        List<OfTarget> fitted = targets.stream()
                .filter(of -> of.target().use() == Target.Use.FIT)
                .toList();
        return (double) fitted.stream().filter(OfTarget::inside).count() / fitted.size();
    }
}
