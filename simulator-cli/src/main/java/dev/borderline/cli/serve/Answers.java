package dev.borderline.cli.serve;

import dev.borderline.cli.options.Question;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Answers to questions: the object that the command prints with {@code --json}, and what leads back to it. */
final class Answers {
    private static final List<String> COLUMNS = List.of("arm", "member", "replication", "year", "measure", "value");

    private Answers() {}

    static String of(Asked asked, String digest, Question question, Experiment experiment, RunStore store)
            throws IOException {
        JsonWriter json = JsonWriter.compact().beginObject();
        question.write(json, experiment, store);
        json.key("command").value(asked.line());
        json.key("digest").value(digest);
        json.key("files").beginObject();
        asked.texts().forEach((file, text) -> json.key(file).value(text));
        json.endObject();
        runs(json, experiment, store);
        List<String> outcomes = asked.form().outcomes().isEmpty()
                ? question.outcomes(experiment)
                : asked.form().outcomes();
        frame(json, experiment, store, outcomes, asked.form().yearly());
        return json.endObject().finish();
    }

    private static void runs(JsonWriter json, Experiment experiment, RunStore store) throws IOException {
        json.key("runs").beginArray();
        store.forEach(run -> {
            if (run instanceof FinishedRun finished) {
                json.beginObject();
                json.key("arm").value(experiment.arms().get(run.task().arm()).name());
                member(json.key("member"), experiment, finished);
                json.key("replication").value(replication(experiment, finished));
                json.key("fingerprint").value(finished.fingerprint());
                json.endObject();
            }
        });
        json.endArray();
    }

    private static void frame(
            JsonWriter json, Experiment experiment, RunStore store, List<String> outcomes, boolean yearly)
            throws IOException {
        json.key("frame").beginObject();
        json.key("columns").beginArray();
        COLUMNS.forEach(json::value);
        json.endArray().key("measures").beginObject();
        experiment.simulation(0, 0).measures().stream()
                .filter(measure -> outcomes.contains(measure.name()))
                .forEach(measure -> json.key(measure.name()).value(measure.unit()));
        json.endObject().key("rows").beginArray();
        store.forEach(run -> {
            if (run instanceof FinishedRun finished) {
                for (String outcome : outcomes) {
                    rows(json, experiment, finished, outcome, yearly);
                }
            }
        });
        json.endArray().endObject();
    }

    private static void rows(JsonWriter json, Experiment experiment, FinishedRun run, String outcome, boolean yearly) {
        int measure = run.layout().index(outcome);
        head(json, experiment, run).nullValue().value(outcome);
        number(json, run.value(measure));
        json.endArray();
        List<String> years = yearly ? run.layout().years() : List.of();
        for (int year = 0; year < years.size(); year++) {
            head(json, experiment, run)
                    .value(LocalDate.parse(years.get(year)).getYear())
                    .value(outcome);
            number(json, run.inYear(measure, year));
            json.endArray();
        }
    }

    private static JsonWriter head(JsonWriter json, Experiment experiment, FinishedRun run) {
        json.beginArray().value(experiment.arms().get(run.task().arm()).name());
        member(json, experiment, run);
        return json.value(replication(experiment, run));
    }

    private static void member(JsonWriter json, Experiment experiment, FinishedRun run) {
        experiment
                .members()
                .ifPresentOrElse(all -> json.value(all.memberOf(run.task().replication())), json::nullValue);
    }

    private static int replication(Experiment experiment, FinishedRun run) {
        int number = run.task().replication();
        return experiment.members().map(all -> number % all.replicationsEach()).orElse(number);
    }

    private static void number(JsonWriter json, double value) {
        if (Double.isFinite(value)) {
            json.value(value);
        } else {
            json.nullValue();
        }
    }
}
