package dev.borderline.experiment.folder;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.Granularity;
import dev.borderline.experiment.PrecisionReached;
import dev.borderline.experiment.Stopping;
import dev.borderline.experiment.StoppingRule;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.design.DesignInfo;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.random.RunKeys;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.ControllerFactory;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code manifest.json}: what a result folder holds, from what, made by what, and a digest of every run. Written when the work
 * begins, without digests, and again when it is done. The only file of a result folder in which times and machines appear.
 * {@link SavedSweep} reads it.
 */
public final class Manifest {
    /** Version of its form. */
    public static final int SCHEMA = 1;

    /** Name of the file. */
    public static final String FILE = "manifest.json";

    /** Key that says what the goals of the stopping rule are about; absent where that is means. */
    static final String PRECISION_OF = "precision_of";

    static final String DIFFERENCES = "differences";

    /** Key of the fingerprints of a cell. */
    static final String FINGERPRINTS = "fingerprints";

    /** Key of how shards are cut; absent where arms go to different ones, which was the first way. */
    static final String SHARD_LAYOUT = "shard_layout";

    /** Layout of shards that keep arms together. */
    static final int ARMS_TOGETHER = 2;

    /** Key of the scheme of random numbers: points and arms share them or not. */
    static final String RANDOM_NUMBERS = "random_numbers";

    /** The key in folders made before it was {@value #RANDOM_NUMBERS}. */
    static final String RANDOM_NUMBERS_BEFORE = "luck";

    /** Key of the periods that measures are kept by; absent for calendar years alone. */
    static final String BY = "by";

    private final Sweep sweep;
    private final Experiment experiment;
    private final AtomicFile file;
    private final JsonWriter json = JsonWriter.indented();

    private Manifest(Sweep sweep, AtomicFile file) {
        this.sweep = sweep;
        this.experiment = sweep.experiment();
        this.file = file;
    }

    /** Writes the file into a folder, with the digests of what {@code store} holds if the work is finished. */
    public static void write(Path folder, Sweep sweep, RunStore store, SavedSweep.Facts facts) throws IOException {
        try (AtomicFile file = AtomicFile.create(folder.resolve(FILE))) {
            new Manifest(sweep, file).write(store, facts);
            file.commit();
        }
    }

    private void write(RunStore store, SavedSweep.Facts facts) throws IOException {
        json.beginObject().key("schema").value(SCHEMA);
        program(facts.program());
        heading();
        json.key("experiment_sha256").value(experiment.sha256());
        scenario("scenario", experiment.base());
        design();
        arms();
        json.key("replications").value(experiment.replications());
        experiment.members().ifPresent(members -> SavedMembers.write(members, json));
        precision();
        json.key(RANDOM_NUMBERS).value(experiment.randomNumbers().word());
        if (experiment.by() != Granularity.YEAR) {
            json.key(BY).value(experiment.by().word());
        }
        json.key("seed").value(experiment.seed());
        json.key("seed_scheme_version").value(RunKeys.SCHEME_VERSION);
        texts("outcomes", experiment.outcomes());
        json.key("shard").value(sweep.shard().toString());
        if (sweep.shard().keepsArms()) {
            json.key(SHARD_LAYOUT).value(ARMS_TOGETHER);
        }
        texts("command", sweep.command());
        json.key("jvm").value(facts.jvm()).key("os").value(facts.os());
        times(facts);
        Stopping stopping = Stopping.of(experiment, store);
        boolean fixed = experiment.stopping().isEmpty();
        json.key("runs_total").value(fixed ? sweep.shard().size(experiment.tasks()) : stopping.wanted());
        json.key("runs_done").value(store.size());
        json.key("runs_failed").value(store.failures());
        unmet(stopping);
        json.key(SavedSweep.DIGESTS).beginArray();
        if (facts.finished() != null) {
            digests(store);
        }
        file.append(json.endArray().endObject().finish() + "\n");
    }

    private void program(Program program) {
        json.key("program").beginObject();
        json.key("name").value("borderline");
        json.key("version").value(program.version());
        json.key("commit").value(program.commit());
        json.key("build").value(program.build()).endObject();
    }

    private void heading() {
        json.key("sweep").beginObject();
        json.key("name").value(sweep.heading().name());
        json.key("title").value(sweep.heading().title());
        json.key("question").value(sweep.heading().question()).endObject();
    }

    private void scenario(String key, Scenario scenario) {
        json.key(key).beginObject();
        json.key("name").value(scenario.name());
        json.key("sha256").value(scenario.sha256());
        json.key("text").value(scenario.toYaml()).endObject();
    }

    private void design() {
        DesignInfo info = experiment.design().info();
        json.key("design").beginObject();
        json.key("kind").value(info.kind());
        json.key("sha256").value(experiment.designSha256());
        json.key("points").value(experiment.design().size());
        texts("factors", experiment.design().factors());
        json.key("settings").beginObject();
        info.settings().forEach(this::setting);
        json.endObject();
        json.key("ranges").beginObject();
        info.ranges().forEach((path, range) -> json.key(path).value(range));
        json.endObject().endObject();
    }

    private void setting(String key, String value) {
        json.key(key);
        if (value.equals("true") || value.equals("false")) {
            json.value(value.equals("true"));
        } else {
            json.value(Long.parseLong(value));
        }
    }

    private void arms() {
        json.key("arms").beginArray();
        for (Arm arm : experiment.arms()) {
            json.beginObject().key("name").value(arm.name());
            scenario("scenario", arm.applyTo(experiment.base(), Map.of()));
            controllers(arm);
            json.endObject();
        }
        json.endArray();
    }

    private void controllers(Arm arm) {
        json.key("controllers").beginArray();
        for (ControllerFactory controller : arm.controllers()) {
            json.beginObject().key("name").value(controller.name());
            json.key("version").value(controller.version());
            json.key("schedule").value(controller.schedule().toString()).endObject();
        }
        json.endArray();
    }

    private void times(SavedSweep.Facts facts) {
        json.key("started").value(facts.started().toString()).key("finished");
        if (facts.finished() == null) {
            json.nullValue();
        } else {
            json.value(facts.finished().toString());
        }
    }

    /** Goals of the stopping rule; empty if the number of replications is fixed, else they are its cap. */
    private void precision() {
        json.key("precision").beginArray();
        for (StoppingRule.Goal goal :
                experiment.stopping().map(StoppingRule::goals).orElse(List.of())) {
            json.beginObject().key("measure").value(goal.measure());
            json.key("relative").value(goal.relative());
            json.key("absolute").value(goal.absolute()).endObject();
        }
        json.endArray();
        if (experiment.stopping().map(StoppingRule::ofDifferences).orElse(false)) {
            json.key(PRECISION_OF).value(DIFFERENCES);
        }
    }

    /** Means that are not known as well as was asked for. */
    private void unmet(Stopping stopping) {
        json.key("precision_unmet").beginArray();
        for (PrecisionReached.Unmet unmet : stopping.reached().unmet()) {
            json.beginObject().key("point").value(unmet.point());
            json.key("arm").value(experiment.arms().get(unmet.arm()).name());
            json.key("measure").value(unmet.measure()).endObject();
        }
        json.endArray();
    }

    private void texts(String key, List<String> values) {
        json.key(key).beginArray();
        values.forEach(json::value);
        json.endArray();
    }

    /**
     * An object per cell. In it a digest for each replication that there is a record of, in order, and then a fingerprint for
     * each that ended.
     */
    private void digests(RunStore store) throws IOException {
        int[] cell = {-1};
        SortedMap<Integer, String> fingerprints = new TreeMap<>();
        store.forEach(run -> {
            int next = experiment.tasks().cell(run.task());
            if (next != cell[0]) {
                closeCell(cell[0], fingerprints);
                cell[0] = next;
                json.beginObject().key("point").value(run.task().point());
                json.key("arm").value(experiment.arms().get(run.task().arm()).name());
                json.key("replications").beginObject();
            }
            json.key(run.task().replication()).value(run.digest());
            if (run instanceof FinishedRun finished) {
                fingerprints.put(run.task().replication(), finished.fingerprint());
            }
            file.append(json.drain());
        });
        closeCell(cell[0], fingerprints);
    }

    private void closeCell(int cell, SortedMap<Integer, String> fingerprints) throws IOException {
        if (cell >= 0) {
            json.endObject().key(FINGERPRINTS).beginObject();
            fingerprints.forEach(
                    (replication, fingerprint) -> json.key(replication).value(fingerprint));
            json.endObject().endObject();
            file.append(json.drain());
            fingerprints.clear();
        }
    }
}
