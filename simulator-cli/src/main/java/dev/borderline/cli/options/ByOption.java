package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Experiment.Granularity;
import java.util.List;
import picocli.CommandLine.Option;

/** Calendar periods that measures are kept by. */
public final class ByOption {
    @Option(
            names = "--by",
            paramLabel = "PERIOD",
            description = "Keep measures by calendar year, or by month too: ${COMPLETION-CANDIDATES} (default: year).")
    private Granularity by = Granularity.YEAR;

    /** The option as words of a command. */
    public List<String> words() {
        return by == Granularity.YEAR ? List.of() : List.of("--by", by.word());
    }

    /** Granularity that is asked for. */
    public Granularity granularity() {
        return by;
    }

    /** Refuses months where no folder is written that could hold them. */
    public void refuseWithoutFolder() {
        if (by == Granularity.MONTH) {
            throw new Refusal("--by month: nothing is kept by month here; name a folder for monthly.csv with --out");
        }
    }
}
