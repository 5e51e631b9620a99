package dev.borderline.experiment;

import dev.borderline.experiment.store.Task;
import dev.borderline.random.RunKeys;
import dev.borderline.simulation.RunKey;
import java.util.Locale;

/** Scheme of random numbers over the cells of an experiment, pairs of a point and an arm: common or independent. */
public enum RandomNumbers {
    /** Common random numbers (CRN). Replication k has the same draws everywhere, so what differs between cells is due to their settings. */
    SHARED {
        @Override
        RunKey key(Experiment experiment, Task task) {
            return new RunKey(experiment.seed(), task.replication());
        }
    },

    /** Each cell has random numbers of its own: its runs are independent of those of any other. */
    INDEPENDENT {
        @Override
        RunKey key(Experiment experiment, Task task) {
            String arm = experiment.arms().get(task.arm()).name();
            return new RunKey(RunKeys.cellSeed(experiment.seed(), task.point(), arm), task.replication());
        }
    };

    abstract RunKey key(Experiment experiment, Task task);

    /** The word for it in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scheme with this word; refuses others. */
    public static RandomNumbers of(String word) {
        for (RandomNumbers scheme : values()) {
            if (scheme.word().equals(word)) {
                return scheme;
            }
        }
        throw new IllegalArgumentException("there is no random-number scheme called " + word);
    }
}
