package dev.borderline.report;

import dev.borderline.cli.Tables;
import dev.borderline.figure.MeanEstimate;
import dev.borderline.measure.CalendarPeriod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Figures of {@code seeds/evidence} for some measures and years. The interval of a figure is its tolerance; what was counted has
 * none.
 *
 * @param figures by measure and calendar year
 * @param years of each target: {@code "2010"}, {@code "2012-Q1"}, {@code "2013 to 2014"}
 */
record OnRecord(Map<String, Map<String, MeanEstimate>> figures, Map<String, String> years) {
    static OnRecord read(Path folder) throws IOException {
        Map<String, Map<String, MeanEstimate>> figures = new HashMap<>();
        Map<String, String> years = new HashMap<>();
        for (Map<String, String> row : Tables.read(folder.resolve("targets.csv"))) {
            double unit = Tables.cell(row, "unit").startsWith("million") ? 1e6 : 1;
            MeanEstimate figure =
                    figure(number(row, "value") * unit, number(row, "low") * unit, number(row, "high") * unit);
            CalendarPeriod period = CalendarPeriod.parse(Tables.cell(row, "period"));
            years.put(Tables.cell(row, "id"), period.toString().replace("..", " to "));
            boolean drawn = period.isYears() && !Tables.cell(row, "use").equals("report");
            for (int year = period.first().getYear();
                    drawn && year <= period.last().getYear();
                    year++) {
                put(figures, Tables.cell(row, "measure"), Integer.toString(year), figure);
            }
        }
        for (Map<String, String> row : Tables.read(folder.resolve("arrivals_by_year.csv"))) {
            MeanEstimate counted = figure(number(row, "arrivals"), Double.NaN, Double.NaN);
            put(figures, "arrivals", Tables.cell(row, "year"), counted);
        }
        Map<String, String> contact = Tables.read(folder.resolve("parameters.csv")).stream()
                .filter(row -> Tables.cell(row, "id").equals("P12"))
                .findFirst()
                .orElseThrow();
        for (String year : List.of("2010", "2015")) {
            MeanEstimate figure =
                    figure(number(contact, "value_" + year), number(contact, "low"), number(contact, "high"));
            put(figures, "contact_share", year, figure);
        }
        return new OnRecord(figures, years);
    }

    private static MeanEstimate figure(double value, double low, double high) {
        return new MeanEstimate(1, value, low, high, Double.NaN, Double.NaN);
    }

    private static void put(
            Map<String, Map<String, MeanEstimate>> figures, String measure, String year, MeanEstimate figure) {
        figures.computeIfAbsent(measure, name -> new TreeMap<>()).put(year, figure);
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(Tables.cell(row, column));
    }

    /** The figure of a year; none where the record is silent. */
    Optional<MeanEstimate> figure(String measure, String year) {
        return Optional.ofNullable(figures.getOrDefault(measure, Map.of()).get(year));
    }
}
