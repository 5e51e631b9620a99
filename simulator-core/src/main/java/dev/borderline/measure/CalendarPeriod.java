package dev.borderline.measure;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calendar period of whole months that a figure is of: a month, quarter, half-year, year, or several of these. Immutable. As text one
 * of {@code 2012-03}, {@code 2012-Q1}, {@code 2012-H1} and {@code 2012}, or two of them with dots between, {@code 2009..2014} or {@code
 * 2014-Q2..2014-Q4}.
 *
 * @param first month, inclusive
 * @param last month, inclusive
 */
public record CalendarPeriod(YearMonth first, YearMonth last) {
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_HALF = 6;
    private static final int MONTHS_OF_YEAR = 12;
    private static final Pattern FORM =
            Pattern.compile("(?<year>\\d{4})(?:-(?:Q(?<quarter>[1-4])|H(?<half>[12])|(?<month>0[1-9]|1[0-2])))?");
    private static final String DOTS = "..";

    public CalendarPeriod {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a period from " + first + " to " + last + " ends before it begins");
        }
    }

    /** The whole of some calendar years, both inclusive. */
    public static CalendarPeriod ofYears(int firstYear, int lastYear) {
        return new CalendarPeriod(YearMonth.of(firstYear, 1), YearMonth.of(lastYear, MONTHS_OF_YEAR));
    }

    /**
     * The period that a text means.
     *
     * @throws IllegalArgumentException if it has none of the forms
     */
    public static CalendarPeriod parse(String text) {
        int dots = text.indexOf(DOTS);
        if (dots < 0) {
            return one(text, text);
        }
        CalendarPeriod begin = one(text.substring(0, dots), text);
        CalendarPeriod end = one(text.substring(dots + DOTS.length()), text);
        return new CalendarPeriod(begin.first, end.last);
    }

    private static CalendarPeriod one(String text, String whole) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + whole + "' is no period; write a year such as 2012, 2012-H1, 2012-Q1, 2012-03 or 2009..2014");
        }
        int year = Integer.parseInt(form.group("year"));
        if (form.group("quarter") != null) {
            return part(year, MONTHS_OF_QUARTER, form.group("quarter"));
        }
        if (form.group("half") != null) {
            return part(year, MONTHS_OF_HALF, form.group("half"));
        }
        return form.group("month") == null ? ofYears(year, year) : part(year, 1, form.group("month"));
    }

    private static CalendarPeriod part(int year, int months, String number) {
        YearMonth first = YearMonth.of(year, 1).plusMonths((Integer.parseInt(number) - 1L) * months);
        return new CalendarPeriod(first, first.plusMonths(months - 1L));
    }

    /** Number of months. */
    public int months() {
        return (last.getYear() - first.getYear()) * MONTHS_OF_YEAR + last.getMonthValue() - first.getMonthValue() + 1;
    }

    /** True for one or more whole calendar years. */
    public boolean isYears() {
        return first.getMonthValue() == 1 && last.getMonthValue() == MONTHS_OF_YEAR;
    }

    /** True when some month lies in both. */
    public boolean overlaps(CalendarPeriod other) {
        return !last.isBefore(other.first) && !other.last.isBefore(first);
    }

    /** A text that {@link #parse} reads, the shortest there is. */
    @Override
    public String toString() {
        int year = first.getYear();
        if (isYears()) {
            return last.getYear() == year ? Integer.toString(year) : year + ".." + last.getYear();
        }
        if (months() == 1) {
            return first.toString();
        }
        boolean whole = last.getMonthValue() % months() == 0 && last.getYear() == year;
        if (whole && months() == MONTHS_OF_QUARTER) {
            return year + "-Q" + last.getMonthValue() / MONTHS_OF_QUARTER;
        }
        if (whole && months() == MONTHS_OF_HALF) {
            return year + "-H" + last.getMonthValue() / MONTHS_OF_HALF;
        }
        return first + DOTS + last;
    }
}
