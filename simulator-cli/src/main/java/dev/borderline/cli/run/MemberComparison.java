package dev.borderline.cli.run;

import dev.borderline.cli.text.MembersJson;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.table.MemberAnswer;
import dev.borderline.experiment.table.MemberAnswers;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Differences of arms over members.
 *
 * @param experiment with one design point
 * @param levels of the base, in order of declaration
 * @param changes of every other arm, by its name
 */
record MemberComparison(Experiment experiment, List<MemberAnswer> levels, Map<String, List<MemberAnswer>> changes) {
    /** The comparison of these measures. */
    static MemberComparison of(Experiment experiment, RunStore store, List<String> measures) throws IOException {
        List<MemberAnswer> levels = new ArrayList<>();
        Map<String, List<MemberAnswer>> changes = new LinkedHashMap<>();
        for (Arm arm : experiment.arms().subList(1, experiment.arms().size())) {
            changes.put(arm.name(), new ArrayList<>());
        }
        MemberAnswers.forEach(experiment, store, measures, (cell, answer) -> {
            if (answer.change()) {
                changes.getOrDefault(experiment.arms().get(cell.arm()).name(), new ArrayList<>())
                        .add(answer);
            } else if (cell.arm() == 0) {
                levels.add(answer);
            }
        });
        return new MemberComparison(experiment, levels, changes);
    }

    /** The level of the base that a change is from. */
    MemberAnswer level(MemberAnswer change) {
        return levels.stream()
                .filter(level -> level.measure().name().equals(change.measure().name()))
                .findFirst()
                .orElse(change);
    }

    /** Writes it into a JSON object that is open; what is undefined is null. */
    void write(JsonWriter json) {
        json.key("base").value(experiment.arms().get(0).name());
        json.key("seed").value(experiment.seed());
        MembersJson.ensemble(json, experiment.members().orElseThrow());
        json.key("arms").beginArray();
        changes.forEach((arm, answers) -> {
            json.beginObject().key("arm").value(arm);
            json.key("measures").beginObject();
            for (MemberAnswer change : answers) {
                json.key(change.measure().name()).beginObject();
                json.key("unit").value(change.measure().unit());
                json.key("base").beginObject();
                MembersJson.write(json, level(change));
                json.endObject().key("change").beginObject();
                MembersJson.write(json, change);
                json.endObject().endObject();
            }
            json.endObject().endObject();
        });
        json.endArray();
    }
}
