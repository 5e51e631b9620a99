package dev.borderline.cli.sweep;

import dev.borderline.cli.text.FactorNames;
import dev.borderline.cli.text.TextTable.Align;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.table.CellSummary;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Columns that identify the cells of a sweep in a table.
 *
 * @param columns from the left
 * @param numbered whether points stand as numbers, which a reader has to look up
 */
record CellKeys(List<Column> columns, boolean numbered) {
    /**
     * One column.
     *
     * @param head its heading
     * @param align its flush side
     * @param text what it says of a cell
     */
    record Column(String head, Align align, Function<CellSummary, String> text) {}

    private static final String UNCHANGED = "nothing";

    CellKeys {
        columns = List.copyOf(columns);
    }

    /** A column for every factor: best where there is room. */
    static CellKeys settings(Experiment experiment) {
        List<String> names = FactorNames.of(experiment.design().factors());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int factor = i;
            columns.add(new Column(
                    names.get(i),
                    Align.RIGHT,
                    cell -> Numbers.human(cell.point().values().get(factor))));
        }
        return withArm(experiment, columns, false);
    }

    /** One column. It has the only input that is not as the scenario has it or, where cells change more than one, the point's number. */
    static CellKeys narrow(Experiment experiment, List<CellSummary> cells) {
        List<Double> own = experiment.design().factors().stream()
                .map(experiment.base()::value)
                .toList();
        boolean single = cells.stream().allMatch(cell -> changed(cell, own).size() <= 1);
        List<String> names = FactorNames.of(experiment.design().factors());
        Column column = single
                ? new Column(
                        "changed",
                        Align.LEFT,
                        cell -> changed(cell, own).stream()
                                .map(factor -> names.get(factor) + " "
                                        + Numbers.human(cell.point().values().get(factor)))
                                .findFirst()
                                .orElse(UNCHANGED))
                : new Column(
                        "point",
                        Align.RIGHT,
                        cell -> Integer.toString(cell.point().index()));
        return withArm(experiment, List.of(column), !single);
    }

    /** Factors in which a cell is not as the scenario. */
    private static List<Integer> changed(CellSummary cell, List<Double> own) {
        return IntStream.range(0, own.size())
                .filter(factor -> !cell.point().values().get(factor).equals(own.get(factor)))
                .boxed()
                .toList();
    }

    private static CellKeys withArm(Experiment experiment, List<Column> columns, boolean numbered) {
        List<Column> all = new ArrayList<>();
        if (experiment.arms().size() > 1) {
            all.add(new Column("arm", Align.LEFT, CellSummary::arm));
        }
        all.addAll(columns);
        return new CellKeys(all, numbered);
    }

    List<String> heads() {
        return columns.stream().map(Column::head).toList();
    }

    List<String> of(CellSummary cell) {
        return columns.stream().map(column -> column.text().apply(cell)).toList();
    }
}
