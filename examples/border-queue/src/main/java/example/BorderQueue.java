package example;

import dev.borderline.event.EventLoop;
import dev.borderline.event.Phase;
import dev.borderline.event.Scheduler;
import dev.borderline.event.Times;
import dev.borderline.random.Draws;
import dev.borderline.random.PurposeRegistry;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import dev.borderline.stat.Histogram;
import dev.borderline.stat.TimeWeighted;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

// snippet: model
/**
 * Trucks at a border, M/M/c with impatience (Erlang A, Palm 1957). They arrive as a Poisson process, wait in order of arrival for one of
 * c booths, and turn back when their patience ends. Gaps, services and patience are exponential, each drawn by the number of the truck,
 * so a run with another number of booths meets the same trucks.
 */
final class BorderQueue {
    /**
     * Parameters of a queue.
     *
     * @param booths number of booths
     * @param gapHours mean time between arrivals
     * @param serviceHours mean time in a booth
     * @param patienceHours mean time a truck is ready to wait
     */
    record Params(int booths, double gapHours, double serviceHours, double patienceHours) {}

    /**
     * Statistics of a run without its first days.
     *
     * @param meanWaiting mean number of trucks that wait
     * @param gaveUpShare share of the arrivals that turned back
     * @param waits hours that those who were served had waited
     */
    record Counts(double meanWaiting, double gaveUpShare, Histogram waits) {}

    private static final SubjectKind TRUCK = SubjectKind.of("truck");
    private static final long COUNTED_FROM = 20 * Times.DAY;

    private final Params params;
    private final EventLoop loop = new EventLoop();
    private final Scheduler scheduler = new Scheduler(loop);
    private final Draws gaps;
    private final Draws services;
    private final Draws patience;
    private final int arrive;
    private final int leaveBooth;
    private final int giveUp;
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final Histogram waits = new Histogram(0, 12, 24);
    private TimeWeighted length = new TimeWeighted(0, 0);
    private long[] patienceEnds = new long[1024]; // handles, by truck
    private long[] arrivedAt = new long[1024];
    private int busy;
    private int arrivals;
    private int gaveUp;

    /** A queue, in the run of a seed and replication. */
    BorderQueue(Params params, long seed, int replication) {
        this.params = params;
        long key = RunKeys.runKey(RunKeys.SCHEME_VERSION, seed, replication);
        PurposeRegistry purposes = new PurposeRegistry();
        gaps = purposes.draws(key, "queue.gap", TRUCK);
        services = purposes.draws(key, "queue.service", TRUCK);
        patience = purposes.draws(key, "queue.patience", TRUCK);
        arrive = scheduler.kind("arrive", Phase.MODEL, this::onArrive);
        leaveBooth = scheduler.kind("leave booth", Phase.MODEL, this::onLeaveBooth);
        giveUp = scheduler.kind("give up", Phase.MODEL, this::onGiveUp);
    }

    /** Runs for so many days, of which the first twenty are not counted. */
    Counts run(int days) {
        scheduler.post(hours(params.gapHours() * gaps.exponential(0, 0)), arrive, 0, 0);
        loop.runUntil(COUNTED_FROM);
        length = new TimeWeighted(COUNTED_FROM, waiting.size());
        arrivals = 0;
        gaveUp = 0;
        loop.runUntil(days * Times.DAY);
        return new Counts(length.mean(scheduler.now()), (double) gaveUp / arrivals, waits);
    }

    private static long hours(double hours) {
        return Times.ticks(hours, Times.HOUR);
    }

    private int onArrive(long time, int truck, int unused) {
        arrivals++;
        int next = truck + 1;
        scheduler.post(time + hours(params.gapHours() * gaps.exponential(next, 0)), arrive, next, 0);
        if (busy < params.booths()) {
            enter(truck, time, 0);
            return 0;
        }
        if (truck >= patienceEnds.length) {
            patienceEnds = Arrays.copyOf(patienceEnds, 2 * truck);
            arrivedAt = Arrays.copyOf(arrivedAt, 2 * truck);
        }
        long ends = time + hours(params.patienceHours() * patience.exponential(truck, 0));
        patienceEnds[truck] = scheduler.schedule(ends, giveUp, truck, 0);
        arrivedAt[truck] = time;
        waiting.add(truck);
        length.add(time, 1);
        return 1;
    }

    private void enter(int truck, long time, long waited) {
        busy++;
        if (time >= COUNTED_FROM) {
            waits.add((double) waited / Times.HOUR);
        }
        scheduler.post(time + hours(params.serviceHours() * services.exponential(truck, 0)), leaveBooth, truck, 0);
    }

    private int onLeaveBooth(long time, int truck, int unused) {
        busy--;
        Integer next = waiting.poll();
        if (next != null) {
            scheduler.cancel(patienceEnds[next]);
            length.add(time, -1);
            enter(next, time, time - arrivedAt[next]);
        }
        return 0;
    }

    private int onGiveUp(long time, int truck, int unused) {
        waiting.remove(truck);
        length.add(time, -1);
        gaveUp++;
        return 0;
    }
}
// end
