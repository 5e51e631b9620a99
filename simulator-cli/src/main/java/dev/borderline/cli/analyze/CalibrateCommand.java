package dev.borderline.cli.analyze;

import dev.borderline.analysis.calibration.Calibration;
import dev.borderline.analysis.calibration.FileEvaluationLog;
import dev.borderline.analysis.calibration.Fit;
import dev.borderline.analysis.calibration.Parameter;
import dev.borderline.analysis.calibration.Target;
import dev.borderline.analysis.calibration.Targets;
import dev.borderline.cli.options.ChanceOptions;
import dev.borderline.cli.options.WorkOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.scenario.Evidence;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import dev.borderline.text.Nearest;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.SourceText;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits inputs of a scenario to figures of the record. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Fits inputs to targets, and says which of them the targets identify.",
        description = {
            "Moves the inputs named, each of grade C and inside the range of its evidence, until the scenario comes nearest to the"
                    + " targets to fit; targets to check are only looked at afterwards. Every point is run with the same random numbers."
                    + " Broken off, the same command goes on where it stopped.",
            "",
            "With --ensemble every uncertain input varies, and the result is an ensemble: members as probable as the"
                    + " targets and the priors of the evidence say. It is refused, exit code 1, where its gates fail."
        },
        footer = {
            "",
            "Examples:",
            "  borderline calibrate seeds/evidence/targets.csv \\",
            "    --vary needs.rate_mean_per_year --vary policies.border.fortification",
            "  borderline calibrate mine.csv --scenario mine.yaml --budget 400 \\",
            "    --vary brokers.base_fee_usd=5:20 --out results/fit",
            "  borderline calibrate seeds/evidence/targets.csv --ensemble"
        })
public final class CalibrateCommand implements Callable<Integer> {
    private static final long SEED = 42;
    private static final int REPLICATIONS = 3;
    private static final int BYTES_MAX = 1 << 20;
    private static final int BUDGET = 200;
    private static final int BUDGET_MAX = 1_000_000;
    private static final double LOG_FROM = 10; // ranges wider than this ratio are searched by ratio

    private final Console console;

    @Parameters(paramLabel = "TARGETS", description = "CSV with the targets; seeds/evidence/targets.csv is one.")
    private Path file = Path.of("");

    @Option(
            names = "--scenario",
            paramLabel = "SCENARIO",
            defaultValue = "historical",
            description = "What is fitted (default: ${DEFAULT-VALUE}).")
    private String scenario = "";

    @Option(
            names = "--vary",
            paramLabel = "PATH[=LOW:HIGH]",
            description =
                    "An input to move, or policies.LEVER for what the moves of a lever lead to; without a range, in"
                            + " that of its evidence. Repeatable.")
    private List<String> inputs = List.of();

    @Option(names = "--budget", paramLabel = "N", description = "Points to run (default: 200).")
    private @Nullable BigInteger budget;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder (default: results/calibration-SCENARIO).")
    private Path out = Path.of("");

    @Mixin
    private EnsembleFitOptions fit = new EnsembleFitOptions();

    @Option(names = "--json", description = "Print the fit as JSON on standard output.")
    private boolean json;

    @Mixin
    private ChanceOptions chance = new ChanceOptions();

    @Mixin
    private WorkOptions options = new WorkOptions();

    public CalibrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SourceText text = SourceText.ofFile(file, BYTES_MAX);
        List<Target> targets = Targets.read(text.name(), text.text());
        Scenario base = Scenarios.named(scenario);
        Path folder = out.toString().isEmpty() ? Path.of("results", "calibration-" + base.name()) : out;
        CalibrationFolder results = new CalibrationFolder(folder);
        results.check(List.of(file, Path.of(scenario)));
        if (fit.isAsked()) {
            if (!inputs.isEmpty() || budget != null || json) {
                throw new Refusal(
                        "--vary, --budget and --json are of the fit of a mode: leave them away with --ensemble");
            }
            return new EnsembleFit(console, fit, options)
                    .run(base, new EnsembleFit.OnRecord(text, targets), chance, results);
        }
        fit.refuseUnlessAsked();
        if (inputs.isEmpty()) {
            throw new Refusal("no input to move: name one with --vary, or fit all of them with --ensemble");
        }
        Calibration calibration = Calibration.of(base, targets)
                .replications(chance.replications(REPLICATIONS))
                .seed(chance.seed(SEED))
                .budget(budget == null ? BUDGET : ChanceOptions.whole("--budget", budget, 1, BUDGET_MAX))
                .runner(options::set);
        ranges(base).forEach(calibration::vary);
        calibration.check();
        Files.createDirectories(folder);
        try (FileEvaluationLog log = FileEvaluationLog.open(
                results.file(CalibrationFolder.EVALUATIONS), calibration.subject(Version.build()))) {
            CalibrationProgress progress = new CalibrationProgress(console, options, log);
            Fit fit = calibration.log(log).onProgress(progress::show).run();
            progress.end();
            CalibrationReport report = new CalibrationReport(base, fit);
            report.write(results);
            console.out().print(json ? report.json() + "\n" : report.text(folder));
        }
        return ExitCodes.OK;
    }

    private Map<String, Range> ranges(Scenario base) {
        Evidence evidence = Evidence.shipped();
        Map<String, Range> ranges = new LinkedHashMap<>();
        for (String input : inputs) {
            String path = input.replaceAll("=.*", "");
            String name = Parameter.inputOf(path);
            if (!base.values().containsKey(name)) {
                throw new Refusal("there is no input " + name
                        + Nearest.nearest(name, base.values().keySet())
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse(""));
            }
            Evidence.Row row = evidence.of(name, base)
                    .orElseThrow(() -> new Refusal(path + " has no evidence; give its range, " + path + "=LOW:HIGH"));
            if (!row.grade().equals("C")) {
                throw new Refusal(path + " is of grade " + row.grade() + " (" + row.id()
                        + "): only assumptions, grade C, are fitted");
            }
            if (ranges.put(path, range(input.substring(path.length()), row)) != null) {
                throw new Refusal("--vary names " + path + " twice");
            }
        }
        return ranges;
    }

    /** The range of the evidence, or one given inside it. */
    private static Range range(String given, Evidence.Row row) {
        double low = row.low();
        double high = row.high();
        if (!given.isEmpty()) {
            String[] ends = given.substring(1).split(":", -1);
            if (ends.length != 2) {
                throw new Refusal("'" + given.substring(1) + "' is no range; write LOW:HIGH");
            }
            low = number(ends[0]);
            high = number(ends[1]);
        }
        if (!(low < high && low >= row.low() && high <= row.high())) {
            throw new Refusal(
                    "the range " + Numbers.human(low) + " to " + Numbers.human(high) + " is not inside that of "
                            + row.id() + ", " + Numbers.human(row.low()) + " to " + Numbers.human(row.high()));
        }
        return low > 0 && high / low >= LOG_FROM ? Range.log(low, high) : Range.linear(low, high);
    }

    private static double number(String text) {
        return Numbers.parse(text).orElseThrow(() -> new Refusal("'" + text + "' is not a number"));
    }
}
