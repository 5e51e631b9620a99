package dev.borderline.experiment;

import dev.borderline.simulation.RunSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one replication of some neighbouring cells, and snapshots of their common past that are still wanted. Guarded by its
 * owner.
 */
final class PastGroup {
    /** A snapshot, the cell whose run it is of, and the days simulated until then. */
    private record Kept(int cell, int day, RunSnapshot snapshot) {}

    /**
     * Plan of one run.
     *
     * @param cell whose it is
     * @param from where it begins; null for its start
     * @param day it begins after
     * @param stops days after which a snapshot is to be taken, ascending
     */
    record Plan(int cell, @Nullable RunSnapshot from, int day, List<Integer> stops) {}

    private final CommonPast past;
    private final List<Integer> waiting = new ArrayList<>(); // cells whose runs have not begun
    private final Map<Integer, List<Integer>> stopsAhead = new TreeMap<>(); // of runs under way
    private final List<Kept> kept = new ArrayList<>();

    PastGroup(CommonPast past, List<Integer> cellsLeft) {
        this.past = past;
        waiting.addAll(cellsLeft);
    }

    CommonPast past() {
        return past;
    }

    /** True if a run under way will come to know more of a cell's past than is known now. */
    boolean isToWait(int cell) {
        int known = bestDay(cell);
        for (Map.Entry<Integer, List<Integer>> running : stopsAhead.entrySet()) {
            int common = past.days(cell, running.getKey());
            for (int stop : running.getValue()) {
                if (stop > known && stop <= common) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Begins the run of a cell. */
    Plan begin(int cell) {
        waiting.removeIf(other -> other == cell);
        Kept best = best(cell);
        List<Integer> stops = past.partings(cell, waiting, best == null ? 0 : best.day());
        stopsAhead.put(cell, new ArrayList<>(stops));
        dropUnwanted();
        return new Plan(cell, best == null ? null : best.snapshot(), best == null ? 0 : best.day(), stops);
    }

    private int bestDay(int cell) {
        Kept best = best(cell);
        return best == null ? 0 : best.day();
    }

    /** The latest snapshot that a cell can go on with. */
    private @Nullable Kept best(int cell) {
        Kept best = null;
        for (Kept one : kept) {
            boolean isOfItsPast = one.cell() == cell || one.day() <= past.days(cell, one.cell());
            if (isOfItsPast && (best == null || one.day() > best.day())) {
                best = one;
            }
        }
        return best;
    }

    private void dropUnwanted() {
        kept.removeIf(one -> waiting.stream().noneMatch(cell -> one.equals(best(cell))));
    }

    /** Takes a snapshot of the run of a cell over. If there is none, it knows that it will not come. */
    void passed(int cell, int day, @Nullable RunSnapshot snapshot) {
        List<Integer> stops = stopsAhead.get(cell);
        if (stops != null) {
            stops.removeIf(stop -> stop == day);
        }
        if (snapshot != null) {
            kept.add(new Kept(cell, day, snapshot));
            dropUnwanted();
        }
    }

    /** Ends the run of a cell, in whatever way. */
    void end(int cell) {
        stopsAhead.remove(cell);
    }

    boolean isOver() {
        return waiting.isEmpty() && stopsAhead.isEmpty();
    }

    /** Bytes of the snapshots. */
    long bytes() {
        return kept.stream().mapToLong(one -> one.snapshot().bytes()).sum();
    }
}
