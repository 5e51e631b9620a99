package dev.borderline.scenario.ensemble;

import dev.borderline.model.Catalog;
import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.text.CsvReader;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Reader of ensembles as tables: the column {@code member} from 0, then a column for each input. Refuses with all faults at once. */
final class EnsembleReader {
    private final InputTree tree;
    private final SourceText table;
    private final Faults faults = new Faults();
    private final Scalars scalars = new Scalars(faults);
    private final List<String> paths = new ArrayList<>();
    private final List<InputSpec> specs = new ArrayList<>();

    EnsembleReader(Catalog catalog, SourceText table) {
        this.tree = new InputTree(catalog);
        this.table = table;
    }

    Ensemble read(String name) {
        List<CsvReader.Row> rows = CsvReader.read(table.text());
        if (rows.size() < 2) {
            throw new InvalidInput(
                    Mark.whole(table.name()),
                    "",
                    "has no members: it needs a line of paths and a line for each member");
        }
        head(rows.get(0));
        faults.throwIfAny();
        List<double[]> members = new ArrayList<>();
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            member(row, members.size()).ifPresent(members::add);
            if (faults.isFull()) {
                break;
            }
        }
        faults.throwIfAny();
        int[] order = IntStream.range(0, paths.size())
                .boxed()
                .sorted(Comparator.comparing(paths::get))
                .mapToInt(Integer::intValue)
                .toArray();
        return Ensemble.of(
                name,
                IntStream.of(order).mapToObj(paths::get).toList(),
                members.stream()
                        .map(row -> IntStream.of(order).mapToDouble(i -> row[i]).toArray())
                        .toList());
    }

    private void head(CsvReader.Row row) {
        List<String> fields = row.fields();
        if (!fields.get(0).strip().equals(Ensemble.memberColumn())) {
            faults.add(
                    mark(row, 0),
                    "",
                    "the first column is " + Fault.quoted(fields.get(0)) + "; it must be '" + Ensemble.memberColumn()
                            + "'");
        }
        for (int column = 1; column < fields.size(); column++) {
            String path = fields.get(column).strip();
            Optional<InputSpec> spec = tree.find(path);
            if (spec.isEmpty()) {
                String near = Faults.didYouMean(path, new TreeSet<>(tree.specs().keySet()));
                faults.add(mark(row, column), "", "unknown input " + Fault.quoted(path) + near);
            } else if (paths.contains(path)) {
                faults.add(mark(row, column), path, "has two columns");
            } else {
                paths.add(path);
                specs.add(spec.get());
            }
        }
    }

    private Optional<double[]> member(CsvReader.Row row, int number) {
        List<String> fields = row.fields();
        if (fields.size() != paths.size() + 1) {
            String message = "has " + fields.size() + (fields.size() == 1 ? " field" : " fields")
                    + "; the first line has " + (paths.size() + 1);
            faults.add(mark(row, 0), "", message);
            return Optional.empty();
        }
        if (!fields.get(0).strip().equals(Integer.toString(number))) {
            faults.add(
                    mark(row, 0),
                    Ensemble.memberColumn(),
                    "is " + Fault.quoted(fields.get(0)) + "; it must be " + number);
            return Optional.empty();
        }
        double[] values = new double[paths.size()];
        for (int i = 0; i < values.length; i++) {
            YamlNode node =
                    new YamlNode.Scalar(mark(row, i + 1), fields.get(i + 1).strip(), false);
            OptionalDouble value = scalars.input(node, paths.get(i), specs.get(i));
            values[i] = value.orElse(Double.NaN);
        }
        return Optional.of(values);
    }

    private Mark mark(CsvReader.Row row, int column) {
        return new Mark(table.name(), row.line(), row.columns().get(column));
    }
}
