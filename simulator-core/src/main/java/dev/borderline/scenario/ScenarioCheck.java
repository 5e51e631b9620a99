package dev.borderline.scenario;

import dev.borderline.model.Mechanism;
import dev.borderline.model.RuleSpec;
import dev.borderline.model.Zone;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.LeverCourse;
import dev.borderline.policy.Move;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.Mark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Checks of a complete scenario: ranges, relations between inputs, zones, and the levers at every step of its policies. */
final class ScenarioCheck {
    private static final double ROUNDING = 1e-9;
    private static final int YEARS_MAX =
            60; // needs, days and years of a household are kept in as many bits as that takes

    private static final int HOUSEHOLDS_MAX =
            60_000_000; // a row each in one table of 2 GiB, with room for those that form

    private final ScenarioParts parts;
    private final Faults faults;
    private final Function<List<String>, Mark> marks;

    ScenarioCheck(ScenarioParts parts, Faults faults, Function<List<String>, Mark> marks) {
        this.parts = parts;
        this.faults = faults;
        this.marks = marks;
    }

    /** All checks; {@code moveMarks} tells where the moves stand, in order, as far as they have a place. */
    void check(List<Mark> moveMarks) {
        parts.values().forEach((path, value) -> range(path, value));
        period();
        zones();
        households();
        for (RuleSpec rule : parts.tree().rules()) {
            rule.violation(this::value).ifPresent(why -> relation(rule, why));
        }
        if (faults.isEmpty()) {
            records();
            moves(moveMarks);
        }
    }

    private void relation(RuleSpec rule, String why) {
        Mark mark = marks.apply(rule.paths());
        String key = rule.paths().get(0);
        for (String path : rule.paths()) {
            key = marks.apply(List.of(path)).equals(mark) ? path : key;
        }
        faults.add(mark, key, why);
    }

    private void range(String path, double value) {
        InputSpec spec = parts.tree().find(path).orElseThrow();
        if (!spec.accepts(value)) {
            faults.add(marks.apply(List.of(path)), path, Scalars.outOfRange(shown(value), spec));
        }
    }

    private void period() {
        SimulatedPeriod period = parts.header().period();
        if (period.start().plusYears(YEARS_MAX).isBefore(period.end())) {
            faults.add(
                    marks.apply(List.of("start", "end")), "end", "more than " + YEARS_MAX + " years after the start");
        }
    }

    private void zones() {
        List<String> zones = InputTree.zoneNames(parts.values().keySet());
        List<String> shares = zones.stream()
                .map(zone -> InputTree.zonePath(zone, "household_share"))
                .toList();
        List<String> borders =
                zones.stream().map(zone -> InputTree.zonePath(zone, "border")).toList();
        double sum = shares.stream().mapToDouble(this::value).sum();
        if (StrictMath.abs(sum - 1) > ROUNDING) {
            String message = "the household shares of all zones add up to " + shown(sum) + ", not to 1";
            faults.add(marks.apply(shares), InputTree.ZONES, message);
        }
        if (borders.stream().noneMatch(path -> value(path) == 1)) {
            String message = "no zone has 'border: true'; calls take place in one that has";
            faults.add(marks.apply(borders), InputTree.ZONES, message);
        }
    }

    private void households() {
        String path = "population.resettled_refugees";
        double households = value(path) * value("population.kin_households_per_refugee");
        if (!(households >= 1 && households <= HOUSEHOLDS_MAX)) {
            String message = "times kin_households_per_refugee gives " + shown(households) + " households; from 1 to "
                    + HOUSEHOLDS_MAX + " are allowed";
            faults.add(marks.apply(List.of(path)), path, message);
        }
    }

    /** Makes every parameter record once, so that what a record itself refuses is refused here. */
    private void records() {
        for (Mechanism<?> mechanism : parts.catalog().mechanisms()) {
            bind(mechanism.name(), parts.tree().ofMechanism(mechanism.name()), mechanism.parameters());
        }
        for (String zone : InputTree.zoneNames(parts.values().keySet())) {
            String group = InputTree.ZONES + "." + zone;
            bind(group, InputSpec.of(group, Zone.class), Zone.class);
        }
    }

    private void bind(String group, List<InputSpec> specs, Class<? extends Record> type) {
        try {
            RecordBinder.bind(specs, type, parts.values());
        } catch (IllegalArgumentException e) {
            faults.add(marks.apply(List.of(group)), group, String.valueOf(e.getMessage()));
        }
    }

    private void moves(List<Mark> moveMarks) {
        Map<String, List<Move>> byLever = new TreeMap<>();
        Map<Move, Mark> markOf = new HashMap<>();
        List<Move> moves = parts.moves();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            markOf.putIfAbsent(move, i < moveMarks.size() ? moveMarks.get(i) : Mark.NONE);
            if (isPlausible(move, markOf.get(move))) {
                byLever.computeIfAbsent(move.path(), path -> new ArrayList<>()).add(move);
            }
        }
        SortedMap<LocalDate, List<Step>> steps = new TreeMap<>();
        byLever.forEach((path, ofLever) -> {
            for (LeverCourse.Change change :
                    LeverCourse.of(value(path), ofLever, parts.header().period())) {
                steps.computeIfAbsent(change.date(), date -> new ArrayList<>()).add(new Step(path, change));
            }
        });
        course(steps, markOf);
    }

    private boolean isPlausible(Move move, Mark mark) {
        String key = "policies";
        SimulatedPeriod period = parts.header().period();
        if (parts.tree().findLever(move.lever()).isEmpty()) {
            String near = Faults.didYouMean(move.lever(), parts.tree().leverNames());
            String off = new SwitchedOff(parts.header().without()).hint(move.path());
            faults.add(mark, key, Fault.quoted(move.lever()) + " is no lever" + near + off);
            return false;
        }
        if (!period.contains(move.at())) {
            String message = move.lever() + " moves on " + move.at() + ", outside the simulated time from "
                    + period.start() + " to before " + period.end();
            faults.add(mark, key, message);
            return false;
        }
        return true;
    }

    /** New value of the lever at a path. */
    private record Step(String path, LeverCourse.Change change) {}

    /** Follows all levers together; tells of each move the first thing that is wrong. */
    private void course(SortedMap<LocalDate, List<Step>> steps, Map<Move, Mark> markOf) {
        LeverCheck check = new LeverCheck(parts.tree());
        Map<String, Double> now = new HashMap<>(parts.values());
        Set<Move> told = new HashSet<>();
        steps.forEach((date, ofDay) -> {
            ofDay.forEach(step -> now.put(step.path, step.change.value()));
            for (Step step : ofDay) {
                Move move = step.change.cause();
                Optional<String> wrong =
                        check.range(step.path, step.change.value()).or(() -> check.relations(step.path, now::get));
                if (wrong.isPresent() && told.add(move)) {
                    faults.add(markOf.getOrDefault(move, Mark.NONE), "policies", "on " + date + " " + wrong.get());
                }
            }
        });
    }

    private double value(String path) {
        Double value = parts.values().get(path);
        return value == null ? Double.NaN : value;
    }

    private static String shown(double value) {
        return LeverCheck.shown(value);
    }
}
