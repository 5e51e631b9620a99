package dev.borderline.experiment;

import dev.borderline.random.RunKeys;
import dev.borderline.scenario.Scenario;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@code manifest.json}: what a result folder holds, from what, made by what, and a digest of every run. The only file of a
 * result folder in which times and machines appear.
 */
public final class Manifest {
    /** Version of its form. */
    public static final int SCHEMA = 1;

    /** Name of the file. */
    public static final String FILE = "manifest.json";

    private final Experiment experiment;
    private final RunStore store;
    private final JsonWriter json = JsonWriter.indented();

    private Manifest(Experiment experiment, RunStore store) {
        this.experiment = experiment;
        this.store = store;
    }

    /**
     * Who made the runs, where and when.
     *
     * @param version of the program
     * @param commit of its source, or empty
     * @param jvm name and version of the Java machine
     * @param os name, version and architecture of the system
     * @param started when the work began; with resumed work, the first time
     * @param finished when it ended
     */
    public record Facts(String version, String commit, String jvm, String os, Instant started, Instant finished) {
        /** The facts of this machine. */
        public static Facts here(String version, String commit, Instant started, Instant finished) {
            String jvm = property("java.vm.name") + " " + property("java.runtime.version");
            String os = property("os.name") + " " + property("os.version") + " " + property("os.arch");
            return new Facts(version, commit, jvm, os, started, finished);
        }

        private static String property(String name) {
            return System.getProperty(name, "unknown");
        }
    }

    /** The text of the file, without a line end. */
    public static String json(Experiment experiment, RunStore store, Facts facts) throws IOException {
        return new Manifest(experiment, store).text(facts);
    }

    private String text(Facts facts) throws IOException {
        json.beginObject().key("schema").value(SCHEMA);
        json.key("program").beginObject();
        json.key("name").value("borderline");
        json.key("version").value(facts.version());
        json.key("commit").value(facts.commit()).endObject();
        json.key("experiment_sha256").value(experiment.sha256());
        scenario("scenario", experiment.base());
        design();
        arms();
        json.key("replications").value(experiment.replications());
        json.key("seed").value(experiment.seed());
        json.key("seed_scheme_version").value(RunKeys.SCHEME_VERSION);
        texts("outcomes", experiment.outcomes());
        json.key("jvm").value(facts.jvm()).key("os").value(facts.os());
        json.key("started").value(facts.started().toString());
        json.key("finished").value(facts.finished().toString());
        json.key("runs_total").value(experiment.tasks().size());
        json.key("runs_done").value(store.size());
        json.key("runs_failed").value(store.failures());
        digests();
        return json.endObject().finish();
    }

    private void scenario(String key, Scenario scenario) {
        json.key(key).beginObject();
        json.key("name").value(scenario.name());
        json.key("sha256").value(scenario.sha256());
        json.key("text").value(scenario.toYaml()).endObject();
    }

    private void design() {
        json.key("design").beginObject();
        json.key("sha256").value(experiment.designSha256());
        json.key("points").value(experiment.design().size());
        texts("factors", experiment.design().factors());
        json.endObject();
    }

    private void arms() {
        json.key("arms").beginArray();
        for (Arm arm : experiment.arms()) {
            json.beginObject().key("name").value(arm.name());
            scenario("scenario", arm.applyTo(experiment.base(), Map.of()));
            json.endObject();
        }
        json.endArray();
    }

    private void texts(String key, List<String> values) {
        json.key(key).beginArray();
        values.forEach(json::value);
        json.endArray();
    }

    /** An object per cell; in it a digest for each replication that there is a record of, in order. */
    private void digests() throws IOException {
        json.key("digests").beginArray();
        int[] cell = {-1};
        store.forEach(run -> {
            int next = experiment.tasks().cell(run.task());
            if (next != cell[0]) {
                closeCell(cell[0]);
                cell[0] = next;
                json.beginObject().key("point").value(run.task().point());
                json.key("arm").value(experiment.arms().get(run.task().arm()).name());
                json.key("replications").beginObject();
            }
            json.key(Integer.toString(run.task().replication())).value(run.digest());
        });
        closeCell(cell[0]);
        json.endArray();
    }

    private void closeCell(int cell) {
        if (cell >= 0) {
            json.endObject().endObject();
        }
    }
}
