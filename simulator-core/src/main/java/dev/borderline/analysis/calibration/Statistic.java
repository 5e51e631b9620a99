package dev.borderline.analysis.calibration;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Layout;
import dev.borderline.measure.Measure;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.text.Nearest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number made of the yearly values of a run, in the unit of the evidence it is held against. Immutable. As text one of
 *
 * <pre>
 * arrivals                                        mean of the yearly values over the years of the target
 * arrivals[2012-2014] / arrivals[2009-2011]       mean over some years over mean over others
 * slope of ln arrivals on ln crossing_price_usd   least squares over the years of the target
 * </pre>
 */
public final class Statistic {
    private static final String NAME = "([a-z][a-z0-9_]*)";
    private static final String YEARS = "\\[(\\d{4})(?:-(\\d{4}))?]";
    private static final Pattern MEAN = Pattern.compile(NAME);
    private static final Pattern RATIO = Pattern.compile(NAME + YEARS + " / " + NAME + YEARS);
    private static final Pattern SLOPE = Pattern.compile("slope of ln " + NAME + " on ln " + NAME);

    private static final TargetUnit OWN = TargetUnit.of("");

    private final String text;
    private final List<Term> terms;
    private final boolean isSlope;
    private final TargetUnit unit;

    /** A measure over some years, both inclusive. */
    private record Term(String measure, int first, int last) {
        Term {
            if (first > last) {
                throw new IllegalArgumentException("the years of " + measure + " run backwards: " + first + " to " + last);
            }
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
     * @param first first calendar year of the target, where the text names none
     * @param last last calendar year of the target
     * @throws IllegalArgumentException if it has none of the forms
     */
    public static Statistic of(String text, int first, int last) {
        Matcher ratio = RATIO.matcher(text);
        Matcher slope = SLOPE.matcher(text);
        if (MEAN.matcher(text).matches()) {
            return new Statistic(text, List.of(new Term(text, first, last)), false, OWN);
        }
        if (ratio.matches()) {
            return new Statistic(text, List.of(term(ratio, 1), term(ratio, 4)), false, OWN);
        }
        if (slope.matches()) {
            Term of = new Term(slope.group(1), first, last);
            return new Statistic(text, List.of(of, new Term(slope.group(2), first, last)), true, OWN);
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no statistic; write a measure, 'a[2012-2014] / b[2009]' or 'slope of ln a on ln b'");
    }

    private static Term term(Matcher matcher, int group) {
        int first = Integer.parseInt(matcher.group(group + 1));
        String last = matcher.group(group + 2);
        return new Term(matcher.group(group), first, last == null ? first : Integer.parseInt(last));
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
            measure(known, term.measure());
            for (int year = term.first(); year <= term.last(); year++) {
                checkYear(year, period);
            }
        }
        if (isSlope && terms.get(0).first() == terms.get(0).last()) {
            throw new IllegalArgumentException("a slope needs two years or more, not " + terms.get(0).first() + " alone");
        }
        unit(known);
    }

    private static void checkYear(int year, SimulatedPeriod period) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate next = first.plusYears(1);
        boolean whole = !first.isBefore(period.start()) && !next.isAfter(period.end());
        if (!whole) {
            boolean apart = !first.isBefore(period.end()) || !next.isAfter(period.start());
            throw new IllegalArgumentException("the year " + year + " is " + (apart ? "not simulated" : "simulated in part only")
                    + ": the scenario runs from " + period.start() + " to " + period.end().minusDays(1));
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

    /** How many units of the measures one unit of this is. */
    private double unit(List<Measure> known) {
        if (unit == OWN) {
            return 1;
        }
        List<String> units =
                terms.stream().map(term -> measure(known, term.measure()).unit()).toList();
        if (isSlope) {
            unit.checkPure("a slope of logarithms");
            return 1;
        }
        return units.size() == 1 ? unit.in(units.get(0)) : unit.in(units.get(0), units.get(1));
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
        List<Double> values = new ArrayList<>();
        for (int year = term.first(); year <= term.last(); year++) {
            values.add(run.inYear(measure, index(run.layout(), year)));
        }
        return values;
    }

    private static int index(Layout layout, int year) {
        OptionalInt index = OptionalInt.empty();
        for (int i = 0; i < layout.years().size(); i++) {
            if (layout.years().get(i).startsWith(year + "-")) {
                index = OptionalInt.of(i);
            }
        }
        return index.orElseThrow(() -> new IllegalArgumentException("the year " + year + " is not simulated"));
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
                .append(term.first())
                .append('-')
                .append(term.last())
                .append(']'));
        return unit == OWN ? key.toString() : key + " in " + unit;
    }

    @Override
    public String toString() {
        return text;
    }
}
