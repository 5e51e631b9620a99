package dev.borderline.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.borderline.experiment.DesignPoint;
import dev.borderline.experiment.Manifest;
import dev.borderline.experiment.ResultFiles;
import dev.borderline.experiment.TaskSpace;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.scenario.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was asked in a result folder, as its manifest and design say.
 *
 * @param title a few words
 * @param question what was to be answered
 * @param base the scenario that points and arms change
 * @param factors paths of the inputs that vary
 * @param points settings tried
 * @param arms names of the alternatives, the first the one others are compared with
 * @param replications runs of each cell
 * @param outcomes names of the measures to show first; empty for the usual ones
 * @param provenance where the runs come from
 */
record Study(
        String title,
        String question,
        Scenario base,
        List<String> factors,
        List<DesignPoint> points,
        List<String> arms,
        int replications,
        List<String> outcomes,
        Provenance provenance) {
    Study {
        factors = List.copyOf(factors);
        points = List.copyOf(points);
        arms = List.copyOf(arms);
        outcomes = List.copyOf(outcomes);
    }

    /** Reads a folder; throws {@link NothingToReport} if it is none that a finished run or sweep left. */
    static Study read(Path folder) throws IOException {
        Path file = folder.resolve(Manifest.FILE);
        if (!Files.exists(file)) {
            throw new NothingToReport(
                    folder + " holds no " + Manifest.FILE + ": is it the folder of a finished run or sweep?");
        }
        Fields manifest = Fields.ofFile(file);
        Fields scenario = manifest.object("scenario");
        Scenario base = ScenarioReader.read(
                StandardCatalog.standard(),
                new SourceText(file.toString(), scenario.text("text")),
                new ScenarioFiles());
        List<String> factors = manifest.object("design").texts("factors");
        List<String> arms =
                manifest.objects("arms").stream().map(arm -> arm.text("name")).toList();
        boolean titled = manifest.has("sweep");
        return new Study(
                titled ? manifest.object("sweep").text("title") : base.title(),
                titled ? manifest.object("sweep").text("question") : "",
                base,
                factors,
                points(folder.resolve(ResultFiles.DESIGN), factors),
                arms,
                manifest.whole("replications"),
                manifest.texts("outcomes"),
                Provenance.of(manifest));
    }

    private static List<DesignPoint> points(Path file, List<String> factors) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream()
                    .map(record -> new DesignPoint(
                            Integer.parseInt(record.getField("point")),
                            factors,
                            factors.stream()
                                    .map(factor -> Double.parseDouble(record.getField(factor)))
                                    .toList()))
                    .toList();
        }
    }

    /** All its runs. */
    TaskSpace tasks() {
        return new TaskSpace(points.size(), arms.size(), replications);
    }

    /** The value of a factor at a point. */
    double value(int point, int factor) {
        return points.get(point).values().get(factor);
    }

    /** The values that a factor takes, rising. */
    List<Double> levels(int factor) {
        return points.stream()
                .map(point -> point.values().get(factor))
                .distinct()
                .sorted()
                .toList();
    }

    /** The point where each factor is nearest to the scenario's own value, the first factor first. */
    int reference() {
        List<Integer> left = IntStream.range(0, points.size()).boxed().toList();
        for (int factor = 0; factor < factors.size(); factor++) {
            int along = factor;
            double own = base.value(factors.get(factor));
            double nearest = left.stream()
                    .map(point -> value(point, along))
                    .min(Comparator.comparingDouble(value -> Math.abs(value - own)))
                    .orElseThrow();
            left = left.stream().filter(point -> value(point, along) == nearest).toList();
        }
        return left.get(0);
    }

    /** True when the reference point is the scenario as it stands. */
    boolean referenceIsOwn() {
        return IntStream.range(0, factors.size())
                .allMatch(factor -> value(reference(), factor) == base.value(factors.get(factor)));
    }

    /** The points at which only these factors differ from the reference, by their values in turn. */
    List<Integer> plane(Integer... free) {
        int reference = reference();
        List<Integer> varied = List.of(free);
        Comparator<Integer> order = Comparator.comparingInt(point -> 0);
        for (int factor : varied) {
            order = order.thenComparingDouble(point -> value(point, factor));
        }
        return IntStream.range(0, points.size())
                .filter(point -> IntStream.range(0, factors.size())
                        .allMatch(
                                factor -> varied.contains(factor) || value(point, factor) == value(reference, factor)))
                .boxed()
                .sorted(order)
                .toList();
    }
}
