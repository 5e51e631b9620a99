package dev.borderline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a result folder, as a reader of them would use them; each is read once. */
final class ResultTables {
    private final Path folder;
    private final Map<String, List<Map<String, String>>> read = new HashMap<>(); // by the name of the table

    ResultTables(Path folder) {
        this.folder = folder;
    }

    /** Lines of a table, by column. */
    List<Map<String, String>> lines(String table) throws IOException {
        List<Map<String, String>> lines = read.get(table);
        if (lines == null) {
            lines = Tables.read(folder.resolve(table));
            read.put(table, lines);
        }
        return lines;
    }

    /** A point of a sweep around the scenario as it stands, with some settings. */
    String point(Map<String, String> settings) throws IOException {
        Map<String, String> wanted = new LinkedHashMap<>(
                Map.of("levers.surveillance.coverage", "0.03", "levers.settlement.bribe_detection", "0.05"));
        wanted.putAll(settings);
        return lines("design.csv").stream()
                .filter(line -> line.entrySet().containsAll(wanted.entrySet()))
                .map(line -> Tables.cell(line, "point"))
                .findFirst()
                .orElseThrow();
    }

    /** A measure in each run of a cell. */
    double[] runs(String point, String arm, String measure) throws IOException {
        return lines("runs.csv").stream()
                .filter(line -> Tables.cell(line, "point").equals(point)
                        && Tables.cell(line, "arm").equals(arm))
                .mapToDouble(line -> Double.parseDouble(Tables.cell(line, measure)))
                .toArray();
    }

    /** n, mean and interval of a measure in a cell. */
    List<String> summary(String point, String arm, String measure) throws IOException {
        return lines("summary.csv").stream()
                .filter(line -> Tables.cell(line, "point").equals(point)
                        && Tables.cell(line, "arm").equals(arm)
                        && Tables.cell(line, "measure").equals(measure))
                .map(line -> List.of(
                        Tables.cell(line, "n"),
                        Tables.cell(line, "mean"),
                        Tables.cell(line, "ci_low"),
                        Tables.cell(line, "ci_high")))
                .findFirst()
                .orElseThrow();
    }

    /** Pearson's correlation of ranks, ties in the middle of their places. */
    static double spearman(double[] x, double[] y) {
        double[] first = ranks(x);
        double[] second = ranks(y);
        double middle = (x.length + 1) / 2.0;
        double both = 0;
        double ofFirst = 0;
        double ofSecond = 0;
        for (int i = 0; i < x.length; i++) {
            both += (first[i] - middle) * (second[i] - middle);
            ofFirst += (first[i] - middle) * (first[i] - middle);
            ofSecond += (second[i] - middle) * (second[i] - middle);
        }
        return both / Math.sqrt(ofFirst * ofSecond);
    }

    private static double[] ranks(double[] values) {
        return Arrays.stream(values)
                .map(value -> {
                    long below =
                            Arrays.stream(values).filter(other -> other < value).count();
                    long same = Arrays.stream(values)
                            .filter(other -> other == value)
                            .count();
                    return below + (same + 1) / 2.0;
                })
                .toArray();
    }
}
