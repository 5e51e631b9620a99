package dev.borderline.simulation;

import dev.borderline.event.EventLoop;
import dev.borderline.event.Phase;
import dev.borderline.observe.RunView;
import dev.borderline.policy.Lever;
import dev.borderline.scenario.LeverCheck;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Controller.Controls;
import dev.borderline.simulation.RunResult.ControllerMove;
import dev.borderline.state.Kept;
import dev.borderline.state.KeptState;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The controllers of one run, made for it. */
final class RunControl {
    /** Name of the events in which controllers act: subject is the controller's number, outcome how many moves it made. */
    static final String KIND = "controller.act";

    private final List<ControllerFactory> factories;
    private final List<Controller> controllers;
    private final Scenario scenario;
    private final RunState state;
    private final Consumer<ControllerMove> told;
    private @Nullable LeverCheck check; // made when a controller moves a lever
    private final Set<Integer> hasActed = new TreeSet<>(); // in this run or the past it goes on with: by seat

    /** Makes the controllers; {@code told} hears of each move. */
    RunControl(Simulation simulation, RunState state, Consumer<ControllerMove> told) {
        factories = simulation.controllers();
        controllers = factories.stream()
                .<Controller>map(factory -> factory.maker().get())
                .toList();
        scenario = simulation.scenario();
        this.state = state;
        this.told = told;
    }

    private LeverCheck check() {
        LeverCheck made = check == null ? LeverCheck.of(scenario.catalog()) : check;
        check = made;
        return made;
    }

    /** The kind of event in which they act, to be {@link #post posted}. */
    int kind(EventLoop loop) {
        return loop.kind(KIND, Phase.POLICY, this::onAct);
    }

    /** Makes their days from now on pending. */
    void post(EventLoop loop, int kind) {
        for (int seat = 0; seat < factories.size(); seat++) {
            List<LocalDate> days = factories.get(seat).days(scenario.period());
            for (int day = 0; day < days.size(); day++) {
                long time = scenario.period().timeMs(days.get(day));
                if (time >= loop.now()) {
                    loop.post(time, kind, seat, day);
                }
            }
        }
    }

    /** Memory of those controllers that are {@link Kept}. */
    KeptState memory() {
        KeptState memory = new KeptState();
        for (int seat = 0; seat < controllers.size(); seat++) {
            if (controllers.get(seat) instanceof Kept kept) {
                memory.add(factories.get(seat).identity(), kept);
            }
        }
        return memory;
    }

    /**
     * Refuses controllers that may remember what nobody knows of. One that has not acted remembers nothing yet.
     *
     * @throws IllegalStateException naming it
     */
    void checkForkable() {
        for (int seat = 0; seat < controllers.size(); seat++) {
            if (hasActed.contains(seat) && !(controllers.get(seat) instanceof Kept)) {
                throw new IllegalStateException(
                        "controller " + factories.get(seat).name()
                                + " has acted and does not say what it remembers, so its run can be neither forked nor saved:"
                                + " it must be Kept");
            }
        }
    }

    private int onAct(long time, int seat, int day) {
        hasActed.add(seat);
        String name = factories.get(seat).name();
        Desk desk = new Desk(name);
        try {
            controllers.get(seat).act(desk);
            desk.close();
        } catch (RuntimeException failure) {
            throw new IllegalArgumentException("controller " + name + ": " + failure.getMessage(), failure);
        }
        return desk.moves;
    }

    /** Controls in the hands of one controller on one day. */
    private final class Desk implements Controls {
        private final String controller;
        private final Set<String> moved = new TreeSet<>();
        private boolean open = true;
        private int moves;

        private Desk(String controller) {
            this.controller = controller;
        }

        @Override
        public RunView run() {
            return state;
        }

        @Override
        public LocalDate date() {
            return state.date();
        }

        @Override
        public double value(String measure) {
            return state.soFar().value(measure);
        }

        @Override
        public double lever(String name) {
            return state.lever(name);
        }

        @Override
        public void move(String name, double value) {
            if (!open) {
                throw new IllegalStateException("a controller moves levers while it acts, not later");
            }
            Lever lever = state.find(name);
            check().range(lever.path(), value).ifPresent(Desk::refuse);
            double from = lever.value();
            if (value != from) {
                lever.move(value);
                moved.add(lever.path());
                moves++;
                told.accept(new ControllerMove(date(), controller, name, from, value));
            }
        }

        /** Relations between levers need hold only when all is moved. */
        private void close() {
            open = false;
            for (String path : moved) {
                check().relations(path, state::input).ifPresent(Desk::refuse);
            }
        }

        private static void refuse(String why) {
            throw new IllegalArgumentException(why);
        }
    }
}
