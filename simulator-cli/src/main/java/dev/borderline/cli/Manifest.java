package dev.borderline.cli;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.ResultFiles;
import dev.borderline.experiment.RunStore;
import dev.borderline.random.RunKeys;
import dev.borderline.text.Digest;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a result folder holds and where it comes from, as JSON. Each run's own digest stands in {@code runs.csv}. */
final class Manifest {
    private static final int SCHEMA = 1;
    private static final List<String> TABLES =
            List.of(ResultFiles.DESIGN, ResultFiles.RUNS, ResultFiles.SUMMARY, ResultFiles.YEARLY);

    private Manifest() {}

    /** The manifest of a finished folder; {@code begun} is when the last command began. */
    static String of(SweepPlan plan, RunStore store, Instant begun, Path folder) throws IOException {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("schema").value(SCHEMA);
        json.key("name").value(plan.heading().name());
        json.key("title").value(plan.heading().title());
        json.key("question").value(plan.heading().question());
        experiment(json, plan.experiment());
        json.key("runs").value(store.size()).key("failed").value(store.failures());
        program(json);
        Instant now = Instant.now();
        json.key("finished").value(now.truncatedTo(ChronoUnit.SECONDS).toString());
        json.key("last_command_seconds").value(ChronoUnit.SECONDS.between(begun, now));
        json.key("files_sha256").beginObject();
        for (String table : TABLES) {
            json.key(table).value(Digest.sha256(Files.readAllBytes(folder.resolve(table))));
        }
        return json.endObject().endObject().finish() + "\n";
    }

    private static void experiment(JsonWriter json, Experiment experiment) {
        json.key("scenario").value(experiment.base().name());
        json.key("scenario_sha256").value(experiment.base().sha256());
        json.key("experiment_sha256").value(experiment.sha256());
        json.key("seed").value(experiment.seed());
        json.key("seed_scheme").value(RunKeys.SCHEME_VERSION);
        json.key("points").value(experiment.design().size());
        json.key("factors").beginArray();
        experiment.design().factors().forEach(json::value);
        json.endArray().key("arms").beginArray();
        experiment.arms().stream().map(Arm::name).forEach(json::value);
        json.endArray().key("replications").value(experiment.replications());
        json.key("outcomes").beginArray();
        experiment.outcomes().forEach(json::value);
        json.endArray();
    }

    private static void program(JsonWriter json) {
        json.key("program").value(Version.build());
        json.key("commit").value(Version.commit());
        json.key("java").value(Runtime.version() + ", " + System.getProperty("java.vm.vendor"));
        json.key("system").value(System.getProperty("os.name") + ", " + System.getProperty("os.arch"));
    }
}
