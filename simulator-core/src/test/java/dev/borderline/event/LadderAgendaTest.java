package dev.borderline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ladder against the heap: whatever is added, cancelled and taken, both must give the same events in the same order. */
class LadderAgendaTest {
    /** Delays of scheduling; each is a population that has broken some agenda. */
    enum Delays {
        EXPONENTIAL {
            @Override
            long next(SplittableRandom random) {
                return (long) (-StrictMath.log(1 - random.nextDouble()) * (1 << 20));
            }
        },
        ZERO {
            @Override
            long next(SplittableRandom random) {
                return 0;
            }
        },
        COARSE_GRID {
            @Override
            long next(SplittableRandom random) {
                return random.nextInt(4) * 86_400_000L;
            }
        },
        BIMODAL {
            @Override
            long next(SplittableRandom random) {
                return random.nextInt(10) == 0 ? 1L << 40 : random.nextInt(1_000);
            }
        },
        HEAVY_TAIL {
            @Override
            long next(SplittableRandom random) {
                return 1L << random.nextInt(50);
            }
        },
        BURSTS {
            @Override
            long next(SplittableRandom random) {
                return random.nextInt(100) == 0 ? 1_000_000 + random.nextInt(10) : 0;
            }
        },
        OUTLIERS {
            @Override
            long next(SplittableRandom random) {
                return random.nextInt(1_000) == 0 ? Long.MAX_VALUE / 2 : random.nextInt(1 << 16);
            }
        },
        NEVER {
            @Override
            long next(SplittableRandom random) {
                return random.nextInt(20) == 0 ? Long.MAX_VALUE : random.nextInt(1 << 10);
            }
        };

        abstract long next(SplittableRandom random);
    }

    /** Both agendas, driven alike and compared at each event taken. */
    private static final class Pair {
        private final Agenda ladder = new LadderAgenda();
        private final Agenda heap = new HeapAgenda();
        private final SplittableRandom random;
        private final Delays delays;
        private final int orders;
        private long now;

        Pair(long seed, Delays delays) {
            this.random = new SplittableRandom(seed);
            this.delays = delays;
            this.orders = random.nextBoolean() ? 3 : Integer.MAX_VALUE;
        }

        void add() {
            long delay = delays.next(random);
            long time = now > Long.MAX_VALUE - delay ? Long.MAX_VALUE : now + delay;
            long order = random.nextInt(8) == 0 ? random.nextLong() >>> 1 : random.nextInt(orders);
            int slot = (int) (order ^ order >>> 32 ^ time) & 1_023; // equal events must look equal
            ladder.add(time, order, slot);
            heap.add(time, order, slot);
        }

        boolean poll(long endExclusive) {
            boolean polled = heap.poll(endExclusive);
            assertThat(ladder.poll(endExclusive)).isEqualTo(polled);
            if (polled) {
                if (ladder.time() != heap.time() || ladder.order() != heap.order() || ladder.slot() != heap.slot()) {
                    assertThat(describe(ladder)).isEqualTo(describe(heap));
                }
                now = heap.time();
            }
            return polled;
        }

        void drop() {
            BitSet dropped = new BitSet();
            for (int i = random.nextInt(1_024); i > 0; i--) {
                dropped.set(random.nextInt(1_024));
            }
            ladder.removeIf(dropped::get);
            heap.removeIf(dropped::get);
        }

        void step(int growth) {
            int choice = random.nextInt(100);
            if (choice == 0 && random.nextInt(5) == 0) {
                drop();
            } else if (choice == 1) {
                poll(now); // nothing is due, but the ladder may move its buckets
            } else if (choice < growth) {
                add();
            } else if (now < Long.MAX_VALUE) {
                poll(Long.MAX_VALUE);
            }
            if (ladder.size() != heap.size()) {
                assertThat(ladder.size()).isEqualTo(heap.size());
            }
        }

        void drain() {
            while (poll(Long.MAX_VALUE)) {}
            heap.removeIf(slot -> true);
            ladder.removeIf(slot -> true);
            assertThat(ladder.size()).isZero();
        }

        private static String describe(Agenda agenda) {
            return "time " + agenda.time() + " order " + agenda.order() + " slot " + agenda.slot();
        }
    }

    /** 10,000 schedules in all: 8 kinds of delay, 1,250 seeds, populations growing and shrinking. */
    @ParameterizedTest
    @EnumSource(Delays.class)
    void poll_randomSchedules_matchesHeap(Delays delays) {
        for (long seed = 0; seed < 1_250; seed++) {
            Pair pair = new Pair(seed, delays);
            int steps = 1 << (seed % 11);
            for (int wave = 0; wave < 4; wave++) {
                int growth = pair.random.nextInt(20, 85);
                for (int i = 0; i < steps; i++) {
                    pair.step(growth);
                }
            }
            pair.drain();
        }
    }

    /** Populations large enough for several rungs. */
    @ParameterizedTest
    @EnumSource(Delays.class)
    void poll_largePopulation_matchesHeap(Delays delays) {
        Pair pair = new Pair(delays.name().hashCode(), delays);
        for (int i = 0; i < 150_000; i++) {
            pair.add();
        }
        for (int i = 0; i < 300_000; i++) {
            pair.step(50);
        }
        pair.drain();
    }

    /** The keys just below and at the largest long, where sums could overflow. */
    @Test
    void poll_timesAtTheEndOfTime_matchesHeap() {
        SplittableRandom random = new SplittableRandom(7);
        Agenda ladder = new LadderAgenda();
        Agenda heap = new HeapAgenda();
        for (int i = 0; i < 5_000; i++) {
            long time = Long.MAX_VALUE - (random.nextLong() >>> (1 + random.nextInt(62)));
            long order = Long.MAX_VALUE - (random.nextLong() >>> (1 + random.nextInt(62)));
            ladder.add(time, order, 0);
            heap.add(time, order, 0);
        }
        while (heap.poll(Long.MAX_VALUE)) {
            assertThat(ladder.poll(Long.MAX_VALUE)).isTrue();
            assertThat(ladder.time()).isEqualTo(heap.time());
            assertThat(ladder.order()).isEqualTo(heap.order());
        }
        assertThat(ladder.poll(Long.MAX_VALUE)).isFalse();
        assertThat(ladder.size()).isEqualTo(heap.size());
    }

    /** Windows of simulated time, each filled from outside after the agenda has looked beyond it. */
    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 50_000})
    void add_beforeWhatWasLookedAt_matchesHeap(int perWindow) {
        Pair pair = new Pair(perWindow, Delays.EXPONENTIAL);
        for (int window = 1; window <= 20; window++) {
            for (int i = 0; i < perWindow; i++) {
                pair.add();
            }
            long end = (long) window << 18;
            while (pair.poll(end)) {}
            pair.now = end;
        }
        pair.drain();
    }

    @Test
    @Tag("deep")
    void poll_millionsOfSteps_matchesHeap() {
        for (Delays delays : Delays.values()) {
            Pair pair = new Pair(99, delays);
            for (int i = 0; i < 2_000_000; i++) {
                pair.add();
            }
            for (int i = 0; i < 10_000_000; i++) {
                pair.step(49);
            }
            pair.drain();
        }
    }

    /** A hundred million: no oracle is quick enough, so order, number and sums of what comes out are held. */
    @ParameterizedTest
    @EnumSource(
            value = Delays.class,
            names = {"EXPONENTIAL", "COARSE_GRID", "OUTLIERS"})
    @Tag("deep")
    void poll_hundredMillionPending_inOrderAndComplete(Delays delays) {
        int pending = 100_000_000;
        SplittableRandom random = new SplittableRandom(7);
        LadderAgenda agenda = new LadderAgenda();
        long timesLeft = 0;
        long slotsLeft = 0;
        for (int i = 0; i < pending; i++) {
            long time = delays.next(random);
            agenda.add(time, random.nextLong() >>> 1, i);
            timesLeft += time;
            slotsLeft += i;
        }

        int misplaced = 0;
        long lastTime = 0;
        long lastOrder = 0;
        while (agenda.poll(Long.MAX_VALUE)) {
            boolean early = agenda.time() < lastTime || (agenda.time() == lastTime && agenda.order() < lastOrder);
            misplaced += early ? 1 : 0;
            lastTime = agenda.time();
            lastOrder = agenda.order();
            timesLeft -= lastTime;
            slotsLeft -= agenda.slot();
        }

        assertThat(new long[] {misplaced, timesLeft, slotsLeft, agenda.size()}).containsOnly(0);
    }

    /** Schedules made of random bytes, as a fuzzer begins; {@link AgendaFuzzTest} goes on from there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void ladder_randomBytes_likeHeap(long seed) {
        byte[] schedule = new byte[4_000];
        new SplittableRandom(seed).nextBytes(schedule);

        new AgendaSchedule().play(schedule);
    }
}
