package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.analysis.selection.SelectionAnalysis;
import dev.borderline.cli.options.ObjectiveOptions;
import dev.borderline.cli.options.SelectionOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.SelectionTable;
import dev.borderline.cli.text.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Selection of the best arm from the runs of a folder. */
@Command(
        name = "selection",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Which arm has the best mean, with a stated chance of error.",
        description = {
            "Reads the replications of a comparison, or of a sweep of several arms at one point, in their order, and tells which"
                    + " arm is the best as soon as the others are clearly behind it: what 'compare --select-best' tells while"
                    + " it runs. Exit code 4 if the replications do not suffice. Policies are never ranked by arrests."
        },
        footer = {
            "",
            "Examples:",
            "  borderline analyze selection results/policies --measure contact_share \\",
            "    --max --indifference 0.01"
        })
final class AnalyzeSelectionCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private AnalyzeOptions options = new AnalyzeOptions();

    @Mixin
    private ObjectiveOptions objective = new ObjectiveOptions();

    @Mixin
    private SelectionOptions certainty = new SelectionOptions();

    AnalyzeSelectionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Study study = options.study();
        SelectionAnalysis analysis =
                SelectionAnalysis.of(study, objective.objective(study), certainty.settings(objective.isLargest()));
        List<String> lines = new ArrayList<>(new SelectionTable(analysis.selection()).lines(AnalysisText.WIDTH));
        lines.addAll(LedgerLines.of(analysis.ledger(), AnalysisText.WIDTH));
        options.deliver(console, new AnalysisText("selection", analysis.toJson(), analysis.toCsv(), lines));
        return analysis.selection().selected() == null ? ExitCodes.PARTIAL : ExitCodes.OK;
    }
}
