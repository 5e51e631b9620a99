package dev.borderline.measure;

import java.time.YearMonth;
import java.util.List;

/**
 * Values of measures over calendar periods, from numbers by year and by month. What adds up is the total of the period, a ratio that
 * of the totals, a peak the greatest of its parts. A level is that at the end of a period within a year, and over years the mean of
 * their ends. A quantile does not follow from those of parts: it is there for a month or a year, else NaN, as is what is defined by
 * calendar year alone where a period is no whole number of them. Immutable.
 */
public final class PeriodReading {
    private static final int YEAR_DIGITS = 4;

    private final List<Measure> measures;
    private final List<String> years;
    private final List<String> months;
    private final Numbers numbers;

    /** Source of the whole numbers. */
    public interface Numbers {
        /** The number of everyone in a calendar year, counted from 0. */
        long year(int measure, int year);

        /** The number of everyone in a month, counted from 0. */
        long month(int measure, int month);

        /** Number of people that one who is simulated stands for; 1 where all are simulated. */
        double peoplePerSimulated();

        /** True if a measure has numbers by month. */
        boolean hasMonths(int measure);

        /** Number of years at whose end levels were counted. */
        default int yearsOver() {
            return Integer.MAX_VALUE;
        }

        /** Number of months at whose end levels were counted. */
        default int monthsOver() {
            return Integer.MAX_VALUE;
        }
    }

    /**
     * A reading.
     *
     * @param measures in order of declaration
     * @param years first day of each calendar year, or of the run, as ISO dates
     * @param months as {@code 2012-03}; empty where they were not asked for
     */
    public PeriodReading(List<Measure> measures, List<String> years, List<String> months, Numbers numbers) {
        this.measures = measures;
        this.years = years;
        this.months = months;
        this.numbers = numbers;
    }

    /** Parts of a period, counted from 0: years, or months. */
    private record Parts(boolean years, int first, int last) {
        int count() {
            return last - first + 1;
        }
    }

    /**
     * The value of a measure in its unit.
     *
     * @throws IllegalArgumentException if the period was not simulated, or needs months that were not asked for
     */
    public double value(int measure, CalendarPeriod period) {
        return value(measure, parts(period));
    }

    /** The value of a measure in one month, counted from 0. */
    public double inMonth(int measure, int month) {
        return value(measure, new Parts(false, month, month));
    }

    private Parts parts(CalendarPeriod period) {
        if (period.isYears()) {
            return new Parts(
                    true,
                    year(period.first().getYear(), period),
                    year(period.last().getYear(), period));
        }
        if (months.isEmpty()) {
            throw new IllegalArgumentException(
                    "what happened in " + period + " was not counted: ask for measures by month");
        }
        return new Parts(false, month(period.first(), period), month(period.last(), period));
    }

    private int year(int year, CalendarPeriod period) {
        for (int i = 0; i < years.size(); i++) {
            if (years.get(i).startsWith(year + "-")) {
                return i;
            }
        }
        throw notSimulated(period);
    }

    private int month(YearMonth month, CalendarPeriod period) {
        int index = months.indexOf(month.toString());
        if (index < 0) {
            throw notSimulated(period);
        }
        return index;
    }

    private IllegalArgumentException notSimulated(CalendarPeriod period) {
        String first = years.get(0).substring(0, YEAR_DIGITS);
        String last = years.get(years.size() - 1).substring(0, YEAR_DIGITS);
        return new IllegalArgumentException(
                period + " is not simulated; the run is of " + (first.equals(last) ? first : first + " to " + last));
    }

    private double value(int index, Parts parts) {
        Measure measure = measures.get(index);
        if (measure.kind() == Measure.Kind.RATIO) {
            double denominator = value(measure.denominator(), parts);
            return denominator == 0 ? Double.NaN : value(measure.numerator(), parts) / denominator;
        }
        if (!parts.years() && !numbers.hasMonths(index)) {
            return Double.NaN;
        }
        return switch (measure.kind()) {
            case LEVEL -> level(measure, index, parts);
            case PEAK -> scaled(measure, greatest(index, parts));
            case QUANTILE -> parts.count() == 1 ? scaled(measure, number(index, parts, parts.first())) : Double.NaN;
            default -> scaled(measure, sum(index, parts));
        };
    }

    private double scaled(Measure measure, long cells) {
        return measure.scaled(cells, numbers.peoplePerSimulated());
    }

    /** There is no level of a period that is not over. */
    private double level(Measure measure, int index, Parts parts) {
        if (parts.last() >= (parts.years() ? numbers.yearsOver() : numbers.monthsOver())) {
            return Double.NaN;
        }
        return parts.years()
                ? scaled(measure, sum(index, parts)) / parts.count()
                : scaled(measure, number(index, parts, parts.last()));
    }

    private long greatest(int index, Parts parts) {
        long greatest = 0;
        for (int part = parts.first(); part <= parts.last(); part++) {
            greatest = Math.max(greatest, number(index, parts, part));
        }
        return greatest;
    }

    private long sum(int index, Parts parts) {
        long sum = 0;
        for (int part = parts.first(); part <= parts.last(); part++) {
            sum = Math.addExact(sum, number(index, parts, part));
        }
        return sum;
    }

    private long number(int index, Parts parts, int part) {
        return parts.years() ? numbers.year(index, part) : numbers.month(index, part);
    }
}
