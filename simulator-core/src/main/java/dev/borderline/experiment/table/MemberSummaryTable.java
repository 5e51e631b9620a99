package dev.borderline.experiment.table;

import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.util.List;

/**
 * {@code summary.csv} over members. A line per cell and measure with its level, and one with its change, as {@link MemberAnswers} has
 * them.
 */
final class MemberSummaryTable extends ResultTable {
    private final TableColumns headings;
    private final MemberAnswers answers;

    MemberSummaryTable(TextSink out, TableColumns headings, RunStore store) throws IOException {
        super(out);
        this.headings = headings;
        answers = new MemberAnswers(headings.experiment(), store, null, this::write);
        line(TableColumns.joined(
                List.of("point", "arm"),
                headings.experiment().design().factors(),
                List.of("change_from", "measure", "unit"),
                MemberAnswer.NAMES));
    }

    @Override
    public void accept(RunRecord run) throws IOException {
        answers.accept(run);
    }

    @Override
    void finish() throws IOException {
        answers.finish();
    }

    private void write(Task cell, MemberAnswer answer) throws IOException {
        String from = answer.change() ? MemberAnswers.changeFrom(headings.experiment()) : "";
        line(TableColumns.joined(
                List.of(Integer.toString(cell.point()), headings.arm(cell)),
                headings.factorValues(cell.point()),
                List.of(from, answer.measure().name(), answer.measure().unit()),
                answer.fields()));
    }
}
