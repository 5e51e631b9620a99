package dev.borderline.cli.scenarios;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Shell;
import dev.borderline.cli.text.Version;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.simulation.Scenarios;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A scenario to begin with: short, commented, valid as it stands. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Writes a commented scenario to begin with.",
        description = {"It is valid as it stands and says what to change. A file that exists is never overwritten."},
        footer = {
            "",
            "Examples:",
            "  borderline scenarios new mine.yaml",
            "  borderline scenarios new mine.yaml --extends pre-2011",
            "  borderline scenarios new - | less"
        })
public final class ScenariosNewCommand implements Callable<Integer> {
    @SuppressWarnings("InlineFormatString") // a page of text, not to be read inside a method
    private static final String TEMPLATE = """
            # A scenario: only what differs from the one it extends. Check it with
            #   borderline scenarios validate FILE
            # yaml-language-server: $schema=scenario.schema.json
            #   (made by: borderline scenarios schema > scenario.schema.json)
            schema: 1
            extends: %s # %s
            title: My scenario
            story: One sentence, what changed against %8$s.
            source: What it rests on.
            grade: C # A counted, B reported, C assumed

            # Simulated days, if others than those of %8$s. The end is the first day no longer simulated.
            # start: %3$s
            # end: %4$s

            # Levers hold from the first day. All names, units and ranges: docs/parameters.md, or
            #   borderline scenarios show %9$s
            levers:
              surveillance:
                coverage: %5$s # share of air time listened to, 0 to 1

            # Moves of levers on dates: set to a value, scale by a factor, or ramp to a value until a date.
            # policies:
            #   - {lever: surveillance.coverage, at: %6$s, scale: 2, source: an assumption}
            #   - {lever: border.fortification, at: %6$s, ramp: {to: 0.9, until: %7$s}}
            """;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z./][A-Za-z0-9_./-]*");

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "File to write; - is standard output.")
    private String file = "";

    @Option(
            names = "--extends",
            paramLabel = "SCENARIO",
            defaultValue = "tightening-2015",
            description = "What it differs from. Default: ${DEFAULT-VALUE}.")
    private String parent = "";

    public ScenariosNewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Path.of(file).toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Refusal(file + ": there is no folder " + folder);
        }
        String text = text(Scenarios.named(parent));
        if (file.equals("-")) {
            console.out().print(text);
            return ExitCodes.OK;
        }
        try {
            Files.writeString(Path.of(file), text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exists) {
            throw new Refusal(file + " exists and is left as it is; name another file");
        }
        console.note(
                "wrote " + file + "; check it with 'borderline scenarios validate " + Shell.line(List.of(file)) + "'");
        return ExitCodes.OK;
    }

    /** The parent as the new file has to name it. Paths in a file begin where it lies, not where the command was given. */
    private String reference() throws IOException {
        Path folder = Path.of(file).toAbsolutePath().getParent();
        if (!ScenarioFiles.isPath(parent) || Path.of(parent).isAbsolute() || file.equals("-") || folder == null) {
            return parent;
        }
        Path from = folder.toRealPath();
        String relative = from.relativize(Path.of(parent).toRealPath()).toString();
        return ScenarioFiles.isPath(relative) ? relative : "./" + relative;
    }

    /** A word as YAML takes it for text. Where it would take it for something else, a string of JSON, which is one of YAML. */
    private static String asYaml(String word) {
        return PLAIN.matcher(word).matches()
                ? word
                : JsonWriter.compact().value(word).finish();
    }

    private String text(Scenario base) throws IOException {
        int years = base.end().getYear() - base.start().getYear();
        return TEMPLATE.formatted(
                asYaml(reference()),
                base.title().lines().collect(Collectors.joining(" ")),
                base.start(),
                base.end(),
                Numbers.file(base.value("levers.surveillance.coverage")),
                base.start().plusYears(years / 2),
                base.start().plusYears(years / 2).plusMonths(6),
                base.name(),
                asYaml(parent));
    }
}
