package dev.borderline.simulation;

import dev.borderline.event.Times;
import dev.borderline.measure.Recorder.CountingPeriods;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Dates in ticks: simulated time counts from the scenario's first day at midnight, in days of 24 hours. */
final class Calendar {
    private final LocalDate start;
    private final long[] yearStarts; // the last entry is the end of the run
    private final List<String> yearLabels;

    private Calendar(LocalDate start, long[] yearStarts, List<String> yearLabels) {
        this.start = start;
        this.yearStarts = yearStarts;
        this.yearLabels = yearLabels;
    }

    /** The calendar of a run from {@code start} to {@code end}, which is not part of it. */
    static Calendar of(LocalDate start, LocalDate end) {
        List<LocalDate> days = new ArrayList<>(List.of(start));
        LocalDate next = LocalDate.of(start.getYear() + 1, 1, 1);
        while (next.isBefore(end)) {
            days.add(next);
            next = next.plusYears(1);
        }
        List<String> labels = days.stream().map(LocalDate::toString).toList();
        days.add(end);
        long[] starts = days.stream().mapToLong(day -> ticks(start, day)).toArray();
        return new Calendar(start, starts, labels);
    }

    /** Ticks from the start of a run to a day. */
    private static long ticks(LocalDate start, LocalDate day) {
        return (day.toEpochDay() - start.toEpochDay()) * Times.DAY;
    }

    /** End of the run in ticks. */
    long end() {
        return yearStarts[yearStarts.length - 1];
    }

    /** Number of calendar years touched. */
    int years() {
        return yearStarts.length - 1;
    }

    long yearStart(int year) {
        return yearStarts[year];
    }

    /** The calendar years touched, as periods to count in. */
    CountingPeriods periodsByYear() {
        return CountingPeriods.years(yearStarts);
    }

    /** The calendar months touched, as periods to count in. */
    CountingPeriods periodsByMonth() {
        List<YearMonth> months = months();
        long[] starts = new long[months.size() + 1];
        int[] firstOfYears = new int[years() + 1];
        for (int month = 0; month < months.size(); month++) {
            starts[month] = Math.max(0, ticks(start, months.get(month).atDay(1)));
            if (months.get(month).getMonthValue() == 1) {
                firstOfYears[months.get(month).getYear() - start.getYear()] = month;
            }
        }
        starts[months.size()] = end();
        firstOfYears[years()] = months.size();
        return new CountingPeriods(starts, firstOfYears);
    }

    /** The calendar months touched. */
    List<YearMonth> months() {
        YearMonth last = YearMonth.from(date(end() - 1));
        return Stream.iterate(YearMonth.from(start), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    /** First day of each year touched, as an ISO date. */
    List<String> yearLabels() {
        return yearLabels;
    }

    /** The day of a tick. */
    LocalDate date(long time) {
        return start.plusDays(time / Times.DAY);
    }

    /** The moment of a tick, as an ISO timestamp. */
    String at(long time) {
        Instant midnight = start.atStartOfDay(ZoneOffset.UTC).toInstant();
        return midnight.plusMillis(time).toString();
    }
}
