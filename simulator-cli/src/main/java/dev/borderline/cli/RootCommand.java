package dev.borderline.cli;

import dev.borderline.cli.text.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command without a subcommand: only tells what there is. */
@Command(
        name = "borderline",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Simulates what a crackdown on cross-border calls costs people.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  borderline scenarios list",
            "  borderline run tightening-2015",
            "  borderline compare tightening-2015 pre-2011",
            "  borderline sweep seeds/sweeps/crackdown.yaml",
            "  borderline report results/crackdown",
            "",
            "Results go to standard output, progress to standard error.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 bad input, 4 partly done."
        })
final class RootCommand {
    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace when the program breaks off.")
    private boolean debug;

    boolean debug() {
        return debug;
    }
}
