package dev.borderline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Twenty clients at once, each moving a lever, dropping some questions on the way: every answer comes and is right. */
class ManyClientsTest {
    private static final int CLIENTS = 20;
    private static final int SETTINGS = 7;

    @Test
    void clients_movingLevers_areAllAnswered() throws IOException, InterruptedException, ExecutionException {
        soak(4);
    }

    @Test
    @Tag("deep")
    void clients_movingLeversForLong_areAllAnswered() throws IOException, InterruptedException, ExecutionException {
        soak(400);
    }

    private static void soak(int moves) throws IOException, InterruptedException, ExecutionException {
        Map<String, String> answers = new ConcurrentHashMap<>(); // by question: the first that came
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (Served served = Served.start()) {
            List<Future<Integer>> done = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                done.add(clients.submit(() -> moveLevers(served, number, moves, answers)));
            }
            int answered = 0;
            for (Future<Integer> one : done) {
                answered += one.get();
            }
            assertThat(answered).isEqualTo(CLIENTS * moves);
            assertThat(answers).hasSizeLessThanOrEqualTo(SETTINGS);
            assertThat(served.runsMade()).isLessThanOrEqualTo((SETTINGS + 1) * 8 * 2L);
        } finally {
            clients.shutdownNow();
        }
        try (Served alone = Served.start()) {
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                assertThat(alone.post("/api/compare?wait=true", answer.getKey()).body())
                        .isEqualTo(answer.getValue() + "\n");
            }
        }
    }

    private static int moveLevers(Served served, int client, int moves, Map<String, String> answers) {
        int answered = 0;
        for (int move = 0; move < moves; move++) {
            String passed = Village.compare(value(client + move + 1), ", \"members\": 8");
            int dropped =
                    Served.json(served.post("/api/compare", passed)).get("job").asInt();
            served.delete("/api/jobs/" + dropped);
            String rested = Village.compare(value(client + move), ", \"members\": 8");
            JsonNode job = Served.json(served.post("/api/compare", rested));
            List<String> events =
                    served.get(job.get("events").asString()).body().lines().toList();
            String answer = events.get(events.indexOf("event: answer") + 1).substring("data: ".length());
            String first = answers.putIfAbsent(rested, answer);
            assertThat(answer).isEqualTo(first == null ? answer : first);
            answered++;
        }
        return answered;
    }

    private static String value(int move) {
        return "0.0" + (1 + move % SETTINGS);
    }
}
