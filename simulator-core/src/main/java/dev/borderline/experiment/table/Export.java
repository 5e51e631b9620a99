package dev.borderline.experiment.table;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.Granularity;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.measure.Measure;
import dev.borderline.text.Nearest;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.util.List;

/** The finished runs of a sweep as one table, in a shape that other programs read. Equal runs give equal bytes. */
public final class Export {
    /** Layout of a table. */
    public enum Shape {
        /** A number a line: by year, and over the whole run by zone and wealth fifth; as {@code yearly.csv}. */
        LONG,
        /** A number a line by calendar month; as {@code monthly.csv}. */
        MONTHLY,
        /** A run a line, a column for each factor and measure. */
        WIDE,
        /**
         * Model output of the hubverse, a measure of a run a line. The {@code scenario_id} is the scenario, the arm and, where there
         * are several, the point; {@code output_type_id} numbers samples, which are joint where runs share random numbers.
         */
        HUBVERSE
    }

    private final Shape shape;
    private final RunStore store;
    private final TableColumns headings;
    private final List<Measure> measures;

    private Export(Shape shape, RunStore store, TableColumns headings, List<Measure> measures) {
        this.shape = shape;
        this.store = store;
        this.headings = headings;
        this.measures = measures;
    }

    /**
     * A table of the runs of an experiment.
     *
     * @param measures names of those it is to hold; empty for all
     * @throws IllegalArgumentException if there is no measure of that name, or no numbers by month where they are asked for
     */
    public static Export of(Shape shape, Experiment experiment, RunStore store, List<String> measures)
            throws IOException {
        if (shape == Shape.MONTHLY && experiment.by() != Granularity.MONTH) {
            throw new IllegalArgumentException("these runs were kept by year alone: make them again with --by month");
        }
        RunStore shown = experiment.shown(store);
        TableColumns headings = new TableColumns(experiment, shown.layout());
        List<String> known = headings.measures().stream().map(Measure::name).toList();
        for (String name : measures) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("there is no measure '" + name + "'"
                        + Nearest.nearest(name, known)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse(""));
            }
        }
        List<Measure> chosen = headings.measures().stream()
                .filter(measure -> measures.isEmpty() || measures.contains(measure.name()))
                .toList();
        return new Export(shape, shown, headings, chosen);
    }

    /** Its columns, in order. */
    public List<Column> columns() {
        return switch (shape) {
            case LONG -> YearlyTable.COLUMNS;
            case MONTHLY -> MonthlyTable.COLUMNS;
            case WIDE -> WideTable.columns(headings, measures);
            case HUBVERSE -> HubverseTable.COLUMNS;
        };
    }

    /** Writes it as CSV. UTF-8, lines end with a line feed, numbers have 12 significant digits, factors as many as they need. */
    public void writeTo(Target target) throws IOException {
        TextSink out = target::append;
        List<String> names = measures.stream().map(Measure::name).toList();
        ResultTable table = switch (shape) {
            case LONG -> new YearlyTable(out, headings, names);
            case MONTHLY -> new MonthlyTable(out, headings, names);
            case WIDE -> new WideTable(out, headings, measures);
            case HUBVERSE -> new HubverseTable(out, headings, measures);
        };
        store.forEach(table);
        table.finish();
    }

    /** Destination of a table that comes piece by piece. */
    @FunctionalInterface
    public interface Target {
        /** Takes the next piece. */
        void append(String text) throws IOException;
    }
}
