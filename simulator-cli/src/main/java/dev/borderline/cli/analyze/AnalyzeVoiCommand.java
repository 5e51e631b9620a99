package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.analysis.sensitivity.Bootstrap;
import dev.borderline.analysis.sensitivity.InformationAnalysis;
import dev.borderline.cli.options.ObjectiveOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Value of knowing more before a choice is made. */
@Command(
        name = "voi",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "The value of knowing more before a choice is made.",
        description = {
            "Reads a sweep or comparison over members and prints, for a choice among its arms (or --between points), how much"
                    + " better one does on average who learns one unknown before choosing than one who chooses now: the"
                    + " expected value of partial perfect information, in the unit of the measure, bias corrected, with a"
                    + " 95 %% interval and the value that learning nothing shows in 5 %% of samples. Of two options also the"
                    + " chance that knowing it settles the sign of their difference. Policies are never ranked by arrests."
        },
        footer = {
            "",
            "Examples:",
            "  borderline analyze voi results/leniency --measure person_years_held --min",
            "  borderline analyze voi results/crackdown --measure contact_share --max \\",
            "    --between 11,16",
            "",
            "after",
            "  borderline compare tightening-2015 leniency --out results/leniency"
        })
final class AnalyzeVoiCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private AnalyzeOptions options = new AnalyzeOptions();

    @Mixin
    private ObjectiveOptions objective = new ObjectiveOptions();

    @Mixin
    private CellsOption cells = new CellsOption();

    AnalyzeVoiCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Study study = options.study();
        InformationAnalysis analysis =
                InformationAnalysis.of(study, objective.objective(study), cells.cells(study), Bootstrap.standard());
        options.deliver(
                console, new AnalysisText("voi", analysis.toJson(), analysis.toCsv(), new VoiTable(analysis).lines()));
        return ExitCodes.OK;
    }
}
