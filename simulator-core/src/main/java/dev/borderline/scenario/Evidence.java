package dev.borderline.scenario;

import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.scenario.syntax.ShippedText;
import dev.borderline.text.CsvReader;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Ranges that evidence gives to inputs, from {@code seeds/evidence}. They are those of the sources for grades A and B, of
 * judgement for grade C. Immutable.
 */
public final class Evidence {
    private static final List<String> TABLES = List.of("evidence/parameters.csv", "evidence/assumptions.csv");

    private final Map<String, Row> rows;

    /**
     * One row of evidence.
     *
     * @param id such as {@code P30}
     * @param low least value
     * @param high greatest value
     * @param grade A (counted), B (reported) or C (assumed)
     * @param prior what is believed of its value in 2015, as the table has it; empty where no input names the row
     * @param prior2010 the same for 2010; empty where 2010 is as 2015
     * @param source where it comes from, or why it is assumed
     * @param note a remark; may be empty
     */
    public record Row(
            String id,
            double low,
            double high,
            String grade,
            String prior,
            String prior2010,
            String source,
            String note) {}

    private Evidence(Map<String, Row> rows) {
        this.rows = new TreeMap<>(rows);
    }

    /** Evidence of one's own: rows by their id. */
    public static Evidence of(Map<String, Row> rows) {
        return new Evidence(rows);
    }

    /** Read at first use, once in the life of a process. */
    private static final class Shipped {
        static final Evidence EVIDENCE = read();
    }

    /** The evidence that comes with the library. */
    public static Evidence shipped() {
        return Shipped.EVIDENCE;
    }

    private static Evidence read() {
        Map<String, Row> rows = new TreeMap<>();
        for (String table : TABLES) {
            SourceText text = ShippedText.find(table).orElseThrow();
            List<CsvReader.Row> lines = CsvReader.read(text.text());
            List<String> head = lines.get(0).fields();
            for (CsvReader.Row line : lines.subList(1, lines.size())) {
                Row row = row(head, line.fields());
                rows.put(row.id(), row);
            }
        }
        return new Evidence(rows);
    }

    private static Row row(List<String> head, List<String> fields) {
        double low = Double.parseDouble(fields.get(head.indexOf("low")));
        double high = Double.parseDouble(fields.get(head.indexOf("high")));
        String id = fields.get(head.indexOf("id"));
        return new Row(
                id,
                low,
                high,
                fields.get(head.indexOf("grade")),
                fields.get(head.indexOf("prior")),
                fields.get(head.indexOf("prior_2010")),
                fields.get(head.indexOf("source")),
                fields.get(head.indexOf("note")));
    }

    /** The row of an input of a scenario; a zone may have one of its own. Empty for an input of another's mechanism. */
    public Optional<Row> of(String path, Scenario scenario) {
        String family = scenario.spec(path).input().source();
        String[] parts = path.split("\\.", -1);
        String own = parts[0].equals(InputTree.ZONES) ? family + "-" + parts[1] : family;
        return Optional.ofNullable(rows.getOrDefault(own, rows.get(family)));
    }

    /**
     * Warning about a factor that leaves its evidence; empty if it stays inside. Listed values of a lever are policies to try:
     * they may go where none has been.
     */
    Optional<String> warning(Factor factor, Scenario scenario) {
        boolean tried = factor.range() instanceof Range.Values;
        if (tried && scenario.spec(factor.path()).isLever()) {
            return Optional.empty();
        }
        List<Double> ends = factor.range().ends();
        return of(factor.path(), scenario)
                .filter(row -> ends.get(0) < row.low() || ends.get(1) > row.high())
                .map(row -> "goes from " + Numbers.human(ends.get(0)) + " to " + Numbers.human(ends.get(1))
                        + ", beyond the evidence, " + Numbers.human(row.low()) + " to " + Numbers.human(row.high())
                        + " (" + row.id() + ", grade " + row.grade() + ")");
    }
}
