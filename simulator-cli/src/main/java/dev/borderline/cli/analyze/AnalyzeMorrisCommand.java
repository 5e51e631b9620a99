package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.analysis.sensitivity.MorrisAnalysis;
import dev.borderline.cli.options.MeasuresOption;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Elementary effects: changes of outcomes when one input takes a step. */
@Command(
        name = "morris",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "What outcomes do when one input takes a step: a cheap screening.",
        description = {
            "Reads a sweep with design: morris and prints the elementary effects of each input, in the outcome's unit, for"
                    + " a walk through its whole range: their mean size (mu*), mean (mu) and spread (sigma), with 95 %%"
                    + " intervals for the means; and the spread that chance alone would give them."
        },
        footer = {
            "",
            "Examples:",
            "  borderline analyze morris results/screening",
            "  borderline analyze morris results/screening --measure contact_share --json"
        })
final class AnalyzeMorrisCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private AnalyzeOptions options = new AnalyzeOptions();

    @Mixin
    private MeasuresOption measures = new MeasuresOption();

    AnalyzeMorrisCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Study study = options.study();
        MorrisAnalysis analysis = MorrisAnalysis.of(study, measures.arm(study), measures.names(study));
        List<String> lines = new MorrisTable(analysis).lines(study);
        options.deliver(console, new AnalysisText("morris", analysis.toJson(), analysis.toCsv(), lines));
        return ExitCodes.OK;
    }
}
