package dev.borderline.benchmarks;

import java.util.PriorityQueue;

/** A loop on the JDK's priority queue with event objects used again: the best that users write themselves. */
final class PriorityQueueEngine extends Engine {
    private final Model model;
    private final TimedEvent[] events;
    private final PriorityQueue<TimedEvent> queue;
    private long now;

    PriorityQueueEngine(Model model, int subjects) {
        this.model = model;
        queue = new PriorityQueue<>(subjects);
        events = new TimedEvent[subjects];
        for (int i = 0; i < subjects; i++) {
            events[i] = new TimedEvent(i);
        }
    }

    @Override
    public void schedule(long delay, int kind, int subject) {
        TimedEvent event = events[subject];
        event.time = now + delay;
        event.kind = kind;
        queue.add(event);
    }

    @Override
    public void run(int count) {
        for (int i = 0; i < count; i++) {
            TimedEvent event = queue.remove();
            now = event.time;
            model.onEvent(now, event.kind, event.subject);
        }
    }

    /** An event, ordered by time, then subject. */
    static final class TimedEvent implements Comparable<TimedEvent> {
        final int subject;
        long time;
        int kind;

        TimedEvent(int subject) {
            this.subject = subject;
        }

        @Override
        public int compareTo(TimedEvent other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Integer.compare(subject, other.subject);
        }
    }
}
