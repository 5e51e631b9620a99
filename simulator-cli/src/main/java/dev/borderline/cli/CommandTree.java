package dev.borderline.cli;

import dev.borderline.cli.analyze.AnalyzeCommand;
import dev.borderline.cli.analyze.CalibrateCommand;
import dev.borderline.cli.ensemble.EnsembleCommand;
import dev.borderline.cli.ensemble.EnsembleDrawCommand;
import dev.borderline.cli.explain.ExplainCommand;
import dev.borderline.cli.explain.TraceCommand;
import dev.borderline.cli.options.Converters;
import dev.borderline.cli.options.TableFile;
import dev.borderline.cli.run.CompareBy;
import dev.borderline.cli.run.CompareCommand;
import dev.borderline.cli.run.RunCommand;
import dev.borderline.cli.scenarios.ScenariosCheckCommand;
import dev.borderline.cli.scenarios.ScenariosCommand;
import dev.borderline.cli.scenarios.ScenariosListCommand;
import dev.borderline.cli.scenarios.ScenariosNewCommand;
import dev.borderline.cli.scenarios.ScenariosSchemaCommand;
import dev.borderline.cli.scenarios.ScenariosShowCommand;
import dev.borderline.cli.scenarios.ScenariosValidateCommand;
import dev.borderline.cli.serve.ExploreCommand;
import dev.borderline.cli.serve.ServeCommand;
import dev.borderline.cli.sweep.ExportCommand;
import dev.borderline.cli.sweep.ExportShape;
import dev.borderline.cli.sweep.MergeCommand;
import dev.borderline.cli.sweep.ReportCommand;
import dev.borderline.cli.sweep.ReproduceCommand;
import dev.borderline.cli.sweep.StatusCommand;
import dev.borderline.cli.sweep.StatusGroups;
import dev.borderline.cli.sweep.SweepCommand;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.EnumConverter;
import dev.borderline.cli.text.OutputFailure;
import dev.borderline.observe.Trace.Row.What;
import dev.borderline.report.GroupChanges;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** All commands, put together for one console. */
final class CommandTree {
    private static final int HELP_WIDTH = 80;

    /** Branches in the order of the help, by the word that begins them. */
    private static final Map<String, Function<Console, Object>> BRANCHES = new LinkedHashMap<>();

    static {
        BRANCHES.put("scenarios", CommandTree::scenarios);
        BRANCHES.put("run", RunCommand::new);
        BRANCHES.put("compare", CompareCommand::new);
        BRANCHES.put("sweep", SweepCommand::new);
        BRANCHES.put("explore", console -> new ExploreCommand(console, CommandTree::of));
        BRANCHES.put("serve", console -> new ServeCommand(console, CommandTree::of));
        BRANCHES.put("status", StatusCommand::new);
        BRANCHES.put("merge", MergeCommand::new);
        BRANCHES.put("report", ReportCommand::new);
        BRANCHES.put("export", ExportCommand::new);
        BRANCHES.put("analyze", AnalyzeCommand::line);
        BRANCHES.put("calibrate", CalibrateCommand::new);
        BRANCHES.put(
                "ensemble",
                console -> new CommandLine(new EnsembleCommand()).addSubcommand(new EnsembleDrawCommand(console)));
        BRANCHES.put("explain", ExplainCommand::new);
        BRANCHES.put("trace", TraceCommand::new);
        BRANCHES.put("reproduce", ReproduceCommand::new);
        BRANCHES.put("completion", CompletionCommand::new);
        BRANCHES.put("share", ShareCommand::new);
    }

    private CommandTree() {}

    private static CommandLine scenarios(Console console) {
        return new CommandLine(new ScenariosCommand())
                .addSubcommand(new ScenariosListCommand(console))
                .addSubcommand(new ScenariosShowCommand(console))
                .addSubcommand(new ScenariosValidateCommand(console))
                .addSubcommand(new ScenariosCheckCommand(console))
                .addSubcommand(new ScenariosNewCommand(console))
                .addSubcommand(new ScenariosSchemaCommand(console));
    }

    /** The command line; {@code execute} answers the exit code and throws nothing. */
    static CommandLine of(Console console) {
        return of(console, BRANCHES);
    }

    /** As {@link #of(Console)}, with no more than these words need: all branches, or the one that they begin. */
    static CommandLine of(Console console, String... words) {
        Function<Console, Object> branch = words.length == 0 ? null : BRANCHES.get(words[0]);
        return of(console, branch == null ? BRANCHES : Map.of(words[0], branch));
    }

    private static CommandLine of(Console console, Map<String, Function<Console, Object>> branches) {
        RootCommand root = new RootCommand();
        CommandLine all = new CommandLine(root);
        branches.forEach((word, branch) -> all.addSubcommand(word, branch.apply(console)));
        FaultReporter reporter = new FaultReporter(console, root);
        return Converters.register(all)
                .setOut(writer(console.out()))
                .setErr(writer(console.err()))
                .setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(Help.defaultColorScheme(console.styled() ? Ansi.ON : Ansi.OFF))
                .setExecutionStrategy(parsed -> execute(parsed, console))
                .setExecutionExceptionHandler(reporter)
                .setParameterExceptionHandler(reporter)
                .registerConverter(What.class, new EnumConverter<>(What.class))
                .registerConverter(CompareBy.Word.class, new EnumConverter<>(CompareBy.Word.class))
                .registerConverter(GroupChanges.By.class, new EnumConverter<>(GroupChanges.By.class))
                .registerConverter(ExportShape.class, new EnumConverter<>(ExportShape.class))
                .registerConverter(StatusGroups.class, new EnumConverter<>(StatusGroups.class))
                .registerConverter(TableFile.Format.class, new EnumConverter<>(TableFile.Format.class));
    }

    /** Help and versions are printed by picocli outside of any command, where no handler hears of a failed write. */
    private static int execute(ParseResult parsed, Console console) {
        try {
            return new RunLast().execute(parsed);
        } catch (OutputFailure failure) {
            return failure.report(console);
        }
    }

    private static PrintWriter writer(java.io.PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
