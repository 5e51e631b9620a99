package dev.borderline.cli.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests for work, and the work. Equal questions are one computation, also when the earlier has ended. Computations of the lowest stage go
 * first, so that everybody has a first answer before anybody has a better one. Bounded in number and in bytes; all methods are
 * thread-safe.
 */
final class Jobs {
    private static final int KEPT_MAX = 1000;
    private static final int WAITING_MAX = 200;
    private static final Comparator<Computation> ORDER =
            Comparator.comparingInt(Computation::stage).thenComparingLong(Computation::number);

    private final Map<Integer, Job> jobs = new LinkedHashMap<>(); // the oldest first
    private final Map<String, Computation> byDigest = new LinkedHashMap<>(16, 0.75f, true);
    private final long answerBytesMax;
    private int lastJob;
    private long lastComputation;
    private boolean closed;

    Jobs(long answerBytesMax) {
        this.answerBytesMax = answerBytesMax;
    }

    /** A job for the computation of a digest, if it is kept and can still answer. */
    private Optional<Job> again(String digest) {
        return Optional.ofNullable(byDigest.get(digest))
                .filter(known -> known.state() != Computation.State.CANCELLED)
                .filter(known -> known.state() != Computation.State.FAILED)
                .map(this::added);
    }

    /** A job for a problem. */
    synchronized Job begin(Problem problem) {
        Optional<Job> known = again(problem.digest());
        if (known.isPresent()) {
            return known.get();
        }
        if (waiting().size() >= WAITING_MAX) {
            throw new Refused(Reply.BUSY, WAITING_MAX + " questions wait for an answer already; ask again later");
        }
        Computation fresh = new Computation(++lastComputation, problem);
        byDigest.put(problem.digest(), fresh);
        return added(fresh);
    }

    private Job added(Computation computation) {
        computation.follow();
        Job job = new Job(++lastJob, computation);
        jobs.put(job.number(), job);
        forget();
        notifyAll();
        return job;
    }

    synchronized Job find(int number) {
        Job job = jobs.get(number);
        if (job == null) {
            throw new Refused(Reply.NOT_FOUND, "there is no job " + number + "; old ones are forgotten");
        }
        return job;
    }

    synchronized void cancel(int number) {
        find(number).cancel();
        notifyAll();
    }

    /** A job as it stands. */
    synchronized Seen seen(Job job) {
        return Seen.of(job);
    }

    /** Waits until something has happened to a job since a version, or a time is over. */
    synchronized void await(Job job, int version, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!closed && !job.state().isEnd() && job.computation().version() == version) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** Runs an action on the state of a computation, which all who wait hear of. */
    synchronized void update(Runnable action) {
        action.run();
        forget();
        notifyAll();
    }

    /** The next computation to work on, or the next small one; waits for it. Empty when this is closed. */
    synchronized Optional<Computation> next(boolean onlySmall) throws InterruptedException {
        while (!closed) {
            Optional<Computation> first = waiting().stream()
                    .filter(one -> !onlySmall || one.current().isSmall())
                    .min(ORDER);
            if (first.isPresent()) {
                first.get().begin();
                return first;
            }
            wait();
        }
        return Optional.empty();
    }

    /** True when work on a computation is to stop: nobody wants it, or another goes first. */
    synchronized boolean isToStop(Computation running) {
        return closed
                || running.state().isEnd()
                || waiting().stream().anyMatch(other -> other.stage() < running.stage());
    }

    /** True when nobody wants a computation any more. */
    synchronized boolean isAbandoned(Computation running) {
        return closed || running.state().isEnd();
    }

    /** True when another small computation is under way or waits. */
    synchronized boolean isOneOfManySmall(Computation running) {
        return running.current().isSmall()
                && byDigest.values().stream()
                        .anyMatch(other -> other != running
                                && !other.state().isEnd()
                                && other.current().isSmall());
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private List<Computation> waiting() {
        return byDigest.values().stream()
                .filter(one -> one.state() == Computation.State.WAITING)
                .toList();
    }

    /** Room that answers take, about. */
    synchronized long bytes() {
        return byDigest.values().stream().mapToLong(Computation::size).sum();
    }

    /** Drops the oldest that have ended, while there are too many. */
    private void forget() {
        Iterator<Job> oldest = new ArrayList<>(jobs.values()).iterator();
        while (jobs.size() > KEPT_MAX && oldest.hasNext()) {
            Job job = oldest.next();
            if (job.state().isEnd()) {
                jobs.remove(job.number());
            }
        }
        long bytes = bytes();
        Iterator<Computation> unused = new ArrayList<>(byDigest.values()).iterator();
        while ((bytes > answerBytesMax || byDigest.size() > KEPT_MAX) && unused.hasNext()) {
            Computation one = unused.next();
            if (one.state().isEnd()) {
                bytes -= one.size();
                byDigest.remove(one.digest(), one);
                jobs.values().removeIf(job -> job.computation() == one);
            }
        }
    }
}
