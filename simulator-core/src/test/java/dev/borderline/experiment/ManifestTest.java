package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ManifestTest {
    @Test
    void json_ofAPartialStore_namesEverything() throws IOException {
        Experiment experiment = FakeRuns.experiment(3);
        RunStore store = new MemoryStore(experiment.tasks());
        store.append(FakeRuns.run(new Task(2, 1, 2)));
        store.append(FakeRuns.run(new Task(0, 0, 0)));
        store.append(new FailedRun(new Task(2, 1, 0), "broke", "again"));
        Instant noon = Instant.parse("2026-11-23T12:00:00Z");
        Manifest.Facts facts = Manifest.Facts.here("0.1.0", "abc", noon, noon.plusSeconds(61));
        JsonNode json = new ObjectMapper().readTree(Manifest.json(experiment, store, facts));
        assertThat(json.at("/schema").intValue()).isEqualTo(1);
        assertThat(json.at("/experiment_sha256").stringValue()).isEqualTo(experiment.sha256());
        assertThat(json.at("/scenario/sha256").stringValue())
                .isEqualTo(experiment.base().sha256());
        assertThat(json.at("/scenario/text").stringValue())
                .isEqualTo(experiment.base().toYaml());
        assertThat(json.at("/design/sha256").stringValue()).isEqualTo(experiment.designSha256());
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
        assertThat(Manifest.json(experiment, new MemoryStore(experiment.tasks()), facts))
                .contains("\"digests\": []");
    }
}
