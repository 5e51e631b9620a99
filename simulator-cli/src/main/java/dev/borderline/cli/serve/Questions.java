package dev.borderline.cli.serve;

import dev.borderline.cli.serve.Computation.Stage;
import dev.borderline.cli.text.Version;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.TextDigest;

/** Questions put as jobs: at once, or waited for. */
final class Questions {
    private static final long WAIT_MILLIS = 1000;

    private final Jobs jobs;

    Questions(Jobs jobs) {
        this.jobs = jobs;
    }

    /** The job of a question, or its answer if it is to be waited for. */
    Reply put(Asked asked, boolean wait) {
        Stage stage = Stage.of(asked);
        String digest = digest(stage);
        Job job = jobs.again(digest).orElseGet(() -> jobs.begin(digest, Stages.of(asked, stage.experiment())));
        return wait ? waited(job) : accepted(job);
    }

    private static Reply accepted(Job job) {
        JsonWriter json = JsonWriter.compact().beginObject();
        json.key("job").value(job.number());
        json.key("digest").value(job.computation().digest());
        json.key("events").value("/api/jobs/" + job.number() + "/events");
        return Reply.json(Reply.ACCEPTED, json.endObject().finish());
    }

    private Reply waited(Job job) {
        try {
            while (true) {
                Seen seen = jobs.seen(job);
                if (seen.state() == Computation.State.DONE) {
                    return Reply.json(seen.resultText());
                }
                if (seen.state().isEnd()) {
                    boolean failed = seen.state() == Computation.State.FAILED;
                    return Reply.error(failed ? Reply.BROKEN : Reply.CONFLICT, seen.resultText());
                }
                if (jobs.isClosed()) {
                    return Reply.error(Reply.BUSY, "the server ends");
                }
                jobs.await(job, seen.version(), WAIT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.error(Reply.BUSY, "the server ends");
        }
    }

    /** Of everything that decides the answer: program, model and runs, words of the command, form. Not of the number of threads. */
    private static String digest(Stage stage) {
        Asked.Form form = stage.asked().form();
        TextDigest text = new TextDigest();
        text.append("borderline answer 1\n" + Version.build() + "\n");
        text.append(stage.experiment().sha256() + "\n" + stage.asked().line() + "\n");
        text.append("yearly " + form.yearly() + " refine " + form.refine() + " " + form.outcomes() + "\n");
        stage.asked().texts().forEach((file, yaml) -> text.append(file.length() + file + yaml.length() + yaml));
        return text.finish();
    }
}
