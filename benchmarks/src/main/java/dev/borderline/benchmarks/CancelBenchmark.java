package dev.borderline.benchmarks;

import dev.borderline.event.EventLoop;
import dev.borderline.event.Phase;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A step that executes one event, cancels one, and schedules two, all with handles; nanoseconds a step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CancelBenchmark {
    private static final int STEPS = 20_000;
    private static final long TIME_OUT = 4 * Delays.MEAN_TICKS;

    @Param({Engine.OURS, "priorityQueue"})
    String peer = "";

    @Param({"1000", "131072", "1000000"})
    int subjects;

    @SuppressWarnings("NullAway.Init") // set by JMH before the first invocation
    private TimeOuts timeOuts;

    /** Each subject has a call pending, and a time-out that its next call cancels. */
    @Setup
    public void start() {
        Delays delays = Delays.of("exponential");
        timeOuts = peer.equals(Engine.OURS) ? new OnLoop(subjects, delays) : new OnPriorityQueue(subjects, delays);
    }

    /** Runs steps. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long step() {
        return timeOuts.run(STEPS);
    }

    private interface TimeOuts {
        long run(int steps);
    }

    private static final class OnLoop implements TimeOuts {
        private final EventLoop loop = new EventLoop();
        private final Delays delays;
        private final long[] handles;
        private final int timeOut;
        private final int call;

        OnLoop(int subjects, Delays delays) {
            this.delays = delays;
            handles = new long[subjects];
            timeOut = loop.kind("time-out", Phase.MODEL, (time, subject, occurrence) -> 0);
            call = loop.kind("call", Phase.MODEL, this::onCall);
            for (int i = 0; i < subjects; i++) {
                loop.schedule(delays.next(), call, i, 0);
            }
        }

        private int onCall(long time, int subject, int occurrence) {
            loop.cancel(handles[subject]);
            handles[subject] = loop.schedule(time + TIME_OUT, timeOut, subject, 0);
            loop.schedule(time + delays.next(), call, subject, 0);
            return 0;
        }

        @Override
        public long run(int steps) {
            loop.runFor(steps);
            return loop.now();
        }
    }

    /** Cancels by a mark and skips marked events when they surface: remove(Object) would search the whole heap. */
    private static final class OnPriorityQueue implements TimeOuts {
        private final PriorityQueue<Timed> queue = new PriorityQueue<>();
        private final Delays delays;
        private final Timed[] timeOuts;

        OnPriorityQueue(int subjects, Delays delays) {
            this.delays = delays;
            timeOuts = new Timed[subjects];
            for (int i = 0; i < subjects; i++) {
                timeOuts[i] = new Timed(0, i, true);
                queue.add(new Timed(delays.next(), i, false));
            }
        }

        @Override
        public long run(int steps) {
            long now = 0;
            for (int i = 0; i < steps; ) {
                Timed event = queue.remove();
                if (event.isCancelled) {
                    continue;
                }
                now = event.time;
                i++;
                if (!event.isTimeOut) {
                    timeOuts[event.subject].isCancelled = true;
                    timeOuts[event.subject] = new Timed(now + TIME_OUT, event.subject, true);
                    queue.add(timeOuts[event.subject]);
                    event.time = now + delays.next();
                    queue.add(event);
                }
            }
            return now;
        }
    }

    /** An event ordered by time, then subject. */
    private static final class Timed implements Comparable<Timed> {
        private final int subject;
        private final boolean isTimeOut;
        private long time;
        private boolean isCancelled;

        Timed(long time, int subject, boolean isTimeOut) {
            this.time = time;
            this.subject = subject;
            this.isTimeOut = isTimeOut;
        }

        @Override
        public int compareTo(Timed other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Integer.compare(subject, other.subject);
        }
    }
}
