package dev.borderline.simulation;

import dev.borderline.simulation.Controller.Controls;
import dev.borderline.state.Kept;
import dev.borderline.state.StateRegistry;

/** A controller that says it remembers nothing. */
record WithoutMemory(Controller decision) implements Controller, Kept {
    @Override
    public void act(Controls controls) {
        decision.act(controls);
    }

    @Override
    public void keep(StateRegistry state) {
        // nothing
    }
}
