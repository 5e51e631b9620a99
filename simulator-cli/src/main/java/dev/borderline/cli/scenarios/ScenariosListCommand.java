package dev.borderline.cli.scenarios;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.scenario.ShippedScenarios.Listing;
import dev.borderline.text.JsonWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The shipped scenarios with their stories. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Lists the scenarios that come with the program.",
        footer = {"", "Examples:", "  borderline scenarios list", "  borderline scenarios list --json"})
public final class ScenariosListCommand implements Callable<Integer> {
    private static final int WIDTH = 80;
    private static final String INDENT = "  ";

    private final Console console;

    @Option(names = "--json", description = "Print one JSON array instead.")
    private boolean json;

    public ScenariosListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Listing> all = new ShippedScenarios().list();
        if (json) {
            console.out().println(asJson(all));
            return ExitCodes.OK;
        }
        for (Listing one : all) {
            console.out().println(console.bold(one.name()) + "  " + one.title());
            Wrapping.lines(one.story(), WIDTH - INDENT.length())
                    .forEach(line -> console.out().println(INDENT + line));
        }
        return ExitCodes.OK;
    }

    private static String asJson(List<Listing> all) {
        JsonWriter json = JsonWriter.indented().beginArray();
        for (Listing one : all) {
            json.beginObject().key("name").value(one.name());
            json.key("title").value(one.title());
            json.key("story").value(one.story()).endObject();
        }
        return json.endArray().finish();
    }
}
