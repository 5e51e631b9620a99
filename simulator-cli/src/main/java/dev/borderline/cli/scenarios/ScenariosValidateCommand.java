package dev.borderline.cli.scenarios;

import dev.borderline.cli.options.Warnings;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import dev.borderline.text.JsonWriter;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks scenarios and tells all faults at once. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Checks scenarios and tells all faults at once.",
        description = {
            "Every fault is told with file, line, column, the offending text, what is allowed and the"
                    + " nearest valid key. Exit code 3 when there is any."
        },
        footer = {
            "",
            "Examples:",
            "  borderline scenarios validate mine.yaml",
            "  borderline scenarios validate --json *.yaml"
        })
public final class ScenariosValidateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "SCENARIO", description = "Names of shipped scenarios, or files.")
    private List<String> scenarios = List.of();

    @Option(names = "--json", description = "Print the faults as one JSON array on standard output.")
    private boolean json;

    public ScenariosValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Fault> faults = new ArrayList<>();
        for (String reference : scenarios) {
            try {
                Scenario valid = Scenarios.checked(reference);
                say(reference + ": valid, " + valid.title());
                Warnings.tell(console, valid);
            } catch (InvalidInput refused) {
                faults.addAll(refused.faults());
            }
        }
        if (json) {
            console.out().println(asJson(faults));
        } else {
            faults.forEach(fault -> console.note(fault.toString()));
        }
        return faults.isEmpty() ? ExitCodes.OK : ExitCodes.BAD_INPUT;
    }

    private void say(String line) {
        if (!json) {
            console.out().println(line);
        }
    }

    private static String asJson(List<Fault> faults) {
        JsonWriter json = JsonWriter.indented().beginArray();
        for (Fault fault : faults) {
            json.beginObject().key("file").value(fault.file());
            json.key("line").value(fault.line()).key("column").value(fault.column());
            json.key("key")
                    .value(fault.key())
                    .key("message")
                    .value(fault.message())
                    .endObject();
        }
        return json.endArray().finish();
    }
}
