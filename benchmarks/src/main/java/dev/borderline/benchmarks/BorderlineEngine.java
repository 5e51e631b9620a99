package dev.borderline.benchmarks;

import dev.borderline.event.EventLoop;
import dev.borderline.event.Phase;

/** Our event loop, as a model uses it. */
final class BorderlineEngine extends Engine {
    private static final int KINDS = 3;

    private final EventLoop loop = new EventLoop();

    BorderlineEngine(Model model) {
        for (int i = 0; i < KINDS; i++) {
            int kind = i;
            loop.kind("kind " + kind, Phase.MODEL, (time, subject, occurrence) -> {
                model.onEvent(time, kind, subject);
                return 0;
            });
        }
    }

    @Override
    public void schedule(long delay, int kind, int subject) {
        loop.post(loop.now() + delay, kind, subject, 0);
    }

    @Override
    public void run(int events) {
        loop.runFor(events);
    }
}
