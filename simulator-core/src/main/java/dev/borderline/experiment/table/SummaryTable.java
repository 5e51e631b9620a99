package dev.borderline.experiment.table;

import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.text.Numbers;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** {@code summary.csv}: a line per cell and measure, with mean, spread, interval and quantiles over replications. */
final class SummaryTable extends ResultTable {
    private final TableColumns headings;
    private final Summaries summaries;

    SummaryTable(TextSink out, TableColumns headings, RunStore store) throws IOException {
        super(out);
        this.headings = headings;
        summaries = new Summaries(headings.experiment(), store, this::write);
        line(TableColumns.joined(
                List.of("point", "arm"),
                headings.experiment().design().factors(),
                List.of("measure", "unit", "n", "mean", "sd", "se", "ci_low", "ci_high", "conf_level"),
                List.of("min", "q05", "q25", "q50", "q75", "q95", "max")));
    }

    @Override
    public void accept(RunRecord run) throws IOException {
        summaries.accept(run);
    }

    @Override
    void finish() throws IOException {
        summaries.finish();
    }

    private void write(CellSummary cell) throws IOException {
        int point = cell.point().index();
        List<String> place =
                TableColumns.joined(List.of(Integer.toString(point), cell.arm()), headings.factorValues(point));
        for (MeasureSummary summary : cell.measures()) {
            String n = Integer.toString(summary.n());
            line(TableColumns.joined(
                    place, List.of(summary.measure().name(), summary.measure().unit(), n), statistics(summary)));
        }
    }

    private static List<String> statistics(MeasureSummary summary) {
        DoubleStream moments = DoubleStream.of(
                summary.mean(), summary.sd(), summary.se(), summary.ciLow(), summary.ciHigh(), summary.confLevel());
        return Stream.concat(moments.boxed(), summary.quantiles().stream())
                .map(Numbers::summaryOrEmpty)
                .toList();
    }
}
