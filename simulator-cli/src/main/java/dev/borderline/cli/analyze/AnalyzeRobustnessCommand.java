package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.analysis.selection.RobustnessAnalysis;
import dev.borderline.cli.options.ObjectiveOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Robustness of policies over everything that is not known. */
@Command(
        name = "robustness",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Which policies hold up over everything that is not known.",
        description = {
            "Reads a sweep of policies (arms) over many settings of what is not known (points), best with design: lhs, and"
                    + " prints for each policy how its outcome is spread, how bad it gets, how much it falls behind the best"
                    + " policy of a point (regret), and at how many points it is good enough. Policies are never ranked by"
                    + " arrests."
        },
        footer = {
            "",
            "Examples:",
            "  borderline analyze robustness results/policies --measure contact_share \\",
            "    --max --threshold 0.4",
            "  borderline analyze robustness results/policies \\",
            "    --measure person_years_held --min"
        })
final class AnalyzeRobustnessCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private AnalyzeOptions options = new AnalyzeOptions();

    @Mixin
    private ObjectiveOptions objective = new ObjectiveOptions();

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "An outcome at least as good as this is good enough.")
    private @Nullable Double threshold;

    AnalyzeRobustnessCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Study study = options.study();
        RobustnessAnalysis analysis = RobustnessAnalysis.of(study, objective.objective(study), threshold);
        List<String> lines = new RobustnessTable(analysis).lines();
        options.deliver(console, new AnalysisText("robustness", analysis.toJson(), analysis.toCsv(), lines));
        return ExitCodes.OK;
    }
}
