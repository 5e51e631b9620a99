package dev.borderline.cli.sweep;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.borderline.cli.text.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The lines of a {@code summary.csv}.
 *
 * @param factors columns of factors, in order
 * @param rows in order of the file
 */
record SummaryFile(List<String> factors, List<Row> rows) {
    private static final int FACTORS_FROM = 2; // after point and arm

    /**
     * A measure in a cell.
     *
     * @param arm name of the arm
     * @param values of the factors
     * @param measure its name
     * @param unit its unit
     * @param mean over the replications; NaN if undefined
     * @param low lower end of the interval; NaN if undefined
     * @param high upper end
     */
    record Row(String arm, List<Double> values, String measure, String unit, double mean, double low, double high) {}

    SummaryFile {
        factors = List.copyOf(factors);
        rows = List.copyOf(rows);
    }

    /** Reads the file in a result folder; throws {@link Refusal} if there is none. */
    static SummaryFile in(Path folder) throws IOException {
        Path file = folder.resolve("summary.csv");
        if (!Files.exists(file)) {
            throw new Refusal(folder + " holds no summary.csv: is it the folder of a finished sweep?");
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> records = csv.stream().toList();
            if (records.isEmpty()) {
                throw new Refusal(file + " has no lines");
            }
            List<String> header = records.get(0).getHeader();
            List<String> factors = header.subList(FACTORS_FROM, header.indexOf("measure"));
            return new SummaryFile(
                    factors,
                    records.stream().map(record -> row(record, factors)).toList());
        }
    }

    private static Row row(NamedCsvRecord record, List<String> factors) {
        return new Row(
                record.getField("arm"),
                factors.stream().map(factor -> number(record, factor)).toList(),
                record.getField("measure"),
                record.getField("unit"),
                number(record, "mean"),
                number(record, "ci_low"),
                number(record, "ci_high"));
    }

    private static double number(NamedCsvRecord record, String column) {
        String text = record.getField(column);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /** The lines of one measure; throws {@link Refusal} if there are none. */
    List<Row> of(String measure) {
        List<Row> found =
                rows.stream().filter(row -> row.measure().equals(measure)).toList();
        if (found.isEmpty()) {
            throw new Refusal("summary.csv has no measure " + measure);
        }
        return found;
    }
}
