package dev.borderline.cli.sweep;

import dev.borderline.cli.options.OneRun;
import dev.borderline.cli.options.Resume;
import dev.borderline.cli.options.WorkOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.MissingRuns;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.folder.Merge;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.mechanism.StandardCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Merge of the shards of one sweep, with the bytes of a sweep that is made at once. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Puts the shards of a sweep into one folder.",
        description = {
            "Puts the runs of several folders of one sweep into one, and writes its tables once all runs are there: the"
                    + " same bytes as of a sweep made at once. Tells what is missing. What was merged before stays:"
                    + " call it again with what came later."
        },
        footer = {
            "",
            "Examples:",
            "  borderline merge results/crackdown-shard-* --out results/crackdown",
            "  borderline merge here/part there/part --out results/whole --json"
        })
public final class MergeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders of shards, or of sweeps that were stopped.")
    private List<Path> folders = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for all runs.")
    private Path out = Path.of("");

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but what is missing or failed.")
    private boolean quiet;

    @Option(names = "--json", description = "Print one JSON object instead.")
    private boolean json;

    public MergeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<ResultFolder> sources = folders.stream().map(ResultFolder::new).toList();
        Merge.Result merged = Merge.folders(sources, new ResultFolder(out), StandardCatalog.standard());
        if (json) {
            console.out().println(MergeJson.of(merged, out));
        } else if (!quiet) {
            console.out()
                    .println(out + " holds " + merged.runs() + " of "
                            + merged.sweep().experiment().tasks().size() + " runs of "
                            + merged.sweep().heading().name() + "; " + merged.added() + " came from "
                            + (folders.size() == 1 ? "one folder" : folders.size() + " folders"));
        }
        tellMissing(merged);
        if (merged.failed() > 0) {
            console.note(SweepCommand.failures(merged.failed(), out));
        }
        return merged.missing().count() + merged.failed() == 0 ? ExitCodes.OK : ExitCodes.PARTIAL;
    }

    /** The command that makes a part in a new folder, cut as the others are. */
    private static String making(Sweep sweep, Shard part) {
        List<String> words = new ArrayList<>(sweep.command());
        if (!part.equals(part.keepingPasts(sweep.experiment()))) {
            words.add(WorkOptions.NO_SHARING);
        }
        return Resume.command(new Sweep(sweep.heading(), sweep.experiment(), part, words));
    }

    private void tellMissing(Merge.Result merged) {
        MissingRuns missing = merged.missing();
        if (missing.count() == 0) {
            return;
        }
        Shard parts = merged.parts();
        if (parts.isWhole()) {
            List<String> first = missing.first().stream()
                    .map(task -> OneRun.name(merged.sweep().experiment(), task))
                    .toList();
            boolean all = first.size() == missing.count();
            console.note(missing.count() + " runs are missing: " + String.join(", ", first) + (all ? "" : ", ..."));
        }
        missing.byShard().forEach((index, count) -> {
            if (!parts.isWhole()) {
                Shard part = new Shard(index, parts.count(), parts.keepsArms());
                console.note(count + " runs of shard " + part + " are missing; to make them: "
                        + making(merged.sweep(), part));
            }
        });
        console.note("then merge again; or make all that is missing in place: " + Resume.command(merged.sweep(), out));
    }
}
