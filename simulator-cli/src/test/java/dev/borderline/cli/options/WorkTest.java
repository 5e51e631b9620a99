package dev.borderline.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Small;
import dev.borderline.cli.text.ProgressLine.Style;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Precision;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.scenario.SweepFile;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Members;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Precision in the progress line: that of the mean for replications of one model, nothing for members. */
class WorkTest {
    @TempDir
    private Path folder = Path.of("");

    private Experiment experiment() {
        Scenario small = ScenarioReader.read(
                StandardCatalog.standard(), Small.scenario(folder, "").toString(), new ScenarioFiles());
        return new Experiment(small, Design.single(), List.of(Arm.base()), 4, 42, List.of("contact_share"));
    }

    /** The spread that is shown once half of the runs are there; none where none is ever. */
    private static Optional<Precision.Spread> midway(Style style, Experiment experiment) throws IOException {
        Sweep sweep = new Sweep(new SweepFile.Heading("small", "Small", ""), experiment, Shard.WHOLE, List.of());
        try (RunStore all = new MemoryStore(experiment.tasks());
                RunStore half = new MemoryStore(experiment.tasks())) {
            Runner.of(experiment, all).threads(1).run();
            for (int replication = 0; replication < experiment.replications() / 2; replication++) {
                RunRecord run = Objects.requireNonNull(all.find(new Task(0, 0, replication)));
                half.append(run);
            }
            return Work.precision(style, half, sweep).flatMap(Precision::spread);
        }
    }

    @Test
    void replications_ofOneModel_showTheIntervalOfTheirMean() throws IOException {
        assertThat(midway(Style.BAR, experiment())).hasValueSatisfying(spread -> {
            assertThat(spread.measure()).isEqualTo("contact_share");
            assertThat(spread.widest()).isPositive();
        });
        assertThat(midway(Style.NONE, experiment())).isEmpty();
    }

    /** Members differ because inputs do: a half-width over them would be taken for an interval that more runs make narrower. */
    @Test
    void members_showNone() throws IOException {
        Ensemble prior = Ensemble.shipped(StandardCatalog.standard(), Ensemble.PRIOR);

        Experiment over = experiment().with(new Members(prior.first(2), 2));

        assertThat(over.replications()).isEqualTo(experiment().replications());
        for (Style style : Style.values()) {
            assertThat(midway(style, over)).isEmpty();
        }
    }
}
