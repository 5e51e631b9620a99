package dev.borderline.report;

import dev.borderline.figure.Datum;
import dev.borderline.figure.EffectChart;
import dev.borderline.figure.Figure;
import dev.borderline.figure.FigureRow;
import dev.borderline.figure.MeanEstimate;
import dev.borderline.figure.Panel;
import dev.borderline.figure.Series;
import dev.borderline.text.GuardedFiles;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Shares of the variance of outcomes, as {@code analyze sobol} left them in a result folder.
 *
 * @param measures in the order of the file; without those it could not determine
 */
record VarianceShares(List<OfMeasure> measures) {
    private static final String FILE = "analysis-sobol.json";
    private static final String UNIT = "1";

    /**
     * Shares of one measure.
     *
     * @param name of the measure
     * @param least of what the varied inputs make of the variance, the share that certainly rests on grade C
     * @param most the share that may
     * @param chance share of the variance that is chance alone; NaN where it is not known
     * @param inputs indices of the inputs that were varied
     */
    record OfMeasure(String name, double least, double most, double chance, List<OfInput> inputs) {
        OfMeasure {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Indices of an input.
     *
     * @param path of the input
     * @param grade A, B or C
     * @param alone share it makes alone (first order)
     * @param together share it has a part in (total)
     */
    record OfInput(String path, String grade, MeanEstimate alone, MeanEstimate together) {}

    VarianceShares {
        measures = List.copyOf(measures);
    }

    /** The shares in a folder; none where nobody asked for them. */
    static Optional<VarianceShares> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!GuardedFiles.isThere(file)) {
            return Optional.empty();
        }
        SourceText text =
                new SourceText(file.toString(), GuardedFiles.text(file, YamlLimits.MACHINE_WRITTEN.maxBytes()));
        List<OfMeasure> measures = new ArrayList<>();
        for (YamlNode measure : items(YamlNode.read(text, YamlLimits.MACHINE_WRITTEN), "measures")) {
            if (at(measure, "factors").isPresent()) {
                measures.add(measure(measure));
            }
        }
        return measures.isEmpty() ? Optional.empty() : Optional.of(new VarianceShares(measures));
    }

    private static OfMeasure measure(YamlNode node) {
        YamlNode assumed = at(node, "grade_c").orElse(node);
        int points = (int) number(node, "base_points");
        List<OfInput> inputs = items(node, "factors").stream()
                .map(factor -> new OfInput(
                        text(factor, "path"),
                        text(factor, "grade"),
                        estimate(factor, "first", points),
                        estimate(factor, "total", points)))
                .toList();
        return new OfMeasure(
                text(node, "name"),
                number(assumed, "share_of_inputs_least"),
                number(assumed, "share_of_inputs_most"),
                number(node, "share_luck_alone"),
                inputs);
    }

    private static Optional<YamlNode> at(YamlNode node, String key) {
        return node instanceof YamlNode.Mapping mapping ? mapping.get(key) : Optional.empty();
    }

    private static List<YamlNode> items(YamlNode node, String key) {
        return at(node, key)
                .map(list -> list instanceof YamlNode.Sequence sequence ? sequence.items() : List.<YamlNode>of())
                .orElse(List.of());
    }

    private static String text(YamlNode node, String key) {
        return at(node, key)
                .map(found -> found instanceof YamlNode.Scalar scalar && !scalar.isNull() ? scalar.text() : "")
                .orElse("");
    }

    private static double number(YamlNode node, String key) {
        String text = text(node, key);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static MeanEstimate estimate(YamlNode node, String key, int points) {
        return new MeanEstimate(
                points,
                number(node, key),
                number(node, key + "_low"),
                number(node, key + "_high"),
                Double.NaN,
                Double.NaN);
    }

    /** The indices as a figure. */
    Figure figure() {
        List<FigureRow> rows = new ArrayList<>();
        List<Panel> panels =
                measures.stream().map(measure -> panel(measure, rows)).toList();
        String caption =
                "Of the variance that the varied inputs make of each outcome, the share that an input makes alone (blue,"
                        + " Sobol' index of first order) and the share in which it has a part, together with others (orange, total index)."
                        + " The thin lines are 95 % intervals by bootstrap. The letter is the grade of the input.";
        return new Figure(
                "shares",
                new Figure.Words("Where the uncertainty comes from", caption),
                2,
                panels,
                new Figure.Table(List.of("factor", "grade", "index"), rows));
    }

    private static Panel panel(OfMeasure measure, List<FigureRow> rows) {
        List<EffectChart.Effects> effects = new ArrayList<>();
        List<OfInput> sorted = measure.inputs.stream()
                .sorted(Comparator.comparingDouble((OfInput input) -> input.together.mean())
                        .reversed())
                .toList();
        for (OfInput input : sorted) {
            String name = PlainNames.ofInput(input.path) + " · " + input.grade;
            rows.add(new FigureRow(List.of(input.path, input.grade, "first"), measure.name, UNIT, input.alone));
            rows.add(new FigureRow(List.of(input.path, input.grade, "total"), measure.name, UNIT, input.together));
            effects.add(new EffectChart.Effects(
                    name,
                    List.of(
                            new EffectChart.End("", Series.kind(1), new Datum(name + ", alone", input.alone)),
                            new EffectChart.End(
                                    "", Series.kind(2), new Datum(name + ", with others", input.together)))));
        }
        return EffectChart.ofShares(PlainNames.ofMeasure(measure.name), effects);
    }
}
