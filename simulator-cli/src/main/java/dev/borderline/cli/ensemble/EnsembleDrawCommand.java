package dev.borderline.cli.ensemble;

import dev.borderline.cli.options.ChanceOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.cli.text.Words;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Priors;
import dev.borderline.simulation.Scenarios;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An ensemble drawn from the priors of the evidence tables, with its manifest. */
@Command(
        name = "draw",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Draws members from the priors of the evidence.",
        description = {
            "Draws members, a Latin hypercube over the priors of seeds/evidence, slices of 64 of which are hypercubes too."
                    + " Writes a table with a line for each member and, beside it, a manifest: the command, and digests of"
                    + " the table and of the inputs with their priors."
        },
        footer = {"", "Examples:", "  borderline ensemble draw --members 256 --out seeds/ensembles/prior.csv"})
public final class EnsembleDrawCommand implements Callable<Integer> {
    private static final int MEMBERS_MAX = 100_000;
    private static final String TABLE = ".csv";

    private final Console console;

    @Option(names = "--members", paramLabel = "N", defaultValue = "256", description = "How many (default: 256).")
    private BigInteger members = BigInteger.ZERO;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "Seed of the draws (default: 42).")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Table to write, ending in .csv.")
    private Path out = Path.of("");

    public EnsembleDrawCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String file = out.getFileName().toString();
        if (!file.endsWith(TABLE)) {
            throw new Refusal("--out " + out + ": the name of a table ends in " + TABLE);
        }
        int count = ChanceOptions.whole("--members", members, 1, MEMBERS_MAX);
        Scenario baseline = Scenarios.named(ShippedScenarios.BASELINE);
        Ensemble drawn = Ensemble.draw(baseline, count, seed);
        AtomicFile.write(out, drawn.toCsv());
        String stem = file.substring(0, file.length() - TABLE.length());
        AtomicFile.write(out.resolveSibling(stem + ".json"), manifest(drawn, baseline));
        console.out()
                .println(Words.counted(count, "member") + " of " + drawn.paths().size() + " inputs in " + out);
        return ExitCodes.OK;
    }

    private String manifest(Ensemble drawn, Scenario baseline) {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("schema").value(1);
        json.key("ensemble").value(drawn.name());
        json.key("command").beginArray();
        List.of(
                        "borderline",
                        "ensemble",
                        "draw",
                        "--members",
                        Integer.toString(drawn.size()),
                        "--seed",
                        Long.toString(seed))
                .forEach(json::value);
        json.endArray();
        json.key("members").value(drawn.size());
        json.key("inputs").value(drawn.paths().size());
        json.key("sha256").value(drawn.sha256());
        json.key("priors_sha256").value(Priors.of(baseline).sha256());
        return json.endObject().finish() + "\n";
    }
}
