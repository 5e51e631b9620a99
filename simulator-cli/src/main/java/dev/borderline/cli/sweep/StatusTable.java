package dev.borderline.cli.sweep;

import dev.borderline.cli.text.FactorNames;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Words;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Precision;
import dev.borderline.experiment.folder.SweepStatus;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs counted by arm, point or cell: a line each, within 80 columns where the names of factors allow it. */
final class StatusTable {
    private static final int LINES_MAX = 200;

    private final SweepStatus status;
    private final Experiment experiment;
    private final StatusGroups by;

    StatusTable(SweepStatus status, StatusGroups by) {
        this.status = status;
        this.experiment = status.saved().sweep().experiment();
        this.by = by;
    }

    List<String> lines() {
        List<StatusGroups.Group> groups = by.of(experiment, status.cells());
        List<String> head = head();
        List<TextTable.Align> columns = new ArrayList<>(Collections.nCopies(head.size(), TextTable.Align.RIGHT));
        columns.set(0, by == StatusGroups.ARM ? TextTable.Align.LEFT : TextTable.Align.RIGHT);
        TextTable table = new TextTable(columns.toArray(new TextTable.Align[0]));
        table.row(head);
        groups.stream().limit(LINES_MAX).forEach(group -> table.row(row(group)));
        List<String> lines = new ArrayList<>(table.lines());
        if (groups.size() > LINES_MAX) {
            lines.add("... and " + Numbers.human(groups.size() - LINES_MAX) + " more; --json lists them");
        }
        return lines;
    }

    private boolean showsPrecision() {
        return by == StatusGroups.CELL && !status.precisions().isEmpty();
    }

    private List<String> head() {
        List<String> head = new ArrayList<>();
        switch (by) {
            case ARM -> head.add("arm");
            case POINT -> head.add("point");
            case CELL -> head.addAll(List.of("point", "arm"));
        }
        if (by != StatusGroups.ARM) {
            head.addAll(FactorNames.of(experiment.design().factors()));
        }
        head.addAll(List.of("done", "failed", "left"));
        if (showsPrecision()) {
            head.add(experiment.outcomes().get(0));
        }
        return head;
    }

    private List<String> row(StatusGroups.Group group) {
        int cell = group.cells().get(0);
        int point = cell / experiment.arms().size();
        String arm = experiment.arms().get(cell % experiment.arms().size()).name();
        List<String> row = new ArrayList<>();
        switch (by) {
            case ARM -> row.add(arm);
            case POINT -> row.add(Integer.toString(point));
            case CELL -> row.addAll(List.of(Integer.toString(point), arm));
        }
        if (by != StatusGroups.ARM) {
            experiment.design().point(point).values().forEach(value -> row.add(Numbers.human(value)));
        }
        row.add(group.done() + " of " + group.total());
        row.add(Integer.toString(group.failed()));
        row.add(Integer.toString(group.left()));
        if (showsPrecision()) {
            Precision first = status.precisions().get(0);
            row.add(Words.halfWidth(first.ofCell(cell)));
        }
        return row;
    }
}
