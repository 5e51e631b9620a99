package dev.borderline.cli.scenarios;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A scenario with everything it inherits, as a file that can be read again. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Prints a scenario as a complete file.",
        description = {
            "Everything it inherits is written out: each input with its value, unit and the row of the evidence tables"
                    + " it comes from."
        },
        footer = {
            "",
            "Examples:",
            "  borderline scenarios show tightening-2015",
            "  borderline scenarios show pre-2011 > mine.yaml"
        })
public final class ScenariosShowCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "SCENARIO", description = "Name of a shipped scenario, or a file.")
    private String scenario = "";

    public ScenariosShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Scenario shown = Scenarios.named(scenario);
        console.out().print(shown.toYaml());
        return ExitCodes.OK;
    }
}
