package dev.borderline.cli.scenarios;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Catalog;
import dev.borderline.scenario.ScenarioSchema;
import dev.borderline.scenario.SweepSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The JSON Schema of scenario files, or of sweep files, for editors. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Prints the JSON Schema of scenario or sweep files.",
        description = {
            "Editors with a YAML language server complete keys and mark mistakes while you type, once a scenario begins"
                    + " with the line",
            "  # yaml-language-server: $schema=scenario.schema.json",
            "'scenarios validate' still decides. The schema of sweep files does the same for those; 'sweep' decides."
        },
        footer = {
            "",
            "Examples:",
            "  borderline scenarios schema > scenario.schema.json",
            "  borderline scenarios schema --sweep > sweep.schema.json"
        })
public final class ScenariosSchemaCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--sweep", description = "Print the schema of sweep files instead.")
    private boolean sweep;

    public ScenariosSchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Catalog catalog = StandardCatalog.standard();
        console.out().println(sweep ? SweepSchema.json(catalog) : ScenarioSchema.json(catalog));
        return ExitCodes.OK;
    }
}
