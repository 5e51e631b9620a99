package dev.borderline.cli.sweep;

import dev.borderline.cli.options.OneRun;
import dev.borderline.cli.options.Resume;
import dev.borderline.cli.text.ProgressLine;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Words;
import dev.borderline.experiment.CellCounts;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Precision;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.folder.SweepStatus;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.text.Numbers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status of a sweep for people. */
public final class StatusText {
    private static final int FAILURES_SHOWN_MAX = 20;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final int PERCENT = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final SweepStatus status;
    private final Experiment experiment;
    private final Path folder;
    private final Instant now;
    private final List<String> lines = new ArrayList<>();

    StatusText(SweepStatus status, Path folder, Instant now) {
        this.status = status;
        this.experiment = status.saved().sweep().experiment();
        this.folder = folder;
        this.now = now;
    }

    List<String> lines(@Nullable StatusGroups by) {
        head();
        counts();
        writing();
        precision();
        if (by != null) {
            groups(by);
        }
        failures();
        if (status.cells().done() < status.cells().total()
                && status.writing().writer().isEmpty()) {
            lines.add("");
            lines.add("To go on: " + Resume.command(status.saved().sweep(), folder));
        }
        return lines;
    }

    private void head() {
        lines.add(status.saved().sweep().heading().name() + ": "
                + status.saved().sweep().heading().title());
        boolean whole = status.saved().sweep().shard().isWhole();
        lines.add(folder + (whole ? "" : ", shard " + status.saved().sweep().shard()) + ", of "
                + experiment.base().name() + ": "
                + Words.counted(experiment.design().size(), "point") + " x "
                + Words.counted(experiment.arms().size(), "arm") + " x "
                + Words.counted(experiment.replications(), "replication") + ", seed " + experiment.seed());
        lines.add("");
    }

    private void line(String label, String text) {
        lines.add(String.format(Locale.ROOT, "  %-10s %s", label, text));
    }

    private void counts() {
        CellCounts cells = status.cells();
        int left = cells.total() - cells.done();
        line(
                "done",
                Numbers.human(cells.done()) + " of " + Numbers.human(cells.total()) + " runs ("
                        + (long) PERCENT * cells.done() / cells.total() + " %)");
        line("failed", Numbers.human(cells.failed()));
        double seconds = status.secondsLeft();
        line(
                "left",
                Numbers.human(left)
                        + (left > 0 && !Double.isNaN(seconds)
                                ? ", " + ProgressLine.duration(seconds) + " at "
                                        + String.format(
                                                Locale.ROOT,
                                                "%.1f runs/s",
                                                status.writing().runsPerSecond())
                                : ""));
    }

    private void writing() {
        SweepStatus.Writing writing = status.writing();
        line("begun", TIME.format(status.saved().started()));
        line("last run", TIME.format(writing.lastWritten()) + ", " + ago(writing.lastWritten()));
        line(
                "writer",
                writing.writer()
                        .map(holder -> "process " + holder.process()
                                + (holder.host().isEmpty() ? "" : " on " + holder.host())
                                + ", since " + TIME.format(holder.since()))
                        .orElse("none"));
        long lost = writing.tornBytes() + writing.damagedBytes();
        if (lost > 0 && status.cells().done() < status.cells().total()) {
            line(
                    "damaged",
                    Numbers.human(lost) + " bytes of " + ResultFolder.JOURNAL
                            + "; the runs they held are made again when the sweep goes on");
        }
    }

    private String ago(Instant time) {
        double seconds = Math.max(0, Duration.between(time, now).toMillis() / MILLIS_PER_SECOND);
        return ProgressLine.duration(Math.floor(seconds)) + " ago";
    }

    private void precision() {
        List<Precision.Spread> known = status.precisions().stream()
                .flatMap(precision -> precision.spread().stream())
                .toList();
        if (known.isEmpty()) {
            return;
        }
        TextTable table =
                new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT, TextTable.Align.RIGHT, TextTable.Align.LEFT);
        table.row(List.of("outcome", "median", "worst", "which is"));
        for (Precision.Spread spread : known) {
            table.row(List.of(
                    spread.measure(),
                    Words.halfWidth(spread.median()),
                    Words.halfWidth(spread.widest()),
                    "point " + spread.widestPoint() + ", arm "
                            + experiment.arms().get(spread.widestArm()).name()));
        }
        lines.add("");
        lines.add("Half the width of 95 % intervals now, over the mean:");
        table.lines().forEach(line -> lines.add("  " + line));
    }

    private void groups(StatusGroups by) {
        lines.add("");
        new StatusTable(status, by).lines().forEach(line -> lines.add("  " + line));
    }

    private void failures() {
        List<FailedRun> failures = status.failures();
        for (FailedRun failed : failures.subList(0, Math.min(FAILURES_SHOWN_MAX, failures.size()))) {
            lines.add("");
            lines.add(OneRun.name(experiment, failed.task()) + " failed: " + failed.message());
            lines.add("  to repeat it: " + Resume.repeating(failed));
        }
        int more = status.cells().failed() - FAILURES_SHOWN_MAX;
        if (more > 0) {
            lines.add("... and " + Words.counted(more, "more failed run") + "; --json lists them");
        }
    }
}
