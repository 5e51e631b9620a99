package dev.borderline.cli.serve;

import dev.borderline.text.JsonWriter;

/** Problems put as jobs: answered at once with a job's number, or waited for. */
final class Questions {
    private static final long WAIT_MILLIS = 1000;

    private final Jobs jobs;

    Questions(Jobs jobs) {
        this.jobs = jobs;
    }

    /** The job of a problem, or its answer if it is to be waited for. */
    Reply put(Problem problem, boolean wait) {
        Job job = jobs.begin(problem);
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
            Seen seen = jobs.seen(job);
            while (!seen.state().isEnd() && !jobs.isClosed()) {
                jobs.await(job, seen.version(), WAIT_MILLIS);
                seen = jobs.seen(job);
            }
            return switch (seen.state()) {
                case DONE -> Reply.json(seen.resultText());
                case FAILED -> Reply.error(Reply.BROKEN, seen.resultText());
                case CANCELLED -> Reply.error(Reply.CONFLICT, seen.resultText());
                case WAITING, RUNNING -> Reply.error(Reply.BUSY, "the server ends");
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.error(Reply.BUSY, "the server ends");
        }
    }
}
