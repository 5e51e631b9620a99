package dev.borderline.cli.sweep;

import dev.borderline.cli.options.OneRun;
import dev.borderline.cli.options.Resume;
import dev.borderline.experiment.CellCounts;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Precision;
import dev.borderline.experiment.folder.SavedSweep;
import dev.borderline.experiment.folder.SweepStatus;
import dev.borderline.text.JsonWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The status of a sweep as a JSON object; what is unknown is null. */
final class StatusJson {
    private final SweepStatus status;
    private final Experiment experiment;
    private final JsonWriter json = JsonWriter.indented();

    private StatusJson(SweepStatus status) {
        this.status = status;
        this.experiment = status.saved().sweep().experiment();
    }

    static String of(SweepStatus status, Path folder, @Nullable StatusGroups by) {
        return new StatusJson(status).text(folder, by);
    }

    private String text(Path folder, @Nullable StatusGroups by) {
        SavedSweep saved = status.saved();
        json.beginObject().key("sweep").value(saved.sweep().heading().name());
        json.key("folder").value(folder.toString());
        json.key("scenario").value(experiment.base().name());
        json.key("shard").value(saved.sweep().shard().toString());
        json.key("program").value(saved.program().build());
        CellCounts cells = status.cells();
        json.key("runs_total").value(cells.total());
        json.key("runs_done").value(cells.done());
        json.key("runs_failed").value(cells.failed());
        json.key("runs_left").value(cells.total() - cells.done());
        writing();
        json.key("command").value(Resume.command(saved.sweep(), folder));
        precisions();
        failures();
        if (by != null) {
            groups(by);
        }
        return json.endObject().finish();
    }

    private void writing() {
        SweepStatus.Writing writing = status.writing();
        json.key("started").value(status.saved().started().toString());
        json.key("last_written").value(writing.lastWritten().toString());
        json.key("writer");
        writing.writer()
                .ifPresentOrElse(
                        holder -> json.beginObject()
                                .key("process")
                                .value(holder.process())
                                .key("host")
                                .value(holder.host())
                                .key("since")
                                .value(holder.since().toString())
                                .endObject(),
                        json::nullValue);
        number("runs_per_second", writing.runsPerSecond());
        number("seconds_left", status.secondsLeft());
        json.key("torn_bytes").value(writing.tornBytes());
        json.key("damaged_bytes").value(writing.damagedBytes());
    }

    private void number(String key, double value) {
        json.key(key);
        if (Double.isFinite(value)) {
            json.summaryValue(value);
        } else {
            json.nullValue();
        }
    }

    private void precisions() {
        json.key("relative_half_widths").beginObject();
        status.precisions().stream()
                .flatMap(precision -> precision.spread().stream())
                .forEach(this::spread);
        json.endObject();
    }

    private void spread(Precision.Spread spread) {
        json.key(spread.measure()).beginObject().key("cells").value(spread.cells());
        number("median", spread.median());
        number("worst", spread.widest());
        json.key("worst_point").value(spread.widestPoint());
        json.key("worst_arm")
                .value(experiment.arms().get(spread.widestArm()).name())
                .endObject();
    }

    private void failures() {
        json.key("failures").beginArray();
        status.failures()
                .forEach(failed -> json.beginObject()
                        .key("run")
                        .value(OneRun.name(experiment, failed.task()))
                        .key("message")
                        .value(failed.message())
                        .key("command")
                        .value(Resume.repeating(failed))
                        .endObject());
        json.endArray();
    }

    private void groups(StatusGroups by) {
        json.key("by_" + by).beginArray();
        for (StatusGroups.Group group : by.of(experiment, status.cells())) {
            int cell = group.cells().get(0);
            json.beginObject();
            if (by != StatusGroups.ARM) {
                json.key("point").value(cell / experiment.arms().size());
            }
            if (by != StatusGroups.POINT) {
                json.key("arm")
                        .value(experiment
                                .arms()
                                .get(cell % experiment.arms().size())
                                .name());
            }
            json.key("runs_total").value(group.total()).key("runs_done").value(group.done());
            json.key("runs_failed").value(group.failed()).key("runs_left").value(group.left());
            json.endObject();
        }
        json.endArray();
    }
}
