package dev.borderline.analysis.calibration;

import dev.borderline.text.CsvReader;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a table of {@link Target}s: CSV with the columns {@code id, target, measure, first_year, last_year, value, low, high, unit,
 * use, grade}; further ones are for people. Refuses with file, line and column.
 */
public final class Targets {
    private static final List<String> COLUMNS = List.of(
            "id", "target", "measure", "first_year", "last_year", "value", "low", "high", "unit", "use", "grade");
    private static final String MILLION = "million ";

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
                text(row, "grade"));
    }

    private Statistic statistic(CsvReader.Row row) {
        try {
            int first = (int) number(row, "first_year");
            double unit = text(row, "unit").startsWith(MILLION) ? 1e6 : 1;
            return Statistic.of(text(row, "measure"), first, (int) number(row, "last_year"))
                    .in(unit);
        } catch (IllegalArgumentException e) {
            throw fault(row, "measure", String.valueOf(e.getMessage()));
        }
    }

    private String text(CsvReader.Row row, String column) {
        return row.fields().get(head.indexOf(column));
    }

    private double number(CsvReader.Row row, String column) {
        try {
            double number = Double.parseDouble(text(row, column));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the fault.
        }
        throw fault(row, column, "'" + text(row, column) + "' is not a number");
    }

    private InvalidInput fault(CsvReader.Row row, String column, String message) {
        int at = row.columns().get(head.indexOf(column));
        return new InvalidInput(new Mark(file, row.line(), at), column, message);
    }
}
