package dev.borderline.cli.serve;

import dev.borderline.event.Times;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.Task;
import dev.borderline.observe.Hearing;
import dev.borderline.observe.Probe;
import dev.borderline.observe.RunView;
import dev.borderline.text.JsonWriter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Events of one run along the arrows of the schematic, counted by day. A run of its own, for one guess of every input. */
record DayCounts(Asked asked, Experiment experiment) implements Work {
    static DayCounts of(Asked asked) {
        Asked alone = asked.with(Asked.ENSEMBLE, "none");
        return new DayCounts(alone, alone.question().asked());
    }

    Problem problem() {
        return Problem.of("days " + asked.digest(experiment), this, 1);
    }

    /** Counter of one run. */
    private static final class Counter implements Probe {
        private final int[][] days;

        Counter(int days) {
            this.days = new int[days][DayFlow.values().length];
        }

        @Override
        public void attach(Hearing hearing) {
            RunView run = hearing.run();
            for (DayFlow flow : DayFlow.values()) {
                flow.listen(hearing, () -> days[(int) (run.time() / Times.DAY)][flow.ordinal()]++);
            }
        }
    }

    @Override
    public Optional<String> answer(Workshop shop) {
        Task first = new Task(0, 0, 0);
        Counter counter = new Counter((int) ChronoUnit.DAYS.between(
                experiment.base().start(), experiment.base().end()));
        experiment.simulation(0, 0).run(experiment.key(first), counter);
        return Optional.of(written(counter.days));
    }

    private String written(int[][] days) {
        JsonWriter json = JsonWriter.compact().beginObject();
        json.key("start").value(experiment.base().start().toString());
        json.key("seed").value(experiment.seed());
        json.key("flows").beginArray();
        for (DayFlow flow : DayFlow.values()) {
            json.beginObject().key("name").value(flow.word());
            json.key("about").value(flow.what()).endObject();
        }
        json.endArray().key("days").beginArray();
        for (int[] day : days) {
            json.beginArray();
            for (int count : day) {
                json.value(count);
            }
            json.endArray();
        }
        return json.endArray().endObject().finish();
    }
}
