package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.analysis.discovery.Prim;
import dev.borderline.analysis.discovery.PrimAnalysis;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Under which inputs an outcome of interest comes about, as boxes. */
@Command(
        name = "prim",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Under which inputs an outcome of interest comes about, as boxes.",
        description = {
            "Reads a sweep that varies inputs, best with design: lhs, and looks for boxes in which most points are of"
                    + " interest (the patient rule induction method). Prints the trade of coverage (share of what is of"
                    + " interest that the box holds) against density (share of the box that is of interest), and the"
                    + " limits of the box with their quasi-p: small where a limit tells something."
        },
        footer = {
            "",
            "Examples:",
            "  borderline analyze prim results/lhs --measure bribes_paid_usd \\",
            "    --threshold 2e6",
            "  borderline analyze prim results/lhs --measure contact_share \\",
            "    --threshold 0.4 --below --density 0.8 --boxes 2",
            "  borderline analyze prim results/lhs --measure person_years_held \\",
            "    --arm drive --against as-is --threshold 0"
        })
final class AnalyzePrimCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private AnalyzeOptions options = new AnalyzeOptions();

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Option(names = "--boxes", paramLabel = "N", description = "Most boxes to look for (default: 1).")
    private int boxes = 1;

    @Option(
            names = "--density",
            paramLabel = "SHARE",
            description = "Take the first box so dense (default: the best balance of density and coverage).")
    private @Nullable Double density;

    @Option(names = "--peel", paramLabel = "SHARE", description = "Share that a slice takes away (default: 0.05).")
    private double peel = Prim.Settings.STANDARD.peel();

    @Option(names = "--mass", paramLabel = "SHARE", description = "Least share of all points in a box (default: 0.05).")
    private double mass = Prim.Settings.STANDARD.minMass();

    AnalyzePrimCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Study study = options.study();
        Prim.Settings settings;
        try {
            settings = new Prim.Settings(peel, peel, mass);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
        PrimAnalysis.Request request = new PrimAnalysis.Request(settings, boxes, density);
        PrimAnalysis analysis = PrimAnalysis.of(study, question.withThreshold(study), request);
        List<String> lines = new PrimTable(analysis).lines();
        options.deliver(console, new AnalysisText("prim", analysis.toJson(), analysis.toCsv(), lines));
        return ExitCodes.OK;
    }
}
