package dev.borderline.experiment.table;

import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;
import dev.borderline.measure.Measure;
import dev.borderline.text.Numbers;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** {@code runs.csv}: a line per run, a column per factor and measure; a failed run has empty fields. */
final class RunsTable extends ResultTable {
    private final TableColumns headings;

    RunsTable(TextSink out, TableColumns headings) throws IOException {
        super(out);
        this.headings = headings;
        line(TableColumns.joined(
                headings.runColumns(),
                List.of("seed", "fingerprint", "events"),
                headings.peopleColumns(),
                headings.experiment().design().factors(),
                headings.measures().stream().map(Measure::name).toList()));
    }

    @Override
    public void accept(RunRecord run) throws IOException {
        FinishedRun finished = run instanceof FinishedRun numbers ? numbers : null;
        Task task = run.task();
        List<String> values =
                finished == null ? Collections.nCopies(headings.measures().size(), "") : headings.values(finished);
        line(TableColumns.joined(
                headings.run(task),
                List.of(
                        headings.seed(task),
                        finished == null ? "" : finished.fingerprint(),
                        finished == null ? "" : Long.toString(finished.trace().events())),
                headings.peopleColumns().stream()
                        .map(column -> finished == null ? "" : Numbers.file(finished.peopleShare()))
                        .toList(),
                headings.factorValues(task.point()),
                values));
    }
}
