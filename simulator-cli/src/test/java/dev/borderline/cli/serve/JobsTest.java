package dev.borderline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JobsTest {
    /** A question that takes hours. */
    private static final String ENDLESS = ", \"ensemble\": \"none\", \"replications\": 400000, \"seed\": ";

    private Served served;

    @BeforeEach
    void start() throws IOException {
        served = Served.start();
    }

    @AfterEach
    void end() {
        served.close();
    }

    private int begin(String body) {
        JsonNode accepted = Served.json(served.post("/api/run", body));
        return accepted.get("job").asInt();
    }

    private JsonNode job(int number) {
        return Served.json(served.get("/api/jobs/" + number));
    }

    /** The one worker can answer only because the long work gives way; and the long work then stops for good when it is cancelled. */
    @Test
    void longWork_givesWayAndStopsWhenCancelled() {
        int endless = begin(Village.run(ENDLESS + "1"));
        assertThat(served.post("/api/run?wait=true", Village.run(", \"members\": 2"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(job(endless).get("state").asString()).isIn("waiting", "running");

        JsonNode cancelled = Served.json(served.delete("/api/jobs/" + endless));
        assertThat(cancelled.get("state").asString()).isEqualTo("cancelled");
        String after = ", \"ensemble\": \"none\", \"replications\": 5, \"seed\": 3";
        assertThat(served.post("/api/run?wait=true", Village.run(after)).statusCode())
                .isEqualTo(200);
        int more = job(endless).get("done").asInt() - cancelled.get("done").asInt();
        assertThat(more).isBetween(0, 2); // the runs that were under way, one a thread
        assertThat(served.get("/api/jobs/" + endless + "/events").body()).contains("event: failed");
    }

    /** An error of the machine reaches those who wait, and the thread goes on to the next. */
    @Test
    void errorOfTheMachine_failsTheWorkAndEndsNoThread() {
        Jobs jobs = new Jobs(1 << 20);
        Work breaks = shop -> {
            throw new OutOfMemoryError("for a test");
        };
        Work answers = shop -> {
            jobs.close();
            return Optional.of("{}");
        };
        Job broken = jobs.begin(Problem.of("broken", breaks, 1));
        Job next = jobs.begin(Problem.of("next", answers, 1));
        new Worker(jobs, new RunCache(1 << 20), 1, false).run();

        assertThat(broken.state()).isEqualTo(Computation.State.FAILED);
        assertThat(Seen.of(broken).resultText())
                .isEqualTo("broke off unexpectedly: java.lang.OutOfMemoryError: for a test");
        assertThat(next.state()).isEqualTo(Computation.State.DONE);
    }

    /** Two who ask the same share the work; one who leaves does not take it from the other. */
    @Test
    void sameQuestion_isOneWorkUntilAllHaveLeft() {
        int one = begin(Village.run(ENDLESS + "2"));
        int other = begin(Village.run(ENDLESS + "2"));
        assertThat(other).isNotEqualTo(one);
        served.delete("/api/jobs/" + one);
        served.delete("/api/jobs/" + one);
        assertThat(job(one).get("state").asString()).isEqualTo("cancelled");
        assertThat(job(other).get("state").asString()).isIn("waiting", "running");
        served.delete("/api/jobs/" + other);
        assertThat(job(other).get("state").asString()).isEqualTo("cancelled");
    }

    /** A question asked again, and a base that questions have in common, take no run more. */
    @Test
    void equalInputs_areRunOnce() {
        String body = Village.compare("0.06", ", \"members\": 3");
        String first = served.post("/api/compare?wait=true", body).body();
        long made = served.runsMade();
        assertThat(made).isEqualTo(2 * 3 * 2);
        assertThat(served.post("/api/compare?wait=true", body).body()).isEqualTo(first);
        assertThat(served.runsMade()).isEqualTo(made);
        served.post("/api/compare?wait=true", Village.compare("0.07", ", \"members\": 3"));
        assertThat(served.runsMade()).isEqualTo(made + 3 * 2);
        served.post("/api/run?wait=true", Village.run(", \"members\": 3"));
        assertThat(served.runsMade()).isEqualTo(made + 3 * 2);
    }

    /** One worker takes whatever came first, the others small works alone; of several small ones each has one thread. */
    @Test
    void smallWorks_areTakenBesideALargeOne() throws InterruptedException {
        Jobs jobs = new Jobs(1000);
        Computation large =
                jobs.begin(Problem.of("large", shop -> Optional.empty(), 1)).computation();
        Computation small = jobs.begin(Problem.of("small", new Small(), 1)).computation();

        assertThat(jobs.next(true)).containsSame(small);
        assertThat(jobs.isOneOfManySmall(small)).isFalse();
        Computation other = jobs.begin(Problem.of("other", new Small(), 1)).computation();
        assertThat(jobs.next(false)).containsSame(large);
        assertThat(jobs.next(true)).containsSame(other);
        assertThat(jobs.isOneOfManySmall(small)).isTrue();
        assertThat(jobs.isOneOfManySmall(large)).isFalse();
    }

    private record Small() implements Work {
        @Override
        public boolean isSmall() {
            return true;
        }

        @Override
        public Optional<String> answer(Workshop shop) {
            return Optional.of("{}");
        }
    }

    /** The oldest answers are forgotten for the sake of new ones, and those who ask for their job are told so. */
    @Test
    void answers_areForgottenBeyondTheirRoom() {
        Jobs jobs = new Jobs(10_000);
        for (int i = 0; i < 10; i++) {
            Work work = shop -> Optional.of("x".repeat(1000));
            jobs.begin(Problem.of("digest " + i, work, 1)).computation().end(Computation.State.DONE, "x".repeat(1000));
        }
        jobs.update(() -> {});
        assertThat(jobs.bytes()).isLessThanOrEqualTo(10_000);
        assertThat(jobs.find(10).computation().state()).isEqualTo(Computation.State.DONE);
        assertThat(catchThrowable(() -> jobs.find(1))).hasMessage("there is no job 1; old ones are forgotten");
    }

    /** A vector has the values that runs with it set have. */
    @Test
    void evaluate_isTheMeanOfRuns() {
        String options = ", \"replications\": 3, \"seed\": 5";
        JsonNode values = Served.json(served.post(
                        "/api/evaluate?wait=true",
                        Village.run(options + ", \"inputs\": [\"levers.surveillance.coverage\"],"
                                + " \"outcomes\": [\"arrests\", \"minutes\"], \"points\": [[0.01], [0.3]]")))
                .get("values");
        List<String> coverages = List.of("0.01", "0.3");
        for (int point = 0; point < 2; point++) {
            String set = ", \"ensemble\": \"none\", \"set\": {\"levers.surveillance.coverage\": " + coverages.get(point)
                    + "}";
            JsonNode measures = Served.json(served.post("/api/run?wait=true", Village.run(options + set)))
                    .get("measures");
            for (Map.Entry<String, Integer> outcome :
                    Map.of("arrests", 0, "minutes", 1).entrySet()) {
                double mean = measures.get(outcome.getKey()).get("mean").asDouble();
                assertThat(values.get(point).get(outcome.getValue()).asDouble())
                        .isCloseTo(mean, within(1e-8 * Math.abs(mean)));
            }
        }
    }
}
