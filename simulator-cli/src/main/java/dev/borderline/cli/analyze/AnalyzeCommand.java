package dev.borderline.cli.analyze;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Analyses of a sweep beyond its tables. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Tells what moves an outcome, where it lies, what holds up.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  borderline analyze sobol results/assumptions",
            "  borderline analyze prim results/crackdown --measure bribes_paid_usd \\",
            "    --threshold 2e6",
            "  borderline analyze robustness results/policies --measure contact_share \\",
            "    --max",
            "",
            "Methods, references and the shape of the files: docs/sensitivity.md"
        })
public final class AnalyzeCommand {
    /** The command with its subcommands. */
    public static CommandLine line(Console console) {
        return new CommandLine(new AnalyzeCommand())
                .addSubcommand(new AnalyzeSobolCommand(console))
                .addSubcommand(new AnalyzeMorrisCommand(console))
                .addSubcommand(new AnalyzePrimCommand(console))
                .addSubcommand(new AnalyzeCartCommand(console))
                .addSubcommand(new AnalyzeRobustnessCommand(console))
                .addSubcommand(new AnalyzeSelectionCommand(console))
                .addSubcommand(new AnalyzeSensitivityCommand(console))
                .addSubcommand(new AnalyzeVoiCommand(console));
    }
}
