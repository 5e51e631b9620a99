package dev.borderline.report;

import dev.borderline.figure.RangeStrip.Span;
import dev.borderline.figure.Scale;
import dev.borderline.text.CsvReader;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of a calibration as the report needs them, of the quick fit or of an ensemble's.
 *
 * @param isEnsemble true for that of an ensemble
 * @param targets figures on record, beside what the model says
 * @param inputs what was known of each before and after
 * @param gates tests of the fit; the quick fit has none
 */
record FitFiles(boolean isEnsemble, List<Target> targets, List<Fitted> inputs, List<Gate> gates) {
    private static final String TARGETS = "targets.csv";
    private static final String PARAMETERS = "parameters.csv";
    private static final String PREDICTED = "targets-predicted.csv";
    private static final String POSTERIOR = "posterior.csv";
    private static final String GATES = "gates.csv";
    private static final int BYTES_MAX = 1 << 26;

    FitFiles {
        targets = List.copyOf(targets);
        inputs = List.copyOf(inputs);
        gates = List.copyOf(gates);
    }

    /**
     * A figure on record.
     *
     * @param id of its row
     * @param what in words; empty where the file has none
     * @param use fit, check or report
     * @param unit of the figures; 1 for shares, empty for pure numbers and in folders of earlier versions
     * @param record recorded value with its tolerance
     * @param model what the model says
     * @param inside whether it comes near enough
     * @param note reason where it does not
     */
    record Target(
            String id, String what, String use, String unit, Span record, Span model, boolean inside, String note) {}

    /**
     * An input.
     *
     * @param path of it
     * @param before what was known
     * @param after what is known
     * @param left share of the ignorance left
     */
    record Fitted(String path, Span before, Span after, double left) {}

    /**
     * A test of the fit.
     *
     * @param name of it
     * @param worst quantity that does worst
     * @param value of it
     * @param limit that it must keep
     * @param passes whether it does
     * @param raise what to raise where it does not
     */
    record Gate(String name, String worst, double value, double limit, boolean passes, String raise) {}

    static boolean areIn(Path folder) throws IOException {
        return GuardedFiles.isThere(folder.resolve(PREDICTED)) || GuardedFiles.isThere(folder.resolve(PARAMETERS));
    }

    static FitFiles read(Path folder) throws IOException {
        return GuardedFiles.isThere(folder.resolve(PREDICTED)) ? ofEnsemble(folder) : ofQuickFit(folder);
    }

    private static FitFiles ofQuickFit(Path folder) throws IOException {
        List<Target> targets = rows(folder.resolve(TARGETS)).stream()
                .map(row -> new Target(
                        row.text("id"),
                        row.text("target"),
                        row.text("use"),
                        row.unit(),
                        row.span("low", "value", "high"),
                        row.span("ci_low", "fitted", "ci_high"),
                        row.text("inside").equals("true"),
                        row.text("reason")))
                .toList();
        List<Fitted> inputs = rows(folder.resolve(PARAMETERS)).stream()
                .map(row -> new Fitted(
                        row.text("path"),
                        row.span("range_low", "before", "range_high"),
                        row.span("ci_low", "fitted", "ci_high"),
                        row.number("ignorance_left")))
                .toList();
        return new FitFiles(false, targets, inputs, List.of());
    }

    private static FitFiles ofEnsemble(Path folder) throws IOException {
        List<Target> targets = rows(folder.resolve(PREDICTED)).stream()
                .map(FitFiles::predicted)
                .toList();
        List<Fitted> inputs = rows(folder.resolve(POSTERIOR)).stream()
                .map(row -> new Fitted(
                        row.text("path"),
                        row.span("prior_p05", "prior_median", "prior_p95"),
                        row.span("p05", "median", "p95"),
                        row.number("variance_left")))
                .toList();
        List<Gate> gates = rows(folder.resolve(GATES)).stream()
                .map(row -> new Gate(
                        row.text("gate"),
                        row.text("worst"),
                        row.number("value"),
                        row.number("limit"),
                        row.text("passes").equals("true"),
                        row.text("raise")))
                .toList();
        return new FitFiles(true, targets, inputs, gates);
    }

    private static Target predicted(Row row) {
        Span model = row.span("p05", "median", "p95");
        double value = row.number("value");
        Scale scale = Scale.of(0, row.unit());
        String without = row.text("without_median").isEmpty()
                ? ""
                : "without its group " + scale.human(row.number("without_p05")) + " to "
                        + scale.human(row.number("without_p95"));
        return new Target(
                row.text("id"),
                row.text("group"),
                row.text("use"),
                row.unit(),
                new Span(Double.NaN, value, Double.NaN),
                model,
                value >= model.low() && value <= model.high(),
                without);
    }

    /** One line of a table, by the names of its columns. */
    private record Row(Path file, Map<String, String> fields) {
        String text(String column) {
            String text = fields.get(column);
            if (text == null) {
                throw new NothingToReport(file + " has no column " + column + ": was it changed by hand?");
            }
            return text;
        }

        String unit() {
            return fields.getOrDefault("unit", "");
        }

        double number(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                return Double.NaN;
            }
            return Numbers.parse(text)
                    .orElseThrow(() -> new NothingToReport(
                            file + ": " + column + " is '" + text + "', which is no number: was it changed by hand?"));
        }

        Span span(String low, String middle, String high) {
            return new Span(number(low), number(middle), number(high));
        }
    }

    private static List<Row> rows(Path file) throws IOException {
        if (!GuardedFiles.isThere(file)) {
            throw new NothingToReport(file + " is missing: let the calibration finish first");
        }
        List<CsvReader.Row> read = CsvReader.read(GuardedFiles.text(file, BYTES_MAX));
        List<Row> rows = new ArrayList<>();
        for (CsvReader.Row line : read.subList(Math.min(1, read.size()), read.size())) {
            Map<String, String> fields = new LinkedHashMap<>();
            List<String> names = read.get(0).fields();
            for (int i = 0; i < Math.min(names.size(), line.fields().size()); i++) {
                fields.put(names.get(i), line.fields().get(i));
            }
            rows.add(new Row(file, fields));
        }
        return rows;
    }
}
