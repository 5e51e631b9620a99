package dev.borderline.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days on which something is done in a run, at midnight. Immutable. */
public final class Schedule {
    private static final String ON = "on ";
    private static final Pattern STEP = Pattern.compile("every (\\d{1,9}) (days|months)");

    private final String words;
    private final Function<SimulatedPeriod, List<LocalDate>> days;

    private Schedule(String words, Function<SimulatedPeriod, List<LocalDate>> days) {
        this.words = words;
        this.days = days;
    }

    /** These days. */
    public static Schedule on(LocalDate... days) {
        if (days.length == 0) {
            throw new IllegalArgumentException("a schedule needs a day");
        }
        List<LocalDate> sorted = Arrays.stream(days).distinct().sorted().toList();
        String words = String.join(" ", sorted.stream().map(LocalDate::toString).toList());
        return new Schedule(ON + words, period -> inside(sorted, period));
    }

    private static List<LocalDate> inside(List<LocalDate> sorted, SimulatedPeriod period) {
        for (LocalDate day : sorted) {
            if (!period.contains(day)) {
                throw new IllegalArgumentException(
                        day + " lies outside the simulated time from " + period.start() + " to before " + period.end());
            }
        }
        return sorted;
    }

    /** Every so many days, the first time so many days after the start. */
    public static Schedule everyDays(int step) {
        return new Schedule(
                "every " + atLeastOne(step) + " days",
                period -> from(period.start().plusDays(step), period, day -> day.plusDays(step)));
    }

    /** The first day of every {@code step}-th month, the first time on the first such day after the start. */
    public static Schedule everyMonths(int step) {
        return new Schedule(
                "every " + atLeastOne(step) + " months",
                period -> from(period.start().withDayOfMonth(1).plusMonths(1), period, day -> day.plusMonths(step)));
    }

    /** The schedule that has these words, see {@link #toString}. */
    public static Schedule parse(String words) {
        Matcher step = STEP.matcher(words);
        if (step.matches()) {
            int length = Integer.parseInt(step.group(1));
            return step.group(2).equals("days") ? everyDays(length) : everyMonths(length);
        }
        if (!words.startsWith(ON)) {
            throw new IllegalArgumentException("'" + words + "' is no schedule");
        }
        return on(Arrays.stream(words.substring(ON.length()).split(" ", -1))
                .map(LocalDate::parse)
                .toArray(LocalDate[]::new));
    }

    private static int atLeastOne(int step) {
        if (step < 1) {
            throw new IllegalArgumentException("the step of a schedule is " + step + "; it must be 1 or more");
        }
        return step;
    }

    private static List<LocalDate> from(LocalDate first, SimulatedPeriod period, Function<LocalDate, LocalDate> next) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = first; period.contains(day); day = next.apply(day)) {
            days.add(day);
        }
        return List.copyOf(days);
    }

    /**
     * Its days in a period, in order.
     *
     * @throws IllegalArgumentException if a named day lies outside
     */
    public List<LocalDate> days(SimulatedPeriod period) {
        return days.apply(period);
    }

    /** In words; equal schedules have equal words. */
    @Override
    public String toString() {
        return words;
    }
}
