package dev.borderline.analysis.calibration;

import dev.borderline.measure.CalendarPeriod;
import dev.borderline.text.CsvReader;
import dev.borderline.text.Nearest;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reader of tables of {@link Target}s. They are CSV with the columns {@code id, target, measure, value, low, high, unit, use,
 * grade}, with {@code period} or {@code first_year, last_year} or both, and if wished {@code group} (else the measure), {@code
 * error} (else {@code split_normal}) and {@code discrepancy} (else 0); further ones are for people. Of one group, and of one
 * measure, no two figures to fit may overlap in time: a quarter, its half-year and its year are one figure. Numbers and years are
 * written as in scenario files. Refuses with file, line and column; whether a scenario has the measures, years and units is
 * {@link Calibration#check}'s business.
 */
public final class Targets {
    private static final List<String> COLUMNS =
            List.of("id", "target", "measure", "value", "low", "high", "unit", "use", "grade");
    private static final String PERIOD = "period";
    private static final String FIRST_YEAR = "first_year";
    private static final String LAST_YEAR = "last_year";
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private final String file;
    private final List<String> head;

    private Targets(String file, List<String> head) {
        this.file = file;
        this.head = head;
    }

    /**
     * The targets of a text.
     *
     * @param file its name, for messages
     * @throws InvalidInput if anything in it is not understood
     */
    public static List<Target> read(String file, String text) {
        List<CsvReader.Row> rows = CsvReader.read(text);
        if (rows.isEmpty()) {
            throw new InvalidInput(new Mark(file, 1, 1), "", "the table is empty");
        }
        Targets table = new Targets(file, rows.get(0).fields());
        for (String column : COLUMNS) {
            if (!table.head.contains(column)) {
                throw new InvalidInput(new Mark(file, 1, 1), column, "this column is missing");
            }
        }
        table.checkWhen();
        List<Target> targets = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            Target target = table.target(row);
            if (!ids.add(target.id())) {
                throw table.fault(row, "id", "'" + target.id() + "' stands here twice");
            }
            table.refuseOverlap(row, targets, target);
            targets.add(target);
        }
        return List.copyOf(targets);
    }

    private void checkWhen() {
        boolean years = head.contains(FIRST_YEAR) && head.contains(LAST_YEAR);
        if (!head.contains(PERIOD) && !years) {
            String missing = head.contains(FIRST_YEAR) ? LAST_YEAR : PERIOD;
            throw new InvalidInput(
                    new Mark(file, 1, 1),
                    missing,
                    "this column is missing: a table has period, or first_year and last_year");
        }
    }

    private void refuseOverlap(CsvReader.Row row, List<Target> before, Target target) {
        for (Target other : before) {
            boolean sameMeasure =
                    target.statistic().toString().equals(other.statistic().toString());
            boolean together = sameMeasure
                    || target.likelihood().group().equals(other.likelihood().group());
            boolean fitted = target.use() == Target.Use.FIT && other.use() == Target.Use.FIT;
            if (together && fitted) {
                refuseOverlap(row, other, target);
            }
        }
    }

    private void refuseOverlap(CsvReader.Row row, Target other, Target target) {
        for (CalendarPeriod mine : target.statistic().periods()) {
            for (CalendarPeriod theirs : other.statistic().periods()) {
                if (mine.overlaps(theirs)) {
                    throw fault(
                            row,
                            head.contains(PERIOD) ? PERIOD : FIRST_YEAR,
                            mine + " of " + target.id() + " and " + theirs + " of " + other.id()
                                    + " overlap, and both are to be fitted: what happened would count twice; give one of them"
                                    + " the use 'report', or another group and measure");
                }
            }
        }
    }

    private Target target(CsvReader.Row row) {
        if (row.fields().size() != head.size()) {
            String found = row.fields().size() + " fields instead of " + head.size();
            throw new InvalidInput(new Mark(file, row.line(), 1), "", found);
        }
        double value = number(row, "value");
        double low = number(row, "low");
        double high = number(row, "high");
        if (!(low < value && value < high)) {
            throw fault(row, "value", "does not lie between low and high");
        }
        return new Target(
                text(row, "id"),
                text(row, "target"),
                statistic(row),
                value,
                low,
                high,
                use(row),
                text(row, "grade"),
                likelihood(row, low),
                mark(row, "measure"));
    }

    private Target.Use use(CsvReader.Row row) {
        String word = text(row, "use");
        for (Target.Use use : Target.Use.values()) {
            if (use.word().equals(word)) {
                return use;
            }
        }
        throw fault(row, "use", "'" + word + "' is not allowed; it is fit, check or report");
    }

    private Likelihood likelihood(CsvReader.Row row, double low) {
        String group = optional(row, "group").isEmpty() ? text(row, "measure") : optional(row, "group");
        double discrepancy = optional(row, "discrepancy").isEmpty() ? 0 : number(row, "discrepancy");
        if (discrepancy < 0) {
            throw fault(row, "discrepancy", "'" + optional(row, "discrepancy") + "' is below 0");
        }
        ErrorLaw error = error(row);
        if (error == ErrorLaw.LOG_NORMAL && low <= 0) {
            throw fault(row, "low", "must lie above 0 where the error is log_normal");
        }
        return new Likelihood(group, error, discrepancy);
    }

    private ErrorLaw error(CsvReader.Row row) {
        String word = optional(row, "error");
        for (ErrorLaw law : ErrorLaw.values()) {
            if (word.equals(law.word())) {
                return law;
            }
        }
        if (word.isEmpty()) {
            return ErrorLaw.SPLIT_NORMAL;
        }
        List<String> words = Stream.of(ErrorLaw.values()).map(ErrorLaw::word).toList();
        String near = Nearest.nearest(word, words)
                .map(one -> "; did you mean '" + one + "'?")
                .orElse("");
        throw fault(row, "error", "'" + word + "' is not allowed; it is " + String.join(", ", words) + near);
    }

    private Statistic statistic(CsvReader.Row row) {
        CalendarPeriod period = period(row);
        try {
            return Statistic.of(text(row, "measure"), period).in(TargetUnit.of(text(row, "unit")));
        } catch (IllegalArgumentException e) {
            throw fault(row, "measure", String.valueOf(e.getMessage()));
        }
    }

    private CalendarPeriod period(CsvReader.Row row) {
        boolean named = !optional(row, PERIOD).isEmpty();
        boolean years = !optional(row, FIRST_YEAR).isEmpty()
                || !optional(row, LAST_YEAR).isEmpty();
        if (!named) {
            if (!years && head.contains(PERIOD)) {
                throw fault(
                        row, PERIOD, "is empty; write a year such as 2012, 2012-H1, 2012-Q1, 2012-03 or 2009..2014");
            }
            return years(row);
        }
        CalendarPeriod period = parsed(row);
        if (years && !years(row).equals(period)) {
            throw fault(row, PERIOD, "'" + period + "' is not " + years(row) + ", which first_year and last_year say");
        }
        return period;
    }

    private CalendarPeriod parsed(CsvReader.Row row) {
        try {
            return CalendarPeriod.parse(text(row, PERIOD));
        } catch (IllegalArgumentException e) {
            throw fault(row, PERIOD, String.valueOf(e.getMessage()));
        }
    }

    private CalendarPeriod years(CsvReader.Row row) {
        int first = year(row, FIRST_YEAR);
        int last = year(row, LAST_YEAR);
        if (first > last) {
            throw fault(row, LAST_YEAR, last + " lies before first_year, " + first);
        }
        return CalendarPeriod.ofYears(first, last);
    }

    /** The text of a column that a table may lack; empty where it does. */
    private String optional(CsvReader.Row row, String column) {
        return head.contains(column) ? text(row, column) : "";
    }

    private int year(CsvReader.Row row, String column) {
        String text = text(row, column);
        if (!YEAR.matcher(text).matches()) {
            throw fault(row, column, "'" + text + "' is not a year; write it with four digits, as 2009");
        }
        return Integer.parseInt(text);
    }

    private String text(CsvReader.Row row, String column) {
        return row.fields().get(head.indexOf(column));
    }

    private double number(CsvReader.Row row, String column) {
        OptionalDouble number = Numbers.parse(text(row, column));
        return number.orElseThrow(() -> fault(row, column, "'" + text(row, column) + "' is not a number"));
    }

    private InvalidInput fault(CsvReader.Row row, String column, String message) {
        return new InvalidInput(mark(row, column), column, message);
    }

    private Mark mark(CsvReader.Row row, String column) {
        return new Mark(file, row.line(), row.columns().get(head.indexOf(column)));
    }
}
