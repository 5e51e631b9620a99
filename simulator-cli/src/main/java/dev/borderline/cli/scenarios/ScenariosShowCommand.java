package dev.borderline.cli.scenarios;

import dev.borderline.cli.options.FolderScenario;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A scenario with everything it inherits, as a file that can be read again. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Prints a scenario as a complete file.",
        description = {
            "Everything it inherits is written out: each input with its value, unit and the row of the evidence tables"
                    + " it comes from. Of a result folder, the scenario of one of its arms as it was run, before any"
                    + " member of an ensemble was asked: so a colleague's folder is where to go on from."
        },
        footer = {
            "",
            "Examples:",
            "  borderline scenarios show tightening-2015",
            "  borderline scenarios show pre-2011 > mine.yaml",
            "  borderline scenarios show results/mine --arm leniency > theirs.yaml"
        })
public final class ScenariosShowCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "SCENARIO", description = "Name of a shipped scenario, a file, or a result folder.")
    private String scenario = "";

    @Option(
            names = "--arm",
            paramLabel = "[POINT/]ARM",
            description = "Of a result folder: which arm, at which point (default: the first at the first).")
    private @Nullable String arm;

    public ScenariosShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        console.out().print(shown().toYaml());
        return ExitCodes.OK;
    }

    private Scenario shown() throws IOException {
        if (FolderScenario.isFolder(scenario)) {
            FolderScenario folder = FolderScenario.of(scenario);
            return folder.scenario(folder.cell("--arm", arm));
        }
        if (arm != null) {
            throw new Refusal("--arm: names an arm of a result folder, and " + scenario + " is none");
        }
        return Scenarios.named(scenario);
    }
}
