package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.analysis.selection.KimNelson;
import dev.borderline.analysis.selection.SelectionAnalysis;
import dev.borderline.cli.options.ObjectiveOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.SelectionTable;
import dev.borderline.cli.text.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(
            names = "--indifference",
            paramLabel = "D",
            required = true,
            description = "The least difference of means that matters, in the measure's unit.")
    private double indifference;

    @Option(names = "--alpha", paramLabel = "P", description = "Greatest chance to select wrongly (default: 0.05).")
    private double alpha = 0.05;

    AnalyzeSelectionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Study study = options.study();
        SelectionAnalysis analysis = SelectionAnalysis.of(study, objective.objective(study), settings());
        List<String> lines = new ArrayList<>(new SelectionTable(analysis.selection()).lines(AnalysisText.WIDTH));
        lines.addAll(LedgerLines.of(analysis.ledger(), AnalysisText.WIDTH));
        options.deliver(console, new AnalysisText("selection", analysis.toJson(), analysis.toCsv(), lines));
        return analysis.selection().selected() == null ? ExitCodes.PARTIAL : ExitCodes.OK;
    }

    private KimNelson.Settings settings() {
        try {
            return KimNelson.Settings.usual(alpha, indifference, objective.isLargest());
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }
}
