package dev.borderline.report;

import dev.borderline.figure.Datum;
import dev.borderline.figure.EffectChart;
import dev.borderline.figure.Figure;
import dev.borderline.figure.FigureRow;
import dev.borderline.figure.MeanEstimate;
import dev.borderline.figure.Panel;
import dev.borderline.figure.Series;
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
    private static final String KIND = "sobol";
    private static final String UNIT = "1";
    private static final String CHANCE = "share_replication_alone";
    private static final String CHANCE_BEFORE = "share_luck_alone"; // in files made before it had that name

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
        List<OfMeasure> measures =
                AnalysisFile.in(folder, KIND).map(file -> file.items("measures")).orElse(List.of()).stream()
                        .filter(measure -> measure.at("factors").isPresent())
                        .map(VarianceShares::measure)
                        .toList();
        return measures.isEmpty() ? Optional.empty() : Optional.of(new VarianceShares(measures));
    }

    private static OfMeasure measure(AnalysisFile node) {
        AnalysisFile assumed = node.at("grade_c").orElse(node);
        int points = (int) node.number("base_points");
        List<OfInput> inputs = node.items("factors").stream()
                .map(factor -> new OfInput(
                        factor.text("path"),
                        factor.text("grade"),
                        factor.estimate("first", points),
                        factor.estimate("total", points)))
                .toList();
        return new OfMeasure(
                node.text("name"),
                assumed.number("share_of_inputs_least"),
                assumed.number("share_of_inputs_most"),
                node.number(node.at(CHANCE).isPresent() ? CHANCE : CHANCE_BEFORE),
                inputs);
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
