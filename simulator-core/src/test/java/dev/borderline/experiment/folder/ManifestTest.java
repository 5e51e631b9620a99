package dev.borderline.experiment.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.experiment.Cube;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.design.Scrambling;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FakeRuns;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.scenario.SweepFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ManifestTest {
    private static final Program PROGRAM = new Program("0.1.0", "abc", "borderline 0.1.0 core abc");

    @TempDir
    private Path folder;

    @Test
    void design_drawn_saysHow() throws IOException {
        Experiment grid = FakeRuns.experiment(1);
        Design design = Design.saltelli(Cube.factors(2), 4, true, Scrambling.seeded(7));
        Experiment experiment = new Experiment(grid.base(), design, grid.arms(), 1, 42, List.of());
        SavedSweep.Facts facts = SavedSweep.Facts.here(PROGRAM, Instant.EPOCH, Instant.EPOCH);
        JsonNode json = written(experiment, new MemoryStore(experiment.tasks()), facts);
        assertThat(json.at("/design/kind").stringValue()).isEqualTo("saltelli");
        assertThat(json.at("/design/points").intValue()).isEqualTo(24);
        assertThat(json.at("/design/settings").toString())
                .isEqualTo("{\"base_points\":4,\"second_order\":true,\"scramble\":true,\"design_seed\":7}");
        assertThat(json.at("/design/ranges/x.x1").stringValue()).isEqualTo("0 to 1");
    }

    @Test
    void json_ofAPartialStore_namesEverything() throws IOException {
        Experiment experiment = FakeRuns.experiment(3);
        RunStore store = new MemoryStore(experiment.tasks());
        store.append(FakeRuns.run(new Task(2, 1, 2)));
        store.append(FakeRuns.run(new Task(0, 0, 0)));
        store.append(new FailedRun(new Task(2, 1, 0), "broke", "again"));
        Instant noon = Instant.parse("2026-11-23T12:00:00Z");
        SavedSweep.Facts facts = SavedSweep.Facts.here(PROGRAM, noon, noon.plusSeconds(61));
        JsonNode json = written(experiment, store, facts);
        assertThat(json.at("/program/build").stringValue()).isEqualTo("borderline 0.1.0 core abc");
        assertThat(json.at("/sweep/name").stringValue()).isEqualTo("few");
        assertThat(json.at("/shard").stringValue()).isEqualTo("1/1");
        assertThat(json.at("/schema").intValue()).isEqualTo(1);
        assertThat(json.at("/experiment_sha256").stringValue()).isEqualTo(experiment.sha256());
        assertThat(json.at("/scenario/sha256").stringValue())
                .isEqualTo(experiment.base().sha256());
        assertThat(json.at("/scenario/text").stringValue())
                .isEqualTo(experiment.base().toYaml());
        assertThat(json.at("/design/sha256").stringValue()).isEqualTo(experiment.designSha256());
        assertThat(json.at("/design/kind").stringValue()).isEqualTo("grid");
        assertThat(json.at("/design/ranges").toString())
                .isEqualTo("{\"levers.surveillance.coverage\":\"[0, 0.03, 0.12]\"}");
        assertThat(json.at("/arms/1/name").stringValue()).isEqualTo("no, \"quoted\"");
        assertThat(json.at("/finished").stringValue()).isEqualTo("2026-11-23T12:01:01Z");
        assertThat(json.at("/runs_done").intValue()).isEqualTo(3);
        assertThat(json.at("/runs_failed").intValue()).isEqualTo(1);
        assertThat(json.at("/runs_total").intValue()).isEqualTo(18);
        assertThat(json.at("/digests").size()).isEqualTo(2);
        assertThat(json.at("/digests/1/point").intValue()).isEqualTo(2);
        assertThat(json.at("/digests/1/replications").size()).isEqualTo(2);
        assertThat(json.at("/digests/1/replications/2").stringValue())
                .isEqualTo(FakeRuns.run(new Task(2, 1, 2)).digest());
        JsonNode empty = written(experiment, new MemoryStore(experiment.tasks()), facts);
        assertThat(empty.at("/digests").isEmpty()).isTrue();
    }

    @Test
    void json_whileTheWorkGoesOn_hasNoDigestsAndNoEnd() throws IOException {
        Experiment experiment = FakeRuns.experiment(3);
        RunStore store = new MemoryStore(experiment.tasks());
        store.append(FakeRuns.run(new Task(2, 1, 2)));
        JsonNode json = written(experiment, store, SavedSweep.Facts.here(PROGRAM, Instant.EPOCH, null));
        assertThat(json.get("finished").isNull()).isTrue();
        assertThat(json.get("digests").isEmpty()).isTrue();
    }

    private JsonNode written(Experiment experiment, RunStore store, SavedSweep.Facts facts) throws IOException {
        Sweep sweep = new Sweep(new SweepFile.Heading("few", "Few", ""), experiment, Shard.WHOLE, List.of());
        Manifest.write(folder, sweep, store, facts);
        return new ObjectMapper().readTree(Files.readString(folder.resolve(Manifest.FILE)));
    }
}
