package dev.borderline.cli;

import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Simulation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One scenario, some replications: a table of outcomes. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Runs one scenario: a table of outcomes with intervals.",
        description = {
            "Runs the scenario a number of times, each with its own luck, and prints the outcomes: the mean over the"
                    + " replications with a 95 %% interval."
        },
        footer = {
            "",
            "Examples:",
            "  borderline run tightening-2015",
            "  borderline run tightening-2015 --replications 30 --seed 7 --json",
            "  borderline run tightening-2015 --set levers.surveillance.coverage=0.06",
            "  borderline run mine.yaml --all"
        })
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "SCENARIO", description = "Name of a shipped scenario, or a file.")
    private String scenario = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of all chance (default: ${DEFAULT-VALUE}).",
            defaultValue = "42")
    private long seed;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "N",
            description = "Number of replications (default: ${DEFAULT-VALUE}).",
            defaultValue = "10")
    private int replications;

    @Mixin
    private SetOption changes = new SetOption();

    @Mixin
    private WorkOptions work = new WorkOptions();

    @Option(names = "--all", description = "Show every measure, not only the main ones.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON object instead of the table.")
    private boolean json;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Scenario changed = changes.applyTo(Library.scenario(scenario));
        if (replications < 1) {
            throw new Refusal("--replications is " + replications + "; it must be 1 or more");
        }
        Progress progress = new Progress(console.err(), work.progressStyle(console), replications, 0);
        Replications runs = new Replications(Simulation.of(changed), seed, replications);
        RunSummary summary = runs.on(work.threads(), progress);
        progress.end();
        if (json) {
            console.out().println(RunJson.of(changed.name(), summary));
        } else {
            new RunTable(console, all).print(changed, summary);
        }
        return ExitCodes.OK;
    }
}
