package dev.borderline.cli.options;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.util.List;

/** Question that a command puts to the model: an experiment, and the object that its {@code --json} prints of the runs. */
public interface Question {
    /** The experiment, within the limits of cost; throws {@link dev.borderline.cli.text.Refusal} or an input's own refusal. */
    Experiment asked();

    /** Names of the measures that the answer is about. */
    List<String> outcomes(Experiment experiment);

    /** Writes the answer into an object that is open. */
    void write(JsonWriter json, Experiment experiment, RunStore store) throws IOException;

    /** The answer as a JSON object; what is undefined is null. */
    default String json(Experiment experiment, RunStore store) throws IOException {
        JsonWriter json = JsonWriter.indented().beginObject();
        write(json, experiment, store);
        return json.endObject().finish();
    }
}
