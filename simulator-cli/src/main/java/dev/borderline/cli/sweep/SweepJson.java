package dev.borderline.cli.sweep;

import dev.borderline.cli.text.MeasureJson;
import dev.borderline.cli.text.MembersJson;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.table.CellSummary;
import dev.borderline.experiment.table.MemberAnswers;
import dev.borderline.experiment.table.Summaries;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** The outcomes of a sweep, cell by cell, as a JSON object. */
final class SweepJson {
    private SweepJson() {}

    /** Prints the object piece by piece: there may be many cells. */
    static void print(PrintStream out, Sweep sweep, Path folder, RunStore store) throws IOException {
        Experiment experiment = sweep.experiment();
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("sweep").value(sweep.heading().name());
        json.key("folder").value(folder.toString());
        json.key("scenario").value(experiment.base().name());
        json.key("seed").value(experiment.seed());
        json.key("replications").value(experiment.replications());
        experiment.members().ifPresent(members -> MembersJson.ensemble(json, members));
        json.key("shard").value(sweep.shard().toString());
        json.key("runs").value(store.size());
        json.key("failed").value(store.failures());
        json.key("cells").beginArray();
        if (experiment.members().isPresent()) {
            members(json, experiment, store);
        } else {
            Summaries.forEach(experiment, store, cell -> {
                write(json, cell, experiment.outcomes());
                out.print(json.drain());
            });
        }
        out.println(json.endArray().endObject().finish());
    }

    /** An object per cell and measure, for its level or for its change. */
    private static void members(JsonWriter json, Experiment experiment, RunStore store) throws IOException {
        MemberAnswers.forEach(experiment, store, (cell, answer) -> {
            String name = answer.measure().name();
            if (!experiment.outcomes().isEmpty() && !experiment.outcomes().contains(name)) {
                return;
            }
            json.beginObject().key("point").value(cell.point());
            json.key("arm").value(experiment.arms().get(cell.arm()).name());
            json.key("settings").beginObject();
            experiment
                    .design()
                    .point(cell.point())
                    .settings()
                    .forEach((path, value) -> json.key(path).value(value));
            json.endObject();
            if (answer.change()) {
                json.key("change_from").value(MemberAnswers.changeFrom(experiment));
            }
            json.key("measure").value(name);
            json.key("unit").value(answer.measure().unit());
            MembersJson.write(json, answer);
            json.endObject();
        });
    }

    private static void write(JsonWriter json, CellSummary cell, List<String> outcomes) {
        json.beginObject().key("point").value(cell.point().index());
        json.key("arm").value(cell.arm());
        json.key("settings").beginObject();
        cell.point().settings().forEach((path, value) -> json.key(path).value(value));
        json.endObject().key("measures").beginObject();
        for (MeasureSummary measure : cell.measures()) {
            if (outcomes.isEmpty() || outcomes.contains(measure.measure().name())) {
                MeasureJson.write(json, measure);
            }
        }
        json.endObject().endObject();
    }
}
