package dev.borderline.cli.serve;

import dev.borderline.text.JsonWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job as it stood at one moment. */
record Seen(
        int job,
        Computation.State state,
        int done,
        int total,
        int version,
        int partials,
        @Nullable String partial,
        @Nullable String result) {
    static Seen of(Job job) {
        Computation work = job.computation();
        return new Seen(
                job.number(),
                job.state(),
                work.done(),
                work.total(),
                work.version(),
                work.partials(),
                work.partial(),
                job.isCancelled() ? "cancelled" : work.result());
    }

    String resultText() {
        return result == null ? "" : result;
    }

    /** As a JSON object. */
    String json() {
        JsonWriter json = JsonWriter.compact().beginObject();
        json.key("job").value(job);
        json.key("state").value(state.name().toLowerCase(Locale.ROOT));
        json.key("done").value(done).key("total").value(total);
        if (state == Computation.State.DONE) {
            String head = json.endObject().finish();
            return head.substring(0, head.length() - 1) + ",\"answer\":" + resultText() + "}";
        }
        if (state.isEnd()) {
            json.key("error").value(resultText());
        }
        return json.endObject().finish();
    }
}
