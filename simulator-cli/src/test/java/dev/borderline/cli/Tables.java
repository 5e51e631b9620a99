package dev.borderline.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** CSV files in tests. */
public final class Tables {
    private Tables() {}

    /** Lines by column. */
    public static List<Map<String, String>> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        }
    }

    /** Value of a line in a column that is there. */
    public static String cell(Map<String, String> line, String column) {
        return Objects.requireNonNull(line.get(column), column);
    }
}
