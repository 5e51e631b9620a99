package dev.borderline.cli;

import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.ScenarioSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The JSON Schema of scenario files, for editors. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Prints the JSON Schema of scenario files.",
        description = {
            "Editors with a YAML language server complete keys and mark mistakes while you type, once a scenario begins"
                    + " with the line",
            "  # yaml-language-server: $schema=scenario.schema.json",
            "'scenarios validate' still decides."
        },
        footer = {"", "Examples:", "  borderline scenarios schema > scenario.schema.json"})
final class ScenariosSchemaCommand implements Callable<Integer> {
    private final Console console;

    ScenariosSchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println(ScenarioSchema.json(StandardCatalog.standard()));
        return ExitCodes.OK;
    }
}
