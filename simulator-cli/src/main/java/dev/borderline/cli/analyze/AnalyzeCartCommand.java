package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.analysis.discovery.CartAnalysis;
import dev.borderline.analysis.discovery.RegressionTree;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Under which inputs an outcome is high or low, as a tree. */
@Command(
        name = "cart",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Under which inputs an outcome is high or low, as a tree.",
        description = {
            "Reads a sweep that varies inputs and splits its points again and again in two, so that outcomes are as alike as"
                    + " can be on each side (a regression tree, pruned by cross-validation). With --threshold the outcome is"
                    + " the share of points beyond it."
        },
        footer = {
            "",
            "Examples:",
            "  borderline analyze cart results/lhs --measure contact_share",
            "  borderline analyze cart results/lhs --measure bribes_paid_usd \\",
            "    --threshold 2e6 --depth 3"
        })
final class AnalyzeCartCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private AnalyzeOptions options = new AnalyzeOptions();

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Option(names = "--depth", paramLabel = "N", description = "Most splits one after another (default: 5).")
    private int depth = RegressionTree.Settings.STANDARD.maxDepth();

    @Option(
            names = "--mass",
            paramLabel = "SHARE",
            description = "Least share of all points in a leaf (default: 0.05).")
    private double mass = RegressionTree.Settings.STANDARD.minMass();

    AnalyzeCartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Study study = options.study();
        RegressionTree.Settings settings;
        try {
            settings = new RegressionTree.Settings(mass, depth, RegressionTree.Settings.STANDARD.seed());
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
        CartAnalysis analysis = CartAnalysis.of(study, question.question(study), settings);
        List<String> lines = new CartTable(analysis).lines();
        options.deliver(console, new AnalysisText("cart", analysis.toJson(), analysis.toCsv(), lines));
        return ExitCodes.OK;
    }
}
