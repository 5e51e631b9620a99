package dev.borderline.report;

import dev.borderline.figure.Estimate;
import dev.borderline.text.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code seeds/evidence} says of some measures and years. The interval of a figure is its tolerance; what was counted has none.
 *
 * @param figures by measure and calendar year
 * @param years of each target: {@code "2010"}, {@code "2013 to 2014"}
 */
record OnRecord(Map<String, Map<String, Estimate>> figures, Map<String, String> years) {
    static OnRecord read(Path folder) throws IOException {
        Map<String, Map<String, Estimate>> figures = new HashMap<>();
        Map<String, String> years = new HashMap<>();
        for (Map<String, String> row : table(folder.resolve("targets.csv"))) {
            double unit = text(row, "unit").startsWith("million") ? 1e6 : 1;
            Estimate figure = new Estimate(
                    1,
                    number(row, "value") * unit,
                    number(row, "low") * unit,
                    number(row, "high") * unit,
                    Double.NaN,
                    Double.NaN);
            String first = text(row, "first_year");
            String last = text(row, "last_year");
            years.put(text(row, "id"), first.equals(last) ? first : first + " to " + last);
            for (int year = (int) number(row, "first_year"); year <= number(row, "last_year"); year++) {
                put(figures, text(row, "measure"), Integer.toString(year), figure);
            }
        }
        for (Map<String, String> row : table(folder.resolve("arrivals_by_year.csv"))) {
            double counted = number(row, "arrivals");
            Estimate figure = new Estimate(1, counted, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            put(figures, "arrivals", text(row, "year"), figure);
        }
        Map<String, String> contact = table(folder.resolve("parameters.csv")).stream()
                .filter(row -> text(row, "id").equals("P12"))
                .findFirst()
                .orElseThrow();
        for (String year : List.of("2010", "2015")) {
            Estimate figure = new Estimate(
                    1,
                    number(contact, "value_" + year),
                    number(contact, "low"),
                    number(contact, "high"),
                    Double.NaN,
                    Double.NaN);
            put(figures, "contact_share", year, figure);
        }
        return new OnRecord(figures, years);
    }

    private static void put(Map<String, Map<String, Estimate>> figures, String measure, String year, Estimate figure) {
        figures.computeIfAbsent(measure, name -> new TreeMap<>()).put(year, figure);
    }

    private static List<Map<String, String>> table(Path file) throws IOException {
        List<CsvReader.Row> rows = CsvReader.read(Files.readString(file));
        List<String> head = rows.get(0).fields();
        List<Map<String, String>> table = new ArrayList<>();
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < head.size(); i++) {
                named.put(head.get(i), row.fields().get(i));
            }
            table.add(named);
        }
        return table;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(text(row, column));
    }

    private static String text(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    /** The figure of a year; none where the record is silent. */
    Optional<Estimate> figure(String measure, String year) {
        return Optional.ofNullable(figures.getOrDefault(measure, Map.of()).get(year));
    }
}
