package dev.borderline.cli.serve;

import com.sun.net.httpserver.HttpExchange;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events of a job (HTML standard, 9.2): progress, partial answers, and how it ended. */
final class Events {
    private static final long SILENCE_MILLIS = 10_000; // then a comment tells whether anybody still listens

    private final Jobs jobs;

    Events(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Sends events until the job has ended; throws when nobody listens any more. */
    void send(HttpExchange exchange, Job job) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(Reply.OK, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            follow(out, job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(OutputStream out, Job job) throws IOException, InterruptedException {
        int version = -1;
        int partials = 0;
        while (true) {
            jobs.await(job, version, SILENCE_MILLIS);
            Seen seen = jobs.seen(job);
            if (seen.version() == version && !seen.state().isEnd()) {
                if (jobs.isClosed()) {
                    return;
                }
                out.write(": still at it\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                continue;
            }
            version = seen.version();
            event(out, "progress", progress(seen));
            if (seen.partials() > partials && seen.partial() != null) {
                partials = seen.partials();
                event(out, "partial", seen.partial());
            }
            if (seen.state().isEnd()) {
                end(out, seen);
                return;
            }
        }
    }

    private static void end(OutputStream out, Seen seen) throws IOException {
        if (seen.state() == Computation.State.DONE) {
            event(out, "answer", seen.resultText());
        } else {
            JsonWriter json = JsonWriter.compact().beginObject();
            event(
                    out,
                    "failed",
                    json.key("error").value(seen.resultText()).endObject().finish());
        }
    }

    private static String progress(Seen seen) {
        JsonWriter json = JsonWriter.compact().beginObject();
        json.key("done").value(seen.done()).key("total").value(seen.total());
        return json.endObject().finish();
    }

    /** Each line of the data is a line of the event. */
    private static void event(OutputStream out, String name, String data) throws IOException {
        out.write(("event: " + name + "\ndata: " + data.replace("\n", "\ndata: ") + "\n\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
