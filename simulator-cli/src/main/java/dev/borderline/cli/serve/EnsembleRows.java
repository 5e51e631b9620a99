package dev.borderline.cli.serve;

import dev.borderline.cli.options.ChanceOptions;
import dev.borderline.experiment.UsualMembers;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.text.JsonWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Members of an ensemble as a table: a row each, a column for each input that a scenario has. */
final class EnsembleRows {
    private EnsembleRows() {}

    static String of(Body body) {
        String scenario = body.text("scenario").orElse("baseline");
        String name = body.text("ensemble").orElse(Ensemble.PRIOR);
        Optional<String> members = body.text("members");
        members.filter(text -> !text.matches("-?\\d{1,18}"))
                .ifPresent(text -> body.fault("members", "'" + text + "' is not a whole number"));
        body.refuseOthers();
        body.throwIfAny();
        Scenario of = Texts.named(scenario);
        Ensemble all = UsualMembers.named(name);
        int count = members.map(text -> ChanceOptions.whole("--members", new BigInteger(text), 1, all.size()))
                .orElse(Math.min(all.size(), UsualMembers.COUNT));
        List<String> columns = all.paths().stream()
                .filter(path -> of.values().containsKey(path))
                .toList();
        JsonWriter json = JsonWriter.compact().beginObject();
        json.key("name").value(all.name()).key("columns").beginArray();
        columns.forEach(json::value);
        json.endArray().key("units").beginArray();
        columns.forEach(path -> json.value(of.spec(path).input().unit()));
        json.endArray().key("rows").beginArray();
        List<double[]> values = columns.stream().map(all::column).toList();
        for (int member = 0; member < count; member++) {
            json.beginArray();
            for (double[] column : values) {
                json.value(column[member]);
            }
            json.endArray();
        }
        return json.endArray().endObject().finish();
    }
}
