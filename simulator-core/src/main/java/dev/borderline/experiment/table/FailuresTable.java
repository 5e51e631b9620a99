package dev.borderline.experiment.table;

import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.util.List;

/** {@code failures.csv}: a line per failed run, with its reason and what repeats it. */
final class FailuresTable extends ResultTable {
    private final TableColumns headings;

    FailuresTable(TextSink out, TableColumns headings) throws IOException {
        super(out);
        this.headings = headings;
        line(List.of("point", "arm", "replication", "seed", "message", "command"));
    }

    @Override
    public void accept(RunRecord run) throws IOException {
        if (run instanceof FailedRun failed) {
            Task task = failed.task();
            line(List.of(
                    Integer.toString(task.point()),
                    headings.arm(task),
                    Integer.toString(task.replication()),
                    headings.seed(task),
                    failed.message(),
                    failed.command()));
        }
    }
}
