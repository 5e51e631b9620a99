package dev.borderline.cli;

import dev.borderline.cli.text.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of one command in the language of {@code man}, from what {@code --help} is made of. The macros are those of
 * man(7): TH, SH, TP, PP, nf, fi.
 */
final class ManPage {
    private static final String EXAMPLES = "Examples:";
    /** Synopses are wrapped by the reader's program, at its width; picocli's own lines must not break them before. */
    private static final int UNWRAPPED = 100_000;

    private final CommandLine command;
    private final Help help;
    private final Roff roff = new Roff();

    private ManPage(CommandLine command) {
        this.command = command;
        this.help = command.setUsageHelpWidth(UNWRAPPED).getHelp();
    }

    /** The commands that have a page: all that are shown, the root first. */
    static List<CommandLine> documented(CommandLine root) {
        List<CommandLine> found = new ArrayList<>(List.of(root));
        for (CommandLine sub : root.getSubcommands().values()) {
            if (!sub.getCommandSpec().usageMessage().hidden()) {
                found.addAll(documented(sub));
            }
        }
        return found;
    }

    /** Such as {@code borderline-scenarios-list}. */
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    /** The page of a command. */
    static String of(CommandLine command) {
        return new ManPage(command).text();
    }

    private String text() {
        CommandSpec spec = command.getCommandSpec();
        roff.title(name(command).toUpperCase(Locale.ROOT), Version.released(), "Borderline " + Version.program());
        roff.section("NAME").line(name(command) + " - " + withoutStop(String.join(" ", lines(header()))));
        roff.section("SYNOPSIS").text(help.synopsis(0));
        description(lines(spec.usageMessage().description()));
        arguments(spec);
        subcommands();
        footer();
        exitStatus();
        if (spec.parent() == null) {
            environment();
        }
        seeAlso(spec);
        return roff.text();
    }

    private void description(List<String> paragraphs) {
        if (!paragraphs.isEmpty()) {
            roff.section("DESCRIPTION").paragraphs(paragraphs);
        }
    }

    private String[] header() {
        return command.getCommandSpec().usageMessage().header();
    }

    private void arguments(CommandSpec spec) {
        roff.section("OPTIONS");
        for (PositionalParamSpec argument : spec.positionalParameters()) {
            roff.item(argument.paramLabel());
            described(argument);
        }
        spec.options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(this::option);
    }

    private void option(OptionSpec option) {
        String label = help.parameterLabelRenderer()
                .renderParameterLabel(option, Ansi.OFF, List.of())
                .plainString();
        roff.item(String.join(", ", option.names()) + label);
        described(option);
    }

    private void described(ArgSpec argument) {
        lines(argument.description()).forEach(roff::text);
    }

    private void subcommands() {
        List<CommandLine> shown = children();
        if (shown.isEmpty()) {
            return;
        }
        roff.section("COMMANDS");
        for (CommandLine child : shown) {
            roff.item(child.getCommandName());
            lines(child.getCommandSpec().usageMessage().header()).forEach(roff::text);
        }
    }

    private List<CommandLine> children() {
        return command.getSubcommands().values().stream()
                .filter(child -> !child.getCommandSpec().usageMessage().hidden())
                .toList();
    }

    /** Indented lines after {@value #EXAMPLES} are examples; what follows them are notes. */
    private void footer() {
        List<String> all = lines(command.getCommandSpec().usageMessage().footer());
        int first = all.indexOf(EXAMPLES) + 1;
        int end = first;
        while (end < all.size() && all.get(end).startsWith(" ")) {
            end++;
        }
        roff.section("EXAMPLES").asIs(all.subList(first, end));
        List<String> notes = all.subList(end, all.size());
        if (!notes.isEmpty() && command.getCommandSpec().parent() != null) {
            roff.section("NOTES");
            roff.paragraphs(notes);
        }
    }

    private void exitStatus() {
        roff.section("EXIT STATUS");
        roff.item("0").text("Done.");
        roff.item("1").text("A check failed, or the program broke off.");
        roff.item("2").text("Wrong usage.");
        roff.item("3").text("Bad input; every fault is told with its place.");
        roff.item("4").text("Partly done: some runs failed or were left undone.");
    }

    private void environment() {
        roff.section("ENVIRONMENT");
        roff.item("JAVA_HOME").text("The Java to run with, 17 or later; else the one on the PATH.");
        roff.item("BORDERLINE_JAVA_OPTIONS").text("Options for Java, such as -Xmx4g.");
        roff.item("BORDERLINE_CACHE")
                .text("Folder of the archive that makes starts faster; empty for none. Default: borderline in"
                        + " XDG_CACHE_HOME or in ~/.cache.");
        roff.item("NO_COLOR").text("When set, output is without styles.");
    }

    private void seeAlso(CommandSpec spec) {
        List<String> others = new ArrayList<>();
        if (spec.parent() != null) {
            others.add(name(spec.parent().commandLine()));
        }
        children().forEach(child -> others.add(name(child)));
        if (!others.isEmpty()) {
            roff.section("SEE ALSO").references(others);
        }
    }

    /** Lines of a help text with picocli's format codes resolved. */
    private static List<String> lines(String... texts) {
        return String.join("\n", texts)
                .replace("%n", "\n")
                .replace("%%", "%")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
