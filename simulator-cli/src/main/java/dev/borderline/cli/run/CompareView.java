package dev.borderline.cli.run;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.experiment.compare.FateComparison;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.measure.Measure;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Measures that a comparison shows, and their form. */
final class CompareView {
    /**
     * Content of a comparison as shown.
     *
     * @param folder where it was kept, if anywhere
     * @param explain the command that explains a household of an arm, by name; empty where there is none
     */
    record Shown(
            Experiment experiment,
            Comparison comparison,
            List<FateComparison.OfArm> fates,
            @Nullable ResultFolder folder,
            BiFunction<String, Long, Optional<String>> explain) {}

    @Option(
            names = "--outcomes",
            paramLabel = "NAMES",
            split = ",",
            description = "Compare these measures instead of the main ones.")
    private List<String> outcomes = List.of();

    @Option(names = "--all", description = "Compare every measure.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON object instead of the table.")
    private boolean json;

    /** Refuses measures that are asked for and not among those of all arms, before anything is run. */
    void refuseUnknown(List<String> known) {
        List<String> refusals = outcomes.stream()
                .filter(name -> !known.contains(name))
                .map(name -> "--outcomes: no arm, or not every arm, reports '" + name + "'"
                        + Nearest.nearest(name, known)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse(""))
                .toList();
        if (!refusals.isEmpty()) {
            throw new Refusal(String.join("\n", refusals));
        }
    }

    /** The measures compared. */
    List<String> outcomes(Comparison comparison) {
        return outcomes(comparison.measures());
    }

    /** The measures compared, of these. */
    List<String> outcomes(List<Measure> known) {
        if (!outcomes.isEmpty()) {
            return outcomes;
        }
        return all ? known.stream().map(Measure::name).toList() : MeasureGroup.main(known);
    }

    boolean isJson() {
        return json;
    }

    /** Writes it into a JSON object that is open. */
    void write(JsonWriter writer, Shown shown) {
        CompareJson.write(writer, shown, outcomes(shown.comparison()));
    }

    void print(Console console, Shown shown) {
        if (json) {
            JsonWriter writer = JsonWriter.indented().beginObject();
            write(writer, shown);
            console.out().println(writer.endObject().finish());
        } else {
            new CompareTable(console, shown).print(outcomes(shown.comparison()));
        }
    }
}
