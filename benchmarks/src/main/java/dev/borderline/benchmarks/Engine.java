package dev.borderline.benchmarks;

/** Contract of a simulator under test: schedule by delay, run so many events. One implementation for each peer. */
public abstract class Engine {
    /** A workload's logic, identical for all engines. A subject has at most one event pending. */
    public interface Model {
        /** Schedules the first events. */
        void start(Engine engine);

        /** Executes one event, at {@code time} ticks. */
        void onEvent(long time, int kind, int subject);

        /** A number that two engines agree on after equally many events, if both executed the same ones. */
        long checksum();
    }

    /** Names of the engines, ours first. */
    public static final String OURS = "borderline";

    /** Makes a peer's engine for {@code subjects} subjects, with the model's first events scheduled. */
    public static Engine of(String peer, Model model, int subjects) {
        Engine engine = switch (peer) {
            case OURS -> new BorderlineEngine(model);
            case "ssj" -> new SsjEngine(model, subjects);
            case "dsol" -> new DsolEngine(model);
            case "priorityQueue" -> new PriorityQueueEngine(model, subjects);
            default -> throw new IllegalArgumentException("no such peer: " + peer);
        };
        model.start(engine);
        return engine;
    }

    /** Schedules the subject's next event, {@code delay} ticks from now. */
    public abstract void schedule(long delay, int kind, int subject);

    /** Executes so many events. */
    public abstract void run(int events);
}
