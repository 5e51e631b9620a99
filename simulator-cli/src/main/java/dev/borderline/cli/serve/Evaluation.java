package dev.borderline.cli.serve;

import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The model as a function of a vector: means of some measures at points in the space of some inputs.
 *
 * @param asked the scenario with its options
 * @param experiment over the points
 */
record Evaluation(Asked asked, Experiment experiment) implements Work {
    private static final int POINTS_MAX = 100_000;
    private static final int SMALL_RUNS_MAX = 16;

    static Evaluation of(Asked asked, List<String> inputs, List<List<String>> points, Models models) {
        if (inputs.isEmpty() || points.isEmpty() || points.size() > POINTS_MAX) {
            throw new Refusal("inputs and points: give 1 or more inputs, and 1 to " + POINTS_MAX
                    + " points with a value of each");
        }
        List<List<Double>> values = new ArrayList<>();
        for (List<String> point : points) {
            if (point.size() != inputs.size()) {
                throw new Refusal("points[" + values.size() + "]: has " + point.size() + " values, and there are "
                        + inputs.size() + " inputs");
            }
            int number = values.size();
            values.add(point.stream().map(text -> number(number, text)).toList());
        }
        if (asked.form().outcomes().isEmpty()) {
            throw new Refusal("outcomes: give 1 or more measures");
        }
        Experiment single = models.of(asked);
        Experiment all = single.with(single.base(), Design.list(inputs, values), single.seed());
        for (int point = 0; point < values.size(); point++) {
            all.scenario(point, 0); // refuses what is no input or out of range
        }
        return new Evaluation(asked, all);
    }

    private static double number(int point, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new Refusal("points[" + point + "]: '" + text + "' is no number");
        }
        throw new Refusal("points[" + point + "]: '" + text + "' is not finite");
    }

    /** The problem of its values. */
    Problem problem() {
        return Problem.of(
                "evaluate " + asked.digest(experiment), this, experiment.tasks().size());
    }

    /** True for few runs: threads would wait for one another longer than they work. */
    @Override
    public boolean isSmall() {
        return experiment.tasks().size() <= SMALL_RUNS_MAX;
    }

    @Override
    public Optional<String> answer(Workshop shop) throws IOException {
        Optional<RunStore> runs = shop.runs(experiment, asked.form().threads());
        return runs.isEmpty() ? Optional.empty() : Optional.of(written(runs.get()));
    }

    /** Sums in the order of the store, so that they have the same bits on any number of threads. */
    private String written(RunStore store) throws IOException {
        List<String> outcomes = asked.form().outcomes();
        double[][] sums = new double[experiment.design().size()][outcomes.size()];
        store.forEach(run -> {
            if (run instanceof FinishedRun finished) {
                for (int i = 0; i < outcomes.size(); i++) {
                    sums[run.task().point()][i] += finished.value(outcomes.get(i));
                }
            }
        });
        JsonWriter json = JsonWriter.compact().beginObject();
        json.key("outcomes").beginArray();
        outcomes.forEach(json::value);
        json.endArray().key("replications").value(experiment.replications());
        json.key("values").beginArray();
        for (double[] point : sums) {
            json.beginArray();
            for (double sum : point) {
                double mean = sum / experiment.replications();
                if (Double.isFinite(mean)) {
                    json.value(mean);
                } else {
                    json.nullValue();
                }
            }
            json.endArray();
        }
        return json.endArray().endObject().finish();
    }
}
