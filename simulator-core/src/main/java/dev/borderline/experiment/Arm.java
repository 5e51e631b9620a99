package dev.borderline.experiment;

import dev.borderline.policy.Policy;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.SweepFile;
import dev.borderline.simulation.ControllerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Arm: one of the alternatives that an experiment compares. It has a name, what it makes of a scenario, and the controllers at
 * work in it. Immutable if its change is.
 */
public final class Arm {
    private final String name;
    private final BiFunction<Scenario, Map<String, Double>, Scenario> change; // of base and settings of the point

    private final List<ControllerFactory> controllers;

    private Arm(
            String name,
            BiFunction<Scenario, Map<String, Double>, Scenario> change,
            List<ControllerFactory> controllers) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an arm needs a name");
        }
        this.name = name;
        this.change = change;
        this.controllers = List.copyOf(controllers);
    }

    /** The arm called {@code base}, which changes nothing. */
    public static Arm base() {
        return of("base", UnaryOperator.identity());
    }

    /** The scenario under one policy more; the arm has the policy's name. */
    public static Arm of(Policy policy) {
        return of(policy.name(), scenario -> scenario.with(policy));
    }

    /** An arm of any kind, applied after the design point; {@code change} gives equal scenarios for equal scenarios, on any thread. */
    public static Arm of(String name, UnaryOperator<Scenario> change) {
        return new Arm(name, (base, point) -> change.apply(point.isEmpty() ? base : base.with(point)), List.of());
    }

    /** An arm that is this scenario, whatever the base: for experiments with a single design point. */
    public static Arm of(String name, Scenario scenario) {
        return new Arm(name, (base, point) -> scenario, List.of());
    }

    /** An arm that is this scenario where nothing varies, and elsewhere has the settings of the point besides. */
    public static Arm alreadyApplied(String name, Scenario scenario) {
        return new Arm(name, (base, point) -> point.isEmpty() ? scenario : scenario.with(point), List.of());
    }

    /** An arm of a sweep file. */
    public static Arm of(SweepFile.ArmEntry arm) {
        return new Arm(arm.name(), arm::applyTo, List.of());
    }

    /** This arm with controllers more, which act in the order given, after those it has. */
    public Arm with(ControllerFactory... more) {
        List<ControllerFactory> all = new ArrayList<>(controllers);
        all.addAll(List.of(more));
        return new Arm(name, change, all);
    }

    public String name() {
        return name;
    }

    /** The scenario of this arm, where {@code point} sets some inputs of {@code base}. */
    public Scenario applyTo(Scenario base, Map<String, Double> point) {
        return change.apply(base, point);
    }

    /** The controllers at work in it, in the order in which they act. */
    public List<ControllerFactory> controllers() {
        return controllers;
    }

    @Override
    public String toString() {
        return name;
    }
}
