package dev.borderline.cli.text;

import dev.borderline.experiment.table.MemberAnswer;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.text.JsonWriter;

/** Answers over members as members of JSON objects; what is undefined is null. */
public final class MembersJson {
    private MembersJson() {}

    /** Writes which members an answer is over. */
    public static void ensemble(JsonWriter json, Members members) {
        json.key("ensemble").beginObject();
        json.key("name").value(members.ensemble().name());
        json.key("members").value(members.count());
        json.key("replications").value(members.replicationsEach()).endObject();
    }

    /** Writes the numbers of an answer into an object that is open. */
    public static void write(JsonWriter json, MemberAnswer answer) {
        double[] numbers = answer.numbers();
        for (int i = 0; i < numbers.length; i++) {
            json.key(MemberAnswer.NAMES.get(i));
            if (Double.isFinite(numbers[i])) {
                json.summaryValue(numbers[i]);
            } else {
                json.nullValue();
            }
        }
        json.key("members").value(answer.members());
        json.key("replications").value(answer.replications());
        if (answer.change()) {
            json.key("open").value(answer.open());
            json.key("likelihood");
            if (answer.rise().isPresent()) {
                json.value(answer.rise().get().words());
            } else {
                json.nullValue();
            }
        }
    }
}
