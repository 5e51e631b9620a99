package dev.borderline.cli.sweep;

import dev.borderline.cli.options.OneRun;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.folder.Merge;
import dev.borderline.text.JsonWriter;
import java.nio.file.Path;

/** Result of a merge and the missing runs, as a JSON object. */
final class MergeJson {
    private MergeJson() {}

    static String of(Merge.Result merged, Path folder) {
        Experiment experiment = merged.sweep().experiment();
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("sweep").value(merged.sweep().heading().name());
        json.key("folder").value(folder.toString());
        json.key("runs_total").value(experiment.tasks().size());
        json.key("runs_done").value(merged.runs());
        json.key("runs_failed").value(merged.failed());
        json.key("runs_added").value(merged.added());
        json.key("runs_missing").value(merged.missing().count());
        json.key("first_missing").beginArray();
        merged.missing().first().forEach(task -> json.value(OneRun.name(experiment, task)));
        json.endArray().key("missing_by_shard").beginObject();
        if (!merged.parts().isWhole()) {
            merged.missing()
                    .byShard()
                    .forEach((index, count) ->
                            json.key(index + "/" + merged.parts().count()).value(count));
        }
        return json.endObject().endObject().finish();
    }
}
