package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.Task;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation.RunLimits;
import dev.borderline.text.JsonWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of a sweep, alone: to see again what happened in it. Called {@code POINT/ARM/REPLICATION}, as in {@code runs.csv}. */
public final class OneRun {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/([^/]+)/(\\d{1,9})");

    private static final Pattern CELL = Pattern.compile("\\d{1,9}/[^/]+");

    private OneRun() {}

    /** The name of a task. */
    public static String name(Experiment experiment, Task task) {
        return task.point() + "/" + experiment.arms().get(task.arm()).name() + "/" + task.replication();
    }

    /** True if a name is that of a cell, {@code POINT/ARM}, rather than of one run in it. */
    public static boolean isCell(String name) {
        return CELL.matcher(name).matches();
    }

    /** The task of a name given with an option; throws {@link Refusal} if there is none. */
    public static Task named(Experiment experiment, String option, String name) {
        Matcher parts = FORM.matcher(name);
        List<String> arms = experiment.arms().stream().map(Arm::name).toList();
        if (!parts.matches()) {
            throw new Refusal(option + " " + name + ": it is POINT/ARM/REPLICATION, such as 0/" + arms.get(0) + "/0");
        }
        if (!arms.contains(parts.group(2))) {
            throw new Refusal(option + " " + name + ": there is no arm '" + parts.group(2) + "'; there is "
                    + String.join(", ", arms));
        }
        int point = Integer.parseInt(parts.group(1));
        if (point >= experiment.design().size()) {
            throw new Refusal(option + " " + name + ": the points are 0 to "
                    + (experiment.design().size() - 1));
        }
        return new Task(point, arms.indexOf(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    /** Makes the run within limits; gives its outcomes as a JSON object. */
    public static String json(Experiment experiment, Task task, RunLimits limits) {
        RunKey key = experiment.key(task);
        RunResult result = experiment.simulation(task).run(key, limits);
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("run").value(name(experiment, task));
        json.key("seed").value(key.seed());
        json.key("fingerprint").value(result.fingerprint());
        json.key("events").value(result.events());
        json.key("measures").beginObject();
        result.outcomes().measures().forEach(measure -> {
            double value = result.value(measure.name());
            json.key(measure.name());
            if (Double.isFinite(value)) {
                json.value(value);
            } else {
                json.nullValue();
            }
        });
        return json.endObject().endObject().finish();
    }
}
