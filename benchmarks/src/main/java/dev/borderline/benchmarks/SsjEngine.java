package dev.borderline.benchmarks;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.Henriksen;

/** SSJ's simulator on its fastest event list, with event objects used again, which is the least it can allocate. */
final class SsjEngine extends Engine {
    private final Simulator simulator = new Simulator(new Henriksen());
    private final SsjEvent[] events;
    private int remaining;

    SsjEngine(Model model, int subjects) {
        simulator.init();
        events = new SsjEvent[subjects];
        for (int i = 0; i < subjects; i++) {
            events[i] = new SsjEvent(model, i);
        }
    }

    @Override
    public void schedule(long delay, int kind, int subject) {
        SsjEvent event = events[subject];
        event.kind = kind;
        event.schedule((double) delay);
    }

    @Override
    public void run(int count) {
        remaining = count;
        simulator.start();
    }

    private final class SsjEvent extends Event {
        private final Model model;
        private final int subject;
        private int kind;

        SsjEvent(Model model, int subject) {
            super(simulator);
            this.model = model;
            this.subject = subject;
        }

        @Override
        public void actions() {
            model.onEvent((long) simulator.time(), kind, subject);
            if (--remaining == 0) {
                simulator.stop();
            }
        }
    }
}
