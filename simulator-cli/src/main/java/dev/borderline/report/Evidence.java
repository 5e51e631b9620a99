package dev.borderline.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.borderline.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of {@code seeds/evidence} that say where inputs come from, as packed into the library. Immutable. */
final class Evidence {
    private static final String ROOT = "/dev/borderline/seeds/evidence/";
    private static final List<String> TABLES = List.of("parameters.csv", "assumptions.csv");

    private final Map<String, Source> sources = new HashMap<>();

    /**
     * What is known about an input.
     *
     * @param id of the row
     * @param low lower end of the range of sources, or of judgement
     * @param high upper end
     * @param grade A, B or C
     * @param source where it comes from
     * @param note a remark; may be empty
     */
    record Source(String id, String low, String high, String grade, String source, String note) {}

    /** Reads the tables. */
    Evidence() {
        for (String table : TABLES) {
            try (InputStream in = Scenario.class.getResourceAsStream(ROOT + table)) {
                if (in == null) {
                    throw new IOException("it is missing");
                }
                try (CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                    csv.forEach(row -> sources.put(row.getField("id"), source(row)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the library's own file " + table + " cannot be read", e);
            }
        }
    }

    private static Source source(NamedCsvRecord row) {
        return new Source(
                row.getField("id"),
                row.getField("low"),
                row.getField("high"),
                row.getField("grade"),
                row.getField("source"),
                row.getField("note"));
    }

    /** The row of an input: that of its zone where there is one. */
    Source of(Scenario scenario, String path) {
        String family = scenario.spec(path).input().source();
        String zone = path.startsWith("zones.") ? path.split("\\.", -1)[1] : "";
        Source own = sources.get(family + "-" + zone);
        Source source = own == null ? sources.get(family) : own;
        if (source == null) {
            throw new IllegalStateException(path + " names row " + family + ", which no table of evidence has");
        }
        return source;
    }
}
