package dev.borderline.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The values that one lever takes under its moves: the arithmetic of policies.
 *
 * <p>Moves apply by date, those of one day in the order given. A ramp takes one step a day, at midnight, from the day after
 * its first to its last, on which it stands exactly at its end value. The next move of the same lever ends a ramp that is
 * under way, after that day's step. A move that changes nothing leaves no trace.
 */
public final class LeverCourse {
    /**
     * A new value of a lever.
     *
     * @param date from whose midnight it holds
     * @param value what it is
     * @param cause the last move that had a part in it
     */
    public record Change(LocalDate date, double value, Move cause) {}

    private final LocalDate end;
    private final List<Change> changes = new ArrayList<>();
    private double current;

    private LeverCourse(double initial, LocalDate end) {
        this.current = initial;
        this.end = end;
    }

    /** The changes in a period, by date, at most one a day. The {@code moves} concern one lever and begin in the period. */
    public static List<Change> of(double initial, List<Move> moves, SimulatedPeriod period) {
        LeverCourse course = new LeverCourse(initial, period.end());
        List<Move> sorted = new ArrayList<>(moves);
        sorted.sort(Comparator.comparing(Move::at));
        for (int i = 0; i < sorted.size(); i++) {
            boolean last = i + 1 == sorted.size();
            LocalDate nextMove = last ? LocalDate.MAX : sorted.get(i + 1).at();
            course.apply(sorted.get(i), nextMove);
        }
        return course.withoutRepeats(initial);
    }

    private void apply(Move move, LocalDate nextMove) {
        switch (move.action()) {
            case SET -> change(move.at(), move.value(), move);
            case SCALE -> change(move.at(), current * move.value(), move);
            case RAMP -> ramp(move, nextMove);
        }
    }

    private void ramp(Move move, LocalDate nextMove) {
        double from = current;
        long days = ChronoUnit.DAYS.between(move.at(), move.until());
        for (long day = 1; day <= days; day++) {
            LocalDate date = move.at().plusDays(day);
            if (date.isAfter(nextMove) || !date.isBefore(end)) {
                return;
            }
            double share = (double) day / days;
            change(date, day == days ? move.value() : from + (move.value() - from) * share, move);
        }
    }

    private void change(LocalDate date, double value, Move cause) {
        int last = changes.size() - 1;
        if (last >= 0 && changes.get(last).date().equals(date)) {
            changes.remove(last);
        }
        changes.add(new Change(date, value, cause));
        current = value;
    }

    private List<Change> withoutRepeats(double initial) {
        List<Change> kept = new ArrayList<>();
        double before = initial;
        for (Change change : changes) {
            if (change.value() != before) {
                kept.add(change);
            }
            before = change.value();
        }
        return List.copyOf(kept);
    }
}
