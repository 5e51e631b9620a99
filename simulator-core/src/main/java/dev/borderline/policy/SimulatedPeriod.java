package dev.borderline.policy;

import dev.borderline.event.Times;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days a run simulates, and the map from dates to the time of a run.
 *
 * @param start first day; time 0 is its midnight
 * @param end first day that is not simulated, after {@code start}
 */
public record SimulatedPeriod(LocalDate start, LocalDate end) {
    public SimulatedPeriod {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("start " + start + " is not before end " + end);
        }
    }

    /** Number of simulated days. */
    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    /** Length in milliseconds. */
    public long horizonMs() {
        return timeMs(end);
    }

    /** Time of a run at midnight of {@code date}, in milliseconds since the start; negative before it. */
    public long timeMs(LocalDate date) {
        return ChronoUnit.DAYS.between(start, date) * Times.DAY;
    }

    /** The day of a time of a run, in milliseconds since the start. */
    public LocalDate date(long timeMs) {
        return start.plusDays(Math.floorDiv(timeMs, Times.DAY));
    }

    /** True when {@code date} is simulated. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && date.isBefore(end);
    }
}
