package dev.borderline.report;

import dev.borderline.analysis.calibration.Calibration;
import dev.borderline.analysis.calibration.Fit;
import dev.borderline.analysis.calibration.Target;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import dev.borderline.text.Csv;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Structures of the border and of time abroad, each fitted to arrivals of 2009 to 2014 with the counts of one year left out in turn.
 * Two dials are fitted each time: attempts a year, and whom guards stop.
 */
final class StructureStudy {
    static final String ALL = "none";

    private static final double PEOPLE = 0.2;
    private static final int POINTS = 60;

    /** Changes of {@code historical}, by what a structure is called. */
    private static final Map<String, Map<String, Double>> STRUCTURES = structures();

    private StructureStudy() {}

    private static Map<String, Map<String, Double>> structures() {
        Map<String, Map<String, Double>> structures = new LinkedHashMap<>();
        structures.put("as it is", Map.of());
        structures.put(
                "one exponential year abroad", Map.of("crossings.direct_share", 0.0, "crossings.lag_years_mean", 1.0));
        structures.put("no stock abroad at the start", Map.of("crossings.abroad_at_start", 0.0));
        structures.put("chain that grows with kin households", Map.of("crossings.chain_growth", 1.0));
        structures.put("elasticity of -0.46", Map.of("crossings.price_elasticity", -0.46));
        structures.put("no effect of the price", Map.of("crossings.price_elasticity", 0.0));
        structures.put("half closed by a full fence", Map.of("crossings.closed_at_full_fortification", 0.5));
        return structures;
    }

    /** The fits: some ten minutes of processor time. */
    static String measured(List<Target> targets) {
        List<Target> counts = targets.stream()
                .filter(target -> target.use() == Target.Use.FIT)
                .filter(target -> target.likelihood().group().startsWith("arrivals"))
                .toList();
        List<String> groups = new ArrayList<>(List.of(ALL));
        counts.stream()
                .map(target -> target.likelihood().group())
                .distinct()
                .filter(group -> !group.equals("arrivals 2009"))
                .forEach(groups::add);
        StringBuilder text = new StringBuilder(
                Csv.record("structure", "left_out", "id", "used", "record", "model", "attempts", "stopped"));
        STRUCTURES.forEach((name, changes) -> {
            Scenario scenario =
                    Scenarios.named(History.SCENARIO).with(changes).with("population.simulated_share", PEOPLE);
            groups.forEach(group -> fit(text, List.of(name, group), scenario, counts));
        });
        return text.toString();
    }

    private static void fit(StringBuilder text, List<String> keys, Scenario scenario, List<Target> counts) {
        List<Target> asked = counts.stream()
                .map(target -> target.likelihood().group().equals(keys.get(1)) ? as(Target.Use.CHECK, target) : target)
                .toList();
        Fit fit = Calibration.of(scenario, asked)
                .vary("crossings.attempts_per_year", Range.linear(1500, 8000))
                .vary("policies.border.interdiction_probability", Range.linear(0.2, 0.9))
                .replications(2)
                .budget(POINTS)
                .run();
        List<String> dials = fit.parameters().stream()
                .map(dial -> Numbers.summary(dial.value()))
                .toList();
        for (Fit.OfTarget of : fit.targets()) {
            List<String> row = new ArrayList<>(keys);
            row.addAll(List.of(of.target().id(), of.target().use().word()));
            row.addAll(List.of(Numbers.summary(of.target().value()), Numbers.summary(of.fitted())));
            row.addAll(dials);
            text.append(Csv.record(row.toArray(new String[0])));
        }
    }

    private static Target as(Target.Use use, Target target) {
        return new Target(
                target.id(),
                target.what(),
                target.statistic(),
                target.value(),
                target.low(),
                target.high(),
                use,
                target.grade(),
                target.likelihood(),
                target.origin());
    }
}
