package dev.borderline.cli.scenarios;

import dev.borderline.cli.options.ChanceOptions;
import dev.borderline.cli.options.WorkOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.ProgressLine;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.experiment.compare.SignatureCheck;
import dev.borderline.experiment.compare.Verdict;
import dev.borderline.figure.Plain;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import dev.borderline.text.JsonWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Check of scenarios against the claims of their signatures. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Runs scenarios and tells whether their signatures show.",
        description = {
            "Each scenario runs beside those that its signature names, with the same people, needs and random numbers. A claim shows"
                    + " when a 99.9 %% interval for the paired difference lies wholly on the claimed side. Exit code 1 when a"
                    + " claim does not show. Without --seed and --replications: seed 42, 10 replications."
        },
        footer = {
            "",
            "Examples:",
            "  borderline scenarios check leniency",
            "  borderline scenarios check mine.yaml --replications 30",
            "  borderline scenarios check --json"
        })
public final class ScenariosCheckCommand implements Callable<Integer> {
    private static final long SEED = 42;
    private static final int REPLICATIONS = 10;
    private static final int WIDTH = 80;

    private final Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "SCENARIO",
            description = "Names of shipped scenarios, or files; all shipped ones when left out.")
    private List<String> scenarios = List.of();

    @Mixin
    private ChanceOptions chance = new ChanceOptions();

    @Mixin
    private WorkOptions options = new WorkOptions();

    @Option(names = "--json", description = "Print one JSON array instead.")
    private boolean json;

    public ScenariosCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (chance.replications(REPLICATIONS) < 2) {
            throw new Refusal("--replications is 1; intervals need 2 or more");
        }
        List<Scenario> all = (scenarios.isEmpty() ? new ShippedScenarios().names() : scenarios)
                .stream().map(Scenarios::checked).toList();
        boolean shows = true;
        JsonWriter array = JsonWriter.indented().beginArray();
        for (Scenario scenario : all) {
            List<Verdict> verdicts = verdicts(scenario);
            shows &= verdicts.stream().allMatch(Verdict::shows);
            if (json) {
                verdicts.forEach(verdict -> write(array, scenario, verdict));
            } else {
                print(scenario, verdicts);
            }
        }
        array.endArray();
        if (json) {
            console.out().println(array.finish());
        }
        return shows ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private List<Verdict> verdicts(Scenario scenario) {
        ProgressLine line = new ProgressLine(console, options.progressStyle(console));
        List<Verdict> verdicts = SignatureCheck.of(scenario)
                .replications(chance.replications(REPLICATIONS))
                .seed(chance.seed(SEED))
                .runner(runner -> runner.threads(options.threads()).onProgress(line::show))
                .run();
        line.end();
        return verdicts;
    }

    private static Plain plain(Scenario scenario, String name) {
        return Simulation.of(scenario).measures().stream()
                .filter(measure -> measure.name().equals(name))
                .map(measure -> Plain.of(measure.unit()))
                .findFirst()
                .orElseThrow();
    }

    private void print(Scenario scenario, List<Verdict> verdicts) {
        console.out().println(console.bold(scenario.name()) + ": " + scenario.title());
        if (verdicts.isEmpty()) {
            console.out().println("  claims nothing");
        }
        for (Verdict verdict : verdicts) {
            console.out().println((verdict.shows() ? "  shows  " : "  NOT    ") + verdict.claim());
            Plain plain = plain(scenario, verdict.claim().measure());
            String means = plain.shown(verdict.subject()) + " against " + plain.withUnit(verdict.reference()) + " in "
                    + verdict.n() + " replications, seed " + chance.seed(SEED);
            Wrapping.lines(means, WIDTH - 9).forEach(text -> console.out().println("         " + text));
        }
        console.out().println();
    }

    private static void write(JsonWriter array, Scenario scenario, Verdict verdict) {
        array.beginObject().key("scenario").value(scenario.name());
        array.key("claim").value(verdict.claim().toString());
        array.key("shows").value(verdict.shows());
        array.key("subject_mean").summaryValue(verdict.subject());
        array.key("reference_mean").summaryValue(verdict.reference());
        array.key("factor").value(verdict.claim().factor());
        array.key("margin_low").summaryValue(verdict.margin().low());
        array.key("margin_high").summaryValue(verdict.margin().high());
        array.key("level").value(verdict.margin().level());
        array.key("replications").value(verdict.n()).endObject();
    }
}
