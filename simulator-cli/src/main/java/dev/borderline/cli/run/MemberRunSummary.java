package dev.borderline.cli.run;

import dev.borderline.cli.text.MembersJson;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.table.MemberAnswer;
import dev.borderline.experiment.table.MemberAnswers;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Outcomes of one scenario over members.
 *
 * @param experiment the scenario, seed and members
 * @param fingerprint of all finished replications in their order, 16 hexadecimal digits
 * @param answers in order of declaration
 */
record MemberRunSummary(Experiment experiment, String fingerprint, List<MemberAnswer> answers) {
    MemberRunSummary {
        answers = List.copyOf(answers);
    }

    /** The summary of an experiment with one cell. */
    static MemberRunSummary of(Experiment experiment, RunStore store, String fingerprint) throws IOException {
        List<MemberAnswer> answers = new ArrayList<>();
        MemberAnswers.forEach(experiment, store, (cell, answer) -> answers.add(answer));
        return new MemberRunSummary(experiment, fingerprint, answers);
    }

    /** Writes it into a JSON object that is open; what is undefined is null. */
    void write(JsonWriter json) {
        json.key("scenario").value(experiment.base().name());
        json.key("seed").value(experiment.seed());
        MembersJson.ensemble(json, experiment.members().orElseThrow());
        json.key("fingerprint").value(fingerprint);
        json.key("measures").beginObject();
        answers.forEach(answer -> {
            json.key(answer.measure().name()).beginObject();
            json.key("unit").value(answer.measure().unit());
            MembersJson.write(json, answer);
            json.endObject();
        });
        json.endObject();
    }
}
