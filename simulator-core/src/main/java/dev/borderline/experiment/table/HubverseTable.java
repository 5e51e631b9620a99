package dev.borderline.experiment.table;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.experiment.table.Column.ColumnType;
import dev.borderline.measure.Measure;
import dev.borderline.stat.Quantiles;
import dev.borderline.text.Numbers;
import dev.borderline.text.TextSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Model output of the hubverse. A line per finished run and measure, of output type {@code sample} (hubverse documentation, "Sample
 * output type"). The columns {@code scenario_id} and {@code target} are the task ids; {@code output_type_id} is the index of a sample.
 *
 * <p>Lines with one index are one draw from a joint distribution. A run gives all its targets at once; and replications with the same
 * number share their common random numbers in every scenario, so they are one sample across scenarios too: the index is the number of
 * the replication, counted from 1, and no task id of this table belongs to the compound task id set. Where cells are independent
 * every run has an index of its own, and the set is {@code scenario_id}. Task ids and index together never occur twice. What is
 * undefined has no line.
 *
 * <p>Over members the samples of a scenario are followed by its quantiles, of type 7 over all its samples: what is not known and chance
 * together. Their index is the probability.
 */
final class HubverseTable extends ResultTable {
    static final List<Column> COLUMNS = List.of(
            new Column("scenario_id", ColumnType.TEXT),
            new Column("target", ColumnType.TEXT),
            new Column("output_type", ColumnType.TEXT),
            new Column("output_type_id", ColumnType.TEXT),
            new Column("value", ColumnType.NUMBER));

    private static final String SAMPLE = "sample";
    private static final String QUANTILE = "quantile";
    private static final List<Double> PROBABILITIES = List.of(.05, .25, .5, .75, .95);

    private final TableColumns headings;
    private final List<Measure> measures;
    /** Samples of the scenario under way, by measure; empty where no quantiles are told. */
    private final List<DoubleStream.Builder> samples = new ArrayList<>();

    private String scenario = "";

    HubverseTable(TextSink out, TableColumns headings, List<Measure> measures) throws IOException {
        super(out);
        this.headings = headings;
        this.measures = measures;
        line(Column.names(COLUMNS));
    }

    @Override
    public void accept(RunRecord run) throws IOException {
        if (run instanceof FinishedRun finished) {
            begin(scenario(run.task()));
            for (int i = 0; i < measures.size(); i++) {
                String name = measures.get(i).name();
                double value = finished.value(finished.layout().index(name));
                if (!Double.isNaN(value)) {
                    line(name, SAMPLE, Long.toString(sample(run.task())), value);
                    if (!samples.isEmpty()) {
                        samples.get(i).add(value);
                    }
                }
            }
        }
    }

    /** Goes over to a scenario, whose runs follow one another. */
    private void begin(String next) throws IOException {
        if (!next.equals(scenario)) {
            finish();
            scenario = next;
            if (headings.experiment().members().isPresent()) {
                measures.forEach(measure -> samples.add(DoubleStream.builder()));
            }
        }
    }

    @Override
    void finish() throws IOException {
        for (int i = 0; i < samples.size(); i++) {
            double[] values = samples.get(i).build().sorted().toArray();
            for (double probability : values.length == 0 ? List.<Double>of() : PROBABILITIES) {
                double value = Quantiles.ofSorted(values, probability);
                line(measures.get(i).name(), QUANTILE, Numbers.file(probability), value);
            }
        }
        samples.clear();
    }

    private void line(String measure, String type, String index, double value) throws IOException {
        line(List.of(scenario, measure, type, index, Numbers.file(value)));
    }

    private String scenario(Task task) {
        Experiment experiment = headings.experiment();
        String point = experiment.design().size() == 1 ? "" : "-" + task.point();
        return experiment.base().name() + "-" + headings.arm(task) + point;
    }

    private long sample(Task task) {
        TaskSpace tasks = headings.experiment().tasks();
        boolean shared = headings.experiment().randomNumbers() == RandomNumbers.SHARED;
        return 1 + (shared ? task.replication() : (long) task.replication() * tasks.cells() + tasks.cell(task));
    }
}
