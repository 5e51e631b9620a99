package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunCodec;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Scenario;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Experiments made one after another go on from a past that they have in common, to the runs they would have alone. */
class EarlierPastsTest {
    private static final int REPLICATIONS = 2;
    private static final LocalDate LATE = LocalDate.of(2010, 2, 1);

    private final EarlierPasts pasts = new EarlierPasts();

    private static Scenario moved(LocalDate date, double coverage) {
        return Small.scenario()
                .with("population.resettled_refugees", 300)
                .with(Policy.of("moved", Move.set(date, "surveillance.coverage", coverage)));
    }

    private static List<byte[]> payloads(Scenario scenario, EarlierPasts pasts, UnaryOperator<Runner> setUp)
            throws IOException {
        Experiment experiment =
                new Experiment(scenario, Design.single(), List.of(Arm.base()), REPLICATIONS, 42, List.of());
        MemoryStore store = new MemoryStore(experiment.tasks());
        setUp.apply(new SearchRuns(pasts).runner(experiment, store)).run();
        List<RunRecord> runs = new ArrayList<>();
        store.forEach(runs::add);
        return runs.stream().map(RunCodec::payload).toList();
    }

    private void assertAsAlone(Scenario scenario, int resumed) throws IOException {
        List<byte[]> made = payloads(scenario, pasts, runner -> runner.threads(2));

        assertThat(made)
                .hasSize(REPLICATIONS)
                .usingElementComparator(Arrays::compare)
                .isEqualTo(payloads(scenario, new EarlierPasts(), Runner::withoutSharing));
        assertThat(pasts.resumed()).isEqualTo(resumed);
    }

    /** The second shows where they part, the third is the first to go on from there; an earlier move is met with an earlier snapshot. */
    @Test
    void runs_afterThoseThatPartLater_areThoseMadeAlone() throws IOException {
        assertAsAlone(moved(LATE, 0.1), 0);
        assertAsAlone(moved(LATE, 0.3), 0);
        assertAsAlone(moved(LATE, 0.5), REPLICATIONS);
        assertAsAlone(moved(LATE, 0.7), 2 * REPLICATIONS);
        assertAsAlone(moved(LATE.minusDays(100), 0.7), 2 * REPLICATIONS);
        assertAsAlone(moved(LATE.minusDays(100), 0.2), 3 * REPLICATIONS);
        assertAsAlone(moved(LATE, 0.9), 4 * REPLICATIONS);
        assertAsAlone(moved(LATE, 0.9).with("population.income_mean_usd", 900), 4 * REPLICATIONS);
        assertAsAlone(moved(LATE, 0.9), 4 * REPLICATIONS);
    }

    @Test
    void runs_withoutSharing_areMadeFromTheirStart() throws IOException {
        for (double coverage : new double[] {0.1, 0.2, 0.3}) {
            payloads(moved(LATE, coverage), pasts, Runner::withoutSharing);
        }

        assertThat(pasts.resumed()).isZero();
    }
}
