package dev.borderline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.text.TextDigest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Twenty clients at once, each moving a lever, dropping some questions on the way: every answer comes and is right. */
class ManyClientsTest {
    private static final int CLIENTS = 20;
    private static final int MEMBERS = 8;
    private static final int SETTINGS = 7;
    private static final int PHASE = 24; // moves of each client
    private static final int PHASES = 8; // ten minutes of two cores, as they are now
    private static final Server.Room SMALL = new Server.Room(8L << 20, 4L << 20);
    private static final long FLAT_BYTES = 16L << 20;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final Map<String, String> answers = new ConcurrentHashMap<>(); // digest of the first that came, by question

    @AfterEach
    void end() {
        clients.shutdownNow();
    }

    @Test
    void clients_movingLevers_areAllAnswered() throws IOException, InterruptedException, ExecutionException {
        try (Served served = Served.start()) {
            moveLevers(served, 0, 4, SETTINGS, 1);
            assertThat(answers).hasSizeLessThanOrEqualTo(SETTINGS);
            assertThat(served.runsMade()).isLessThanOrEqualTo((SETTINGS + 1) * MEMBERS * 2L);
        }
        assertAnsweredAlike(1);
    }

    /** Pairs of clients put the same questions, 1,920 altogether, to a server that soon has to forget. */
    @Test
    @Tag("deep")
    void clients_movingLeversForLong_areAllAnsweredInTheSameMemory()
            throws IOException, InterruptedException, ExecutionException {
        try (Served served = Served.start(SMALL)) {
            List<Long> live = new ArrayList<>();
            for (int phase = 0; phase < PHASES; phase++) {
                moveLevers(served, phase * PHASE, PHASE, PHASES * PHASE * CLIENTS, PHASES * PHASE);
                live.add(liveBytes());
            }
            System.err.println("bytes of live objects after each phase: " + live);
            assertThat(served.runsMade()).isGreaterThan((long) PHASES * PHASE * CLIENTS / 2 * MEMBERS);
            assertThat(live.get(PHASES - 1)).as(live.toString()).isLessThan(live.get(0) + FLAT_BYTES);
        }
        assertAnsweredAlike(50);
    }

    private static long liveBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void moveLevers(Served served, int from, int moves, int settings, int apart)
            throws InterruptedException, ExecutionException {
        List<Future<Integer>> done = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int first = client / 2 * apart + from;
            done.add(clients.submit(() -> moveLever(served, first, moves, settings)));
        }
        int answered = 0;
        for (Future<Integer> one : done) {
            answered += one.get();
        }
        assertThat(answered).isEqualTo(CLIENTS * moves);
    }

    private int moveLever(Served served, int first, int moves, int settings) {
        int answered = 0;
        for (int move = first; move < first + moves; move++) {
            int dropped = Served.json(served.post("/api/compare", question(move + 1, settings)))
                    .get("job")
                    .asInt();
            served.delete("/api/jobs/" + dropped);
            String rested = question(move, settings);
            JsonNode job = Served.json(served.post("/api/compare", rested));
            List<String> events =
                    served.get(job.get("events").asString()).body().lines().toList();
            String answer =
                    digest(events.get(events.indexOf("event: answer") + 1).substring("data: ".length()));
            String before = answers.putIfAbsent(rested, answer);
            assertThat(answer).isEqualTo(before == null ? answer : before);
            answered++;
        }
        return answered;
    }

    /** A server that is asked by nobody else gives the same answers; each so-manieth is looked at. */
    private void assertAnsweredAlike(int every) throws IOException {
        try (Served alone = Served.start()) {
            int number = 0;
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                if (number++ % every == 0) {
                    String body = alone.post("/api/compare?wait=true", answer.getKey())
                            .body();
                    assertThat(digest(body.stripTrailing())).isEqualTo(answer.getValue());
                }
            }
        }
    }

    private static String digest(String answer) {
        TextDigest text = new TextDigest();
        text.append(answer);
        return text.finish();
    }

    private static String question(int move, int settings) {
        double coverage = 0.01 + 0.1 * (move % settings) / settings;
        return Village.compare(String.format(Locale.ROOT, "%.6f", coverage), ", \"members\": " + MEMBERS);
    }
}
