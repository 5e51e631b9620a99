package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.random.RunKeys;
import dev.borderline.scenario.Factor;
import dev.borderline.simulation.RunKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomNumbersTest {
    private static Experiment experiment(Arm... arms) {
        Design design = Design.grid(List.of(Factor.of(Small.COVERAGE, 0.03, 0.12)));
        return new Experiment(Small.scenario(), design, List.of(arms), 3, 42, List.of());
    }

    private static final Arm SAME = Arm.of("same", scenario -> scenario);
    private static final Experiment SHARED = experiment(Arm.base(), SAME);
    private static final Experiment INDEPENDENT = SHARED.with(RandomNumbers.INDEPENDENT);

    private static Set<RunKey> keys(Experiment experiment) {
        Set<RunKey> keys = new HashSet<>();
        for (int place = 0; place < experiment.tasks().size(); place++) {
            keys.add(experiment.key(experiment.tasks().inRunOrder(place)));
        }
        return keys;
    }

    @Test
    void keys_sharedOrNot() {
        assertThat(keys(SHARED)).hasSize(3).contains(new RunKey(42, 0));
        assertThat(keys(INDEPENDENT)).hasSize(12).doesNotContainAnyElementsOf(keys(SHARED));
    }

    /** An arm keeps its draws whatever stands beside it. */
    @Test
    void otherArms_moveNobodysDraws() {
        Experiment turned = experiment(Arm.of("new", scenario -> scenario), SAME, Arm.base())
                .with(RandomNumbers.INDEPENDENT);
        assertThat(turned.key(new Task(1, 2, 2))).isEqualTo(INDEPENDENT.key(new Task(1, 0, 2)));
        assertThat(turned.key(new Task(1, 1, 2))).isEqualTo(INDEPENDENT.key(new Task(1, 1, 2)));
    }

    @Test
    void equalArms_differByChanceAlone() throws IOException {
        assertThat(fingerprints(SHARED)).hasSize(6); // two points, three replications; the arms are alike
        assertThat(fingerprints(INDEPENDENT)).hasSize(12);
    }

    private static Set<String> fingerprints(Experiment experiment) throws IOException {
        RunStore store = new MemoryStore(experiment.tasks());
        Runner.of(experiment, store).threads(2).run();
        List<String> fingerprints = new ArrayList<>();
        store.forEach(run -> fingerprints.add(((FinishedRun) run).fingerprint()));
        return new HashSet<>(fingerprints);
    }

    @Test
    void digest_tellsThemApart() {
        assertThat(INDEPENDENT.sha256()).isNotEqualTo(SHARED.sha256());
        assertThat(INDEPENDENT.with(RandomNumbers.SHARED).sha256()).isEqualTo(SHARED.sha256());
    }

    /** Frozen: a change moves every draw of published sweeps with independent random numbers. */
    @Test
    void cellSeeds_neverChange() {
        assertThat(RunKeys.cellSeed(42, 0, "base")).isEqualTo(-6651114913312704485L);
        assertThat(RunKeys.designKey(1, 42)).isEqualTo(8491881852873150824L);
    }
}
