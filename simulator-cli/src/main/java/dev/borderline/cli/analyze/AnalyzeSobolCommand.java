package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.analysis.sensitivity.Bootstrap;
import dev.borderline.analysis.sensitivity.SobolAnalysis;
import dev.borderline.cli.options.ChanceOptions;
import dev.borderline.cli.options.MeasuresOption;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shares of the variance of outcomes that inputs explain. */
@Command(
        name = "sobol",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Shares of the variance of outcomes that inputs explain.",
        description = {
            "Reads a sweep with design: saltelli and prints Sobol's indices of each input: the share of the variance it"
                    + " explains alone (first), and the share in which it has a part (total), with 95 %% intervals; the"
                    + " share of chance, which needs two or more replications; and how much rests on grade C."
        },
        footer = {
            "",
            "Examples:",
            "  borderline analyze sobol results/assumptions",
            "  borderline analyze sobol results/assumptions --measure arrests --json",
            "",
            "after",
            "  borderline sweep seeds/sweeps/assumptions.yaml"
        })
final class AnalyzeSobolCommand implements Callable<Integer> {
    private static final int RESAMPLES_MAX = 100_000; // each is kept, for every index

    private final Console console;

    @Mixin
    private AnalyzeOptions options = new AnalyzeOptions();

    @Mixin
    private MeasuresOption measures = new MeasuresOption();

    @Option(names = "--resamples", paramLabel = "N", description = "Resamples behind the intervals (default: 1000).")
    private BigInteger resamples = BigInteger.valueOf(Bootstrap.standard().resamples());

    AnalyzeSobolCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        int number = ChanceOptions.whole("--resamples", resamples, Bootstrap.RESAMPLES_MIN, RESAMPLES_MAX);
        Study study = options.study();
        Bootstrap standard = Bootstrap.standard();
        SobolAnalysis analysis = SobolAnalysis.of(
                study,
                measures.arm(study),
                measures.names(study),
                new Bootstrap(standard.seed(), number, standard.level()));
        List<String> lines = new SobolTable(analysis).lines(study);
        options.deliver(console, new AnalysisText("sobol", analysis.toJson(), analysis.toCsv(), lines));
        return ExitCodes.OK;
    }
}
