package dev.borderline.benchmarks;

import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.eventlists.EventListPriorityQueue;
import nl.tudelft.simulation.dsol.experiment.SingleReplication;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;

/** DSOL's simulator on its faster event list, with a lambda for each event: its events cannot be used again. */
final class DsolEngine extends Engine {
    private static final double FOR_EVER = 1e300;

    private final Model model;
    private final SteppedSimulator simulator = new SteppedSimulator();

    DsolEngine(Model model) {
        this.model = model;
        try {
            simulator.setEventList(new EventListPriorityQueue<>());
            simulator.initialize(new EmptyModel(simulator), new SingleReplication<>("hold", 0.0, 0.0, FOR_EVER), true);
            simulator.getEventList().clear(); // its own events of warm-up and end would be counted as ours
        } catch (SimRuntimeException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void schedule(long delay, int kind, int subject) {
        try {
            simulator.scheduleEventRel(
                    (double) delay,
                    () -> model.onEvent(simulator.getSimulatorTime().longValue(), kind, subject));
        } catch (SimRuntimeException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void run(int events) {
        simulator.run(events);
    }

    /** The simulator, stepped in the calling thread rather than in one of its own. */
    private static final class SteppedSimulator extends DevsSimulator<Double> {
        private static final long serialVersionUID = 1L;

        SteppedSimulator() {
            super("benchmark");
        }

        void run(int events) {
            for (int i = 0; i < events; i++) {
                stepImpl();
            }
        }
    }

    private static final class EmptyModel extends AbstractDsolModel<Double, SteppedSimulator> {
        private static final long serialVersionUID = 1L;

        EmptyModel(SteppedSimulator simulator) {
            super(simulator);
        }

        @Override
        public void constructModel() {}
    }
}
