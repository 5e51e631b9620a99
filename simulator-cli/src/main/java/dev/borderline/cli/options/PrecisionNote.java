package dev.borderline.cli.options;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.Words;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.PrecisionReached;
import dev.borderline.experiment.StoppingRule;
import dev.borderline.experiment.store.RunStore;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Note for people who asked for a precision. */
public final class PrecisionNote {
    private static final int NAMED_MAX = 3;

    private PrecisionNote() {}

    /** Says what is not known well enough, if anything. */
    public static void tell(Console console, Experiment experiment, RunStore store) throws IOException {
        List<PrecisionReached.Unmet> unmet =
                PrecisionReached.of(experiment, store).unmet();
        if (unmet.isEmpty()) {
            return;
        }
        boolean one = experiment.tasks().cells() == 1;
        boolean differences =
                experiment.stopping().map(StoppingRule::ofDifferences).orElse(false);
        String named = unmet.stream()
                .limit(NAMED_MAX)
                .map(mean -> mean.measure() + (one ? "" : cell(experiment, mean)))
                .collect(Collectors.joining(", "));
        String more = unmet.size() > NAMED_MAX ? " and " + (unmet.size() - NAMED_MAX) + " more" : "";
        console.note("precision " + (differences ? "of differences " : "") + "not reached within "
                + experiment.replications() + " replications: " + named + more + "; --max-replications allows more");
    }

    private static String cell(Experiment experiment, PrecisionReached.Unmet mean) {
        String arm = experiment.arms().get(mean.arm()).name();
        if (experiment.design().size() == 1) {
            return " of " + arm;
        }
        return " at point " + mean.point() + (experiment.arms().size() == 1 ? "" : "/" + arm);
    }

    /** {@code 10 replications}, or {@code 10 to 35 replications}. */
    public static String replications(Experiment experiment, RunStore store) throws IOException {
        PrecisionReached reached = PrecisionReached.of(experiment, store);
        int least = reached.leastReplications();
        int most = reached.mostReplications();
        return (least == most ? "" : least + " to ") + Words.counted(most, "replication");
    }
}
