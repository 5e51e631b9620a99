package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.analysis.sensitivity.Bootstrap;
import dev.borderline.analysis.sensitivity.GivenDataAnalysis;
import dev.borderline.cli.options.MeasuresOption;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.table.MemberAnswers;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shares of the spread over members that single unknowns explain. */
@Command(
        name = "sensitivity",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Which unknowns the spread over members comes from.",
        description = {
            "Reads a run, comparison or sweep over members and prints the first-order index of each unknown: the share of"
                    + " the variance of an outcome over members that goes when it is known, bias corrected, with a 95 %%"
                    + " interval. --against takes the change from another arm instead of the outcome itself."
        },
        footer = {
            "",
            "Examples:",
            "  borderline analyze sensitivity results/mine --measure contact_share",
            "  borderline analyze sensitivity results/leniency --arm leniency \\",
            "    --against tightening-2015",
            "",
            "after",
            "  borderline run mine.yaml --out results/mine"
        })
final class AnalyzeSensitivityCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private AnalyzeOptions options = new AnalyzeOptions();

    @Mixin
    private MeasuresOption measures = new MeasuresOption();

    @Option(names = "--against", paramLabel = "NAME", description = "Arm that the change is from.")
    private @Nullable String against;

    @Option(names = "--point", paramLabel = "N", description = "Point, as in design.csv (default: the scenario's own).")
    private @Nullable Integer point;

    AnalyzeSensitivityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Study study = options.study();
        int points = study.experiment().design().size();
        int at = point == null ? MemberAnswers.referencePoint(study.experiment()) : point;
        if (at < 0 || at >= points) {
            throw new Refusal("--point is " + at + "; it must be 0 to " + (points - 1));
        }
        Task to = new Task(at, measures.arm(study), 0);
        Task from = against == null ? to : new Task(at, study.arm(against), 0);
        if (against != null && from.equals(to)) {
            throw new Refusal("--against " + against + " is the arm itself: name another with --arm");
        }
        GivenDataAnalysis analysis = GivenDataAnalysis.of(
                study, new GivenDataAnalysis.Contrast(from, to), measures.names(study), Bootstrap.standard());
        List<String> lines = new SensitivityTable(analysis).lines();
        options.deliver(console, new AnalysisText("sensitivity", analysis.toJson(), analysis.toCsv(), lines));
        return ExitCodes.OK;
    }
}
