package dev.borderline.cli.explain;

import dev.borderline.cli.options.TableFile;
import dev.borderline.cli.options.TableOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.explain.World;
import dev.borderline.observe.Trace;
import dev.borderline.observe.Trace.Row.What;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every event of a run, or of a household in it, as a table. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Writes every event of a run, or of one household, as a table.",
        description = {
            "Runs one replication of a scenario, or of an arm of a result folder, again and writes a line for each event: of"
                    + " a run the events, of a household also its signals, draws and the numbers decisions rested on,"
                    + " unless --what says otherwise. What happens within an event stands before its line.",
            "",
            "Columns: time (UTC from the scenario's first midnight), what, name, of, subject, occurrence, lane, outcome,"
                    + " uniform, probability, value. A run of the default scenario has a million and a half events, some"
                    + " 100 MB."
        },
        footer = {
            "",
            "Examples:",
            "  borderline trace tightening-2015 --household 812 --out -",
            "  borderline trace tightening-2015 --out events.parquet",
            "  borderline trace results/crackdown --arms 3/base --replication 2 --out run.csv",
            "  borderline trace results/country --household 812 --from 2012-01-01 --out -",
            "  borderline trace mine.yaml --what draw,move --format parquet --out draws"
        })
public final class TraceCommand implements Callable<Integer> {
    private static final Set<What> OF_RUNS = EnumSet.of(What.EVENT);

    private final Console console;

    @Mixin
    private Worlds worlds = new Worlds();

    @Option(names = "--household", paramLabel = "H", description = "Only what concerns the household of this number.")
    private @Nullable Long household;

    @Option(
            names = "--what",
            paramLabel = "SORTS",
            split = ",",
            description = "Sorts of lines: event, signal, draw, figure, move.")
    private List<What> what = List.of();

    @Mixin
    private FromOption from = new FromOption();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "A .csv or .parquet file; - is standard output, as CSV.")
    private Path out = Path.of("-");

    @Mixin
    private TableOptions table = new TableOptions();

    public TraceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        TableFile file = table.file(out);
        Worlds.Chosen chosen = worlds.chosen(1);
        long[] rows = {0};
        file.write(TraceCsv.COLUMNS, sink -> rows[0] = run(chosen, sink), console);
        if (!table.quiet() && file.isFile()) {
            console.note(String.format(Locale.ROOT, "%,d", rows[0]) + " lines in " + out);
        }
        return ExitCodes.OK;
    }

    private long run(Worlds.Chosen chosen, TextSink sink) {
        World side = chosen.sides().get(0);
        TraceCsv csv = new TraceCsv(sink, side.scenario().start());
        OptionalLong only = household == null ? OptionalLong.empty() : OptionalLong.of(household);
        Set<What> wanted = household == null ? OF_RUNS : EnumSet.allOf(What.class);
        Set<What> sorts = what.isEmpty() ? wanted : EnumSet.copyOf(what);
        LocalDate first = from.day(side.scenario().period());
        long begin = side.scenario().period().timeMs(first);
        Consumer<Trace.Row> rows = row -> {
            if (row.time() >= begin) {
                csv.accept(row);
            }
        };
        chosen.run(0, first, () -> new Trace(sorts, only, rows)).finish();
        if (household != null && csv.rows() == 0) {
            ExplainCommand.refuseUnknown(household, side.diary(household, chosen.key()));
        }
        return csv.rows();
    }
}
