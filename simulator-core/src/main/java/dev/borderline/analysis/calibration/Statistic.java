package dev.borderline.analysis.calibration;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.measure.CalendarPeriod;
import dev.borderline.measure.Measure;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.text.Nearest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number made of a run's values by year or parts of years, in the unit of its evidence. Immutable. As text one of
 *
 * <pre>
 * arrivals                                        mean of the yearly values over the years of the target, or the
 *                                                 value in its quarter, half-year, month or other part of years
 * arrivals[2012-2014] / arrivals[2009-2011]       mean over some years over mean over others; also [2012-Q1], [2009..2011]
 * slope of ln arrivals on ln crossing_price_usd   least squares over the years of the target
 * </pre>
 */
public final class Statistic {
    private static final String NAME = "([a-z][a-z0-9_]*)";
    private static final String PERIOD = "\\[([0-9QH.-]+)]";
    private static final Pattern YEARS = Pattern.compile("(\\d{4})-(\\d{4})");
    private static final Pattern MEAN = Pattern.compile(NAME);
    private static final Pattern RATIO = Pattern.compile(NAME + PERIOD + " / " + NAME + PERIOD);
    private static final Pattern SLOPE = Pattern.compile("slope of ln " + NAME + " on ln " + NAME);

    private static final TargetUnit OWN = TargetUnit.of("");

    private final String text;
    private final List<Term> terms;
    private final boolean isSlope;
    private final TargetUnit unit;

    /** A measure over a period. */
    private record Term(String measure, CalendarPeriod period) {
        int first() {
            return period.first().getYear();
        }

        int last() {
            return period.last().getYear();
        }
    }

    private Statistic(String text, List<Term> terms, boolean isSlope, TargetUnit unit) {
        this.text = text;
        this.terms = List.copyOf(terms);
        this.isSlope = isSlope;
        this.unit = unit;
    }

    /**
     * The statistic that a text means, in the unit of its measure.
     *
     * @param period of the target, where the text names none
     * @throws IllegalArgumentException if it has none of the forms
     */
    public static Statistic of(String text, CalendarPeriod period) {
        Matcher ratio = RATIO.matcher(text);
        Matcher slope = SLOPE.matcher(text);
        if (MEAN.matcher(text).matches()) {
            return new Statistic(text, List.of(new Term(text, period)), false, OWN);
        }
        if (ratio.matches()) {
            List<Term> terms = List.of(
                    new Term(ratio.group(1), period(ratio.group(2))), new Term(ratio.group(3), period(ratio.group(4))));
            return new Statistic(text, terms, false, OWN);
        }
        if (slope.matches()) {
            Term of = new Term(slope.group(1), period);
            return new Statistic(text, List.of(of, new Term(slope.group(2), period)), true, OWN);
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no statistic; write a measure, 'a[2012-2014] / b[2009]' or 'slope of ln a on ln b'");
    }

    /** As {@link #of(String, CalendarPeriod)}, over whole years, both inclusive. */
    public static Statistic of(String text, int first, int last) {
        return of(text, CalendarPeriod.ofYears(first, last));
    }

    /** In brackets years may also be joined by a hyphen. */
    private static CalendarPeriod period(String text) {
        Matcher years = YEARS.matcher(text);
        return years.matches()
                ? CalendarPeriod.ofYears(Integer.parseInt(years.group(1)), Integer.parseInt(years.group(2)))
                : CalendarPeriod.parse(text);
    }

    /** This statistic in another unit, which {@link #check} holds against the measure's. */
    public Statistic in(TargetUnit newUnit) {
        return new Statistic(text, terms, isSlope, newUnit);
    }

    /**
     * Refuses what a run would not have.
     *
     * @param known measures of the scenario
     * @param period its days; each year must be simulated whole
     * @throws IllegalArgumentException if a measure, a year or the unit does not fit
     */
    public void check(List<Measure> known, SimulatedPeriod period) {
        for (Term term : terms) {
            checkParts(measure(known, term.measure()), term.period());
            checkPeriod(term.period(), period);
        }
        if (isSlope
                && (!terms.get(0).period().isYears()
                        || terms.get(0).first() == terms.get(0).last())) {
            throw new IllegalArgumentException(
                    "a slope needs two years or more, not " + terms.get(0).period() + " alone");
        }
        unit(known);
    }

    private static void checkParts(Measure measure, CalendarPeriod period) {
        if (measure.kind() == Measure.Kind.QUANTILE && !period.isYears() && period.months() > 1) {
            throw new IllegalArgumentException(measure.name() + " is a quantile: that of " + period
                    + " does not follow from those of its months; take a month or a year");
        }
    }

    /** Refuses a measure of a part of a year that is defined by calendar year alone, one of {@code byYear}. */
    void checkMonths(List<String> byYear) {
        for (Term term : terms) {
            if (!term.period().isYears() && byYear.contains(term.measure())) {
                throw new IllegalArgumentException(
                        term.measure() + " is defined by calendar year: it has no value in " + term.period());
            }
        }
    }

    /** Names the first year that is missing, or the period if it is none. */
    private static void checkPeriod(CalendarPeriod asked, SimulatedPeriod period) {
        for (int year = asked.first().getYear();
                asked.isYears() && year <= asked.last().getYear();
                year++) {
            checkWhole("the year " + year, CalendarPeriod.ofYears(year, year), period);
        }
        checkWhole(asked.toString(), asked, period);
    }

    private static void checkWhole(String what, CalendarPeriod asked, SimulatedPeriod period) {
        LocalDate first = asked.first().atDay(1);
        LocalDate next = asked.last().plusMonths(1).atDay(1);
        boolean whole = !first.isBefore(period.start()) && !next.isAfter(period.end());
        if (!whole) {
            boolean apart = !first.isBefore(period.end()) || !next.isAfter(period.start());
            throw new IllegalArgumentException(
                    what + " is " + (apart ? "not simulated" : "simulated in part only") + ": the scenario runs from "
                            + period.start() + " to " + period.end().minusDays(1));
        }
    }

    private static Measure measure(List<Measure> known, String name) {
        List<String> names = known.stream().map(Measure::name).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            String near = Nearest.nearest(name, names)
                    .map(one -> "; did you mean '" + one + "'?")
                    .orElse("");
            throw new IllegalArgumentException("there is no measure '" + name + "'" + near);
        }
        return known.get(index);
    }

    /** Number of units of the measures in one unit of this. */
    private double unit(List<Measure> known) {
        if (unit == OWN) {
            return 1;
        }
        List<String> units = terms.stream()
                .map(term -> measure(known, term.measure()).unit())
                .toList();
        if (isSlope) {
            unit.checkPure("a slope of logarithms");
            return 1;
        }
        return units.size() == 1 ? unit.in(units.get(0)) : unit.in(units.get(0), units.get(1));
    }

    /** Unit of its figures: {@code 1} for shares, as that of their measures, and none for pure numbers, such as slopes. */
    public String unitName(List<Measure> known) {
        return terms.size() > 1
                ? unit.nameForQuotient()
                : unit.nameFor(measure(known, terms.get(0).measure()).unit());
    }

    /** True when it is of parts of years, which only runs that keep months have. */
    public boolean needsMonths() {
        return terms.stream().anyMatch(term -> !term.period().isYears());
    }

    /** The periods it is of, in the order of its text. */
    public List<CalendarPeriod> periods() {
        return terms.stream().map(Term::period).distinct().toList();
    }

    /** Names of the measures it is made of. */
    public List<String> measures() {
        return terms.stream().map(Term::measure).toList();
    }

    /**
     * Its value in a run; NaN where a ratio in it is undefined.
     *
     * @throws IllegalArgumentException if the run lacks a measure or a year, or the unit is none of the measure's
     */
    public double of(FinishedRun run) {
        if (isSlope) {
            return slope(logarithms(run, terms.get(1)), logarithms(run, terms.get(0)));
        }
        double value = mean(yearly(run, terms.get(0))) / unit(run.layout().measures());
        return terms.size() == 1 ? value : value / mean(yearly(run, terms.get(1)));
    }

    private static List<Double> yearly(FinishedRun run, Term term) {
        int measure = run.layout().index(term.measure());
        if (!term.period().isYears()) {
            return List.of(run.inPeriod(measure, term.period()));
        }
        List<Double> values = new ArrayList<>();
        for (int year = term.first(); year <= term.last(); year++) {
            values.add(run.inPeriod(measure, CalendarPeriod.ofYears(year, year)));
        }
        return values;
    }

    private static List<Double> logarithms(FinishedRun run, Term term) {
        return yearly(run, term).stream().map(StrictMath::log).toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).reduce(0, Double::sum) / values.size();
    }

    /** Least squares of y on x. */
    private static double slope(List<Double> x, List<Double> y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.size(); i++) {
            products += (x.get(i) - meanX) * (y.get(i) - meanY);
            squares += (x.get(i) - meanX) * (x.get(i) - meanX);
        }
        return products / squares;
    }

    /** Everything its value in a run depends on, on one line: measures, years, unit. */
    String key() {
        StringBuilder key = new StringBuilder(isSlope ? "slope" : "mean");
        terms.forEach(term -> key.append(' ')
                .append(term.measure())
                .append('[')
                .append(period(term))
                .append(']'));
        return unit == OWN ? key.toString() : key + " in " + unit;
    }

    /** Whole years as first and last, so that what was evaluated before there were periods is known again. */
    private static String period(Term term) {
        return term.period().isYears()
                ? term.first() + "-" + term.last()
                : term.period().toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
