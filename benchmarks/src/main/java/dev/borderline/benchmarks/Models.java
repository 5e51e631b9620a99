package dev.borderline.benchmarks;

/** The workloads that run on every engine. */
final class Models {
    private Models() {}

    /** A workload by name and, where it matters, number of subjects. */
    static Engine.Model of(String workload, int subjects) {
        return switch (workload) {
            case "mm1" -> new SingleServer();
            case "callArrestRelease" -> new CallArrestRelease(subjects);
            case "loopHold" -> new LoopHold(subjects);
            default -> throw new IllegalArgumentException("no such workload: " + workload);
        };
    }

    /** A subject's variates, addressed, so that they do not depend on the order of events. */
    private static int address(int subject, int occurrence) {
        return (subject * 0x9E37_79B9 + occurrence * 0x85EB_CA6B) >>> 8;
    }

    /** HOLD through the whole loop: every event schedules its successor. */
    private static final class LoopHold implements Engine.Model {
        private final Delays delays = Delays.of("exponential");
        private final int subjects;
        private Engine engine = NONE;
        private long sum;

        LoopHold(int subjects) {
            this.subjects = subjects;
        }

        @Override
        public void start(Engine starting) {
            engine = starting;
            for (int i = 0; i < subjects; i++) {
                engine.schedule(delays.next(), 0, i);
            }
        }

        @Override
        public void onEvent(long time, int kind, int subject) {
            sum += time;
            engine.schedule(delays.next(), 0, subject);
        }

        @Override
        public long checksum() {
            return sum;
        }
    }

    /** One queue, one server, Poisson arrivals, exponential service, load 0.8; the queue keeps times of arrival. */
    private static final class SingleServer implements Engine.Model {
        private static final int ARRIVAL = 0;
        private static final int DEPARTURE = 1;
        private static final int LOAD_PERCENT = 80;

        private final Delays arrivals = Delays.of("exponential");
        private final Delays services = Delays.of("exponential");
        private long[] waiting = new long[16];
        private int head;
        private int count;
        private Engine engine = NONE;
        private long sojourn;

        @Override
        public void start(Engine starting) {
            engine = starting;
            for (int i = 0; i < 12_345; i++) {
                services.next(); // both read the same table: start apart
            }
            engine.schedule(arrivals.next(), ARRIVAL, ARRIVAL);
        }

        @Override
        public void onEvent(long time, int kind, int subject) {
            if (kind == ARRIVAL) {
                push(time);
                if (count == 1) {
                    engine.schedule(services.next() * LOAD_PERCENT / 100, DEPARTURE, DEPARTURE);
                }
                engine.schedule(arrivals.next(), ARRIVAL, ARRIVAL);
            } else {
                sojourn += time - pop();
                if (count > 0) {
                    engine.schedule(services.next() * LOAD_PERCENT / 100, DEPARTURE, DEPARTURE);
                }
            }
        }

        private void push(long time) {
            if (count == waiting.length) {
                waiting = unrolled(2 * count);
                head = 0;
            }
            waiting[(head + count++) & (waiting.length - 1)] = time;
        }

        private long[] unrolled(int capacity) {
            long[] copy = new long[capacity];
            for (int i = 0; i < count; i++) {
                copy[i] = waiting[(head + i) & (waiting.length - 1)];
            }
            return copy;
        }

        private long pop() {
            long time = waiting[head];
            head = (head + 1) & (waiting.length - 1);
            count--;
            return time;
        }

        @Override
        public long checksum() {
            return sojourn;
        }
    }

    /**
     * The core of the domain: a household calls as a Poisson process. A call is detected with probability 1/20; then
     * the household is arrested after an exponential pursuit, held for an exponential stay, released, and calls again.
     */
    private static final class CallArrestRelease implements Engine.Model {
        private static final int CALL = 0;
        private static final int ARREST = 1;
        private static final int RELEASE = 2;
        private static final int DETECTED_ONE_IN = 20;
        private static final int PURSUIT_SHIFT = 7;
        private static final int STAY_FACTOR = 2;

        private final Delays delays = Delays.of("exponential");
        private final int[] occurrences;
        private Engine engine = NONE;
        private long arrests;
        private long heldTicks;

        CallArrestRelease(int households) {
            occurrences = new int[households];
        }

        @Override
        public void start(Engine starting) {
            engine = starting;
            for (int i = 0; i < occurrences.length; i++) {
                engine.schedule(delay(i), CALL, i);
            }
        }

        private long delay(int household) {
            return delays.at(address(household, occurrences[household]++));
        }

        @Override
        public void onEvent(long time, int kind, int household) {
            long delay = delay(household);
            switch (kind) {
                case CALL -> {
                    if (delays.at(address(household, ~occurrences[household])) % DETECTED_ONE_IN == 0) {
                        engine.schedule(delay >>> PURSUIT_SHIFT, ARREST, household);
                    } else {
                        engine.schedule(delay, CALL, household);
                    }
                }
                case ARREST -> {
                    arrests++;
                    heldTicks += STAY_FACTOR * delay;
                    engine.schedule(STAY_FACTOR * delay, RELEASE, household);
                }
                default -> engine.schedule(delay, CALL, household);
            }
        }

        @Override
        public long checksum() {
            return arrests ^ heldTicks;
        }
    }

    private static final Engine NONE = new Engine() {
        @Override
        public void schedule(long delay, int kind, int subject) {
            throw new IllegalStateException("not started");
        }

        @Override
        public void run(int events) {
            throw new IllegalStateException("not started");
        }
    };
}
