package dev.borderline.report;

import dev.borderline.cli.Tables;
import dev.borderline.text.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Table of {@link StructureStudy}: how far each structure lies from the counts it was fitted to, and from those of the year that was
 * left out.
 *
 * @param rows of {@code left-out.csv}
 */
record LeftOut(List<Map<String, String>> rows) {
    LeftOut {
        rows = List.copyOf(rows);
    }

    String table() {
        StringBuilder text = new StringBuilder("""
                | structure | attempts a year | stopped | off, fitted | off, left out | left out within a quarter |
                |---|--:|--:|--:|--:|--:|
                """);
        rows.stream().map(row -> Tables.cell(row, "structure")).distinct().forEach(name -> {
            List<Map<String, String>> all = of(name, true);
            List<Map<String, String>> left = of(name, false);
            long near = left.stream()
                    .filter(row -> ValidationDocument.isNear(row, "record", "model"))
                    .count();
            text.append(String.join(
                    " | ",
                    "| " + name,
                    human(all.get(0), "attempts"),
                    human(all.get(0), "stopped"),
                    percent(off(all)),
                    percent(off(left)),
                    near + " of " + left.size() + " |\n"));
        });
        return text.toString();
    }

    /** Rows of the fit to all counts, or those of a year that a fit had not seen. */
    private List<Map<String, String>> of(String name, boolean all) {
        return rows.stream()
                .filter(row -> Tables.cell(row, "structure").equals(name))
                .filter(row -> all
                        ? Tables.cell(row, "left_out").equals(StructureStudy.ALL)
                        : Tables.cell(row, "used").equals("check"))
                .toList();
    }

    /** Root mean square of the logarithm of model over record. */
    private static double off(List<Map<String, String>> some) {
        double squares = some.stream()
                .mapToDouble(row -> Math.log(
                        Double.parseDouble(Tables.cell(row, "model")) / Double.parseDouble(Tables.cell(row, "record"))))
                .map(log -> log * log)
                .average()
                .orElseThrow();
        return Math.sqrt(squares);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String human(Map<String, String> row, String column) {
        return Numbers.human(Double.parseDouble(Tables.cell(row, column)));
    }
}
