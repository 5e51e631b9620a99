package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.borderline.stat.PairedTally;
import dev.borderline.stat.Tally;
import org.junit.jupiter.api.Test;

class BorderQueueTest {
    private static final int REPLICATIONS = 24;
    private static final int DAYS = 120;

    private static void assertNear(String what, double exact, Tally tally) {
        double z = (tally.mean() - exact) / tally.standardError();
        assertTrue(Math.abs(z) < 5, what + ": z = " + z + ", exactly " + exact + ", " + tally);
    }

    /**
     * Mean queue and share that turns back against the closed form: an idle, a busy and an overloaded border. Student's t with 23 degrees
     * of freedom lies beyond 5 with a probability of 5e-5; six of them: a false alarm below 3e-4, with fixed seeds.
     */
    @Test
    void queue_matchesErlangA() {
        BorderQueue.Params[] settings = {
            new BorderQueue.Params(1, 1, 0.5, 3), new BorderQueue.Params(3, 0.25, 0.7, 2), new BorderQueue.Params(2, 0.2, 1, 0.5),
        };
        for (BorderQueue.Params params : settings) {
            Tally waiting = new Tally();
            Tally gaveUp = new Tally();
            for (int replication = 0; replication < REPLICATIONS; replication++) {
                BorderQueue.Counts counts = new BorderQueue(params, 7, replication).run(DAYS);
                waiting.add(counts.meanWaiting());
                gaveUp.add(counts.gaveUpShare());
            }
            ErlangA exact = new ErlangA(params);
            assertNear("waiting of " + params, exact.meanWaiting(), waiting);
            assertNear("turned back of " + params, exact.gaveUpShare(), gaveUp);
        }
    }

    /** With one booth and patience without end it is M/M/1: ρ² / (1 − ρ) wait. */
    @Test
    void closedForm_withEndlessPatience_isThatOfMM1() {
        ErlangA exact = new ErlangA(new BorderQueue.Params(1, 1, 0.6, 1e15));

        assertEquals(0.36 / 0.4, exact.meanWaiting(), 1e-9);
        assertEquals(0, exact.gaveUpShare(), 1e-12);
    }

    /** The same trucks come: the difference is known far better than from independent runs. */
    @Test
    void anotherBooth_meetsTheSameTrucks() {
        PairedTally pairs = new PairedTally();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            pairs.add(
                    new BorderQueue(new BorderQueue.Params(3, 0.25, 0.7, 2), 7, replication).run(DAYS).gaveUpShare(),
                    new BorderQueue(new BorderQueue.Params(4, 0.25, 0.7, 2), 7, replication).run(DAYS).gaveUpShare());
        }
        assertTrue(pairs.interval(0.99).high() < 0);
        assertTrue(pairs.varianceReduction() > 2, "variance reduction " + pairs.varianceReduction());
    }
}
