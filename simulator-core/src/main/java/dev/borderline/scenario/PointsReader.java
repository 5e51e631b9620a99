package dev.borderline.scenario;

import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.text.CsvReader;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.Mark;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the points of a list. A table with a path of an input at the head of each column, as in {@code design.csv}. */
final class PointsReader {
    /** Columns of design.csv beside the inputs: the number of the row and the roles that designs give their points. Passed over. */
    private static final List<String> OTHERS = List.of("point", "row", "matrix", "trajectory", "moved", "step");

    private static final Map<String, Double> SWITCHES = Map.of("0", 0.0, "1", 1.0); // as design.csv has them

    private final SourceText table;
    private final Scenario scenario;
    private final Faults faults;
    private final Scalars scalars;
    private final List<Integer> columns = new ArrayList<>();
    private final List<InputSpec> specs = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final List<List<Double>> points = new ArrayList<>();

    PointsReader(SourceText table, Scenario scenario, Faults faults) {
        this.table = table;
        this.scenario = scenario;
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    void read() {
        List<CsvReader.Row> rows = CsvReader.read(table.text());
        if (rows.size() < 2) {
            faults.add(
                    Mark.whole(table.name()), "", "has no points: it needs a line of paths and a line for each point");
            return;
        }
        head(rows.get(0));
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            if (faults.isFull()) {
                return;
            }
            point(row, rows.get(0).fields().size());
        }
    }

    private void head(CsvReader.Row row) {
        for (int column = 0; column < row.fields().size(); column++) {
            String path = row.fields().get(column).strip();
            if (OTHERS.contains(path)) {
                continue;
            }
            Optional<String> fault = InputNames.fault(path, scenario);
            if (fault.isPresent()) {
                faults.add(mark(row, column), "", fault.get());
            } else if (paths.contains(path)) {
                faults.add(mark(row, column), path, "has two columns");
            } else {
                columns.add(column);
                paths.add(path);
                specs.add(scenario.spec(path));
            }
        }
    }

    private void point(CsvReader.Row row, int width) {
        int fields = row.fields().size();
        if (fields != width) {
            String message = "has " + fields + (fields == 1 ? " field" : " fields") + "; the first line has " + width;
            faults.add(mark(row, 0), "", message);
            return;
        }
        List<Double> point = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = columns.get(i);
            String field = row.fields().get(column).strip();
            Double onOff = specs.get(i).kind() == InputSpec.Kind.SWITCH ? SWITCHES.get(field) : null;
            if (onOff != null) {
                point.add(onOff);
                continue;
            }
            YamlNode node = new YamlNode.Scalar(mark(row, column), field, false);
            scalars.input(node, paths.get(i), specs.get(i)).ifPresent(point::add);
        }
        points.add(point);
    }

    private Mark mark(CsvReader.Row row, int column) {
        return new Mark(table.name(), row.line(), row.columns().get(column));
    }

    /** A factor for each column, with the values that occur. */
    List<Factor> factors() {
        List<Factor> factors = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            int column = i;
            List<Double> values =
                    points.stream().map(point -> point.get(column)).distinct().toList();
            factors.add(new Factor(paths.get(i), Range.values(values)));
        }
        return factors;
    }

    SweepDesign design() {
        return new SweepDesign.Listed(points);
    }
}
