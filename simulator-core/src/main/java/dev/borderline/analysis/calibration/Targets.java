package dev.borderline.analysis.calibration;

import dev.borderline.text.CsvReader;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a table of {@link Target}s: CSV with the columns {@code id, target, measure, first_year, last_year, value, low, high, unit,
 * use, grade}; further ones are for people. Numbers and years are written as in scenario files. Refuses with file, line and column; whether a
 * scenario has the measures, years and units is {@link Calibration#check}'s business.
 */
public final class Targets {
    private static final List<String> COLUMNS = List.of(
            "id", "target", "measure", "first_year", "last_year", "value", "low", "high", "unit", "use", "grade");
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
        List<Target> targets = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            Target target = table.target(row);
            if (!ids.add(target.id())) {
                throw table.fault(row, "id", "'" + target.id() + "' stands here twice");
            }
            targets.add(target);
        }
        return List.copyOf(targets);
    }

    private Target target(CsvReader.Row row) {
        if (row.fields().size() != head.size()) {
            String found = row.fields().size() + " fields instead of " + head.size();
            throw new InvalidInput(new Mark(file, row.line(), 1), "", found);
        }
        String use = text(row, "use").toUpperCase(Locale.ROOT);
        if (!use.equals("FIT") && !use.equals("CHECK")) {
            throw fault(row, "use", "'" + text(row, "use") + "' is not allowed; it is fit or check");
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
                Target.Use.valueOf(use),
                text(row, "grade"),
                mark(row, "measure"));
    }

    private Statistic statistic(CsvReader.Row row) {
        int first = year(row, "first_year");
        int last = year(row, "last_year");
        if (first > last) {
            throw fault(row, "last_year", last + " lies before first_year, " + first);
        }
        try {
            return Statistic.of(text(row, "measure"), first, last).in(TargetUnit.of(text(row, "unit")));
        } catch (IllegalArgumentException e) {
            throw fault(row, "measure", String.valueOf(e.getMessage()));
        }
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
