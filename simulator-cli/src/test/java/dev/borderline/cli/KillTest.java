package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.experiment.folder.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sweep in a process of its own is killed as by {@code kill -9} at random moments: while it starts, while it runs, while it
 * writes its tables; and random tails of its journal are cut off, as by a loss of power. After each the same command goes on,
 * and at the end every byte is that of a sweep that nobody disturbed.
 */
class KillTest {
    private static final int REPLICATIONS = 120;
    private static final int TAIL_BYTES_MAX = 2000;

    /** The folder itself, what is written before the runs, and what after them, under the name it has until it is whole. */
    private static final List<String> MOMENTS = List.of("", "manifest.json", "runs.journal", ".runs.csv.tmp");

    @TempDir
    private Path temporary = Path.of("");

    private Path undisturbed = Path.of("");
    private Path folder = Path.of("");
    private long wholeBytes;
    private int midway; // kills that hit between the first and the last run

    private String[] command(Path out) {
        return new String[] {
            "sweep",
            Tiny.sweep(temporary).toString(),
            "--replications",
            Integer.toString(REPLICATIONS),
            "--threads",
            "2",
            "--quiet",
            "--out",
            out.toString()
        };
    }

    private Path journal() {
        return folder.resolve(ResultFolder.JOURNAL);
    }

    private long journalBytes() throws IOException {
        return Files.exists(journal()) ? Files.size(journal()) : 0;
    }

    @Test
    void killed_someTimesAndCut_endsWithTheSameBytes() throws Exception {
        killing(5, 20261123);
    }

    @Test
    @Tag("deep")
    void killed_thirtyTimesAndCut_endsWithTheSameBytes() throws Exception {
        killing(30, 5);
    }

    private void killing(int kills, long seed) throws Exception {
        undisturbed = temporary.resolve("undisturbed");
        folder = temporary.resolve("disturbed");
        assertThat(Ran.command(command(undisturbed)).code()).isZero();
        wholeBytes = Files.size(undisturbed.resolve(ResultFolder.JOURNAL));
        Random random = new Random(seed);
        for (int kill = 0; kill < kills; kill++) {
            killOnce(random);
            examine();
            if (random.nextInt(2) == 0) {
                cutTail(random);
            }
        }
        assertThat(Child.start(temporary, command(folder)).await().code()).isZero();
        Tiny.assertSame(undisturbed, folder);
        assertThat(midway)
                .as("kills between the first and the last run, seed " + seed)
                .isGreaterThan(kills / 3);
    }

    /** One in four kills comes as a file appears that is written early or late; the others once the journal has grown by some part. */
    private void killOnce(Random random) throws Exception {
        long from = journalBytes();
        Child child = Child.start(temporary, command(folder));
        if (random.nextInt(4) == 0) {
            Path first = folder.resolve(MOMENTS.get(random.nextInt(MOMENTS.size())));
            child.awaitOrEnd(() -> Files.exists(first));
        } else {
            long growth = random.nextLong(1, wholeBytes / 4);
            child.awaitOrEnd(() -> journalBytes() >= from + growth);
        }
        boolean early = !child.isAlive();
        Ran ran = child.kill();
        if (early) {
            assertThat(ran.code()).as(ran.err()).isZero();
            Tiny.assertSame(undisturbed, folder);
            startAnew();
        }
    }

    private void startAnew() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** The remains of a kill can be looked at, and are changed by nobody who looks. */
    private void examine() throws IOException {
        if (!Files.exists(folder.resolve("manifest.json"))) {
            return;
        }
        long bytes = journalBytes();
        Ran status = Ran.command("status", folder.toString(), "--json");
        assertThat(status.code()).as(status.err()).isZero();
        JsonNode json = JsonMapper.shared().readTree(status.out());
        assertThat(json.get("writer").isNull()).isTrue();
        int done = json.get("runs_done").asInt();
        midway += done > 0 && done < json.get("runs_total").asInt() ? 1 : 0;
        assertThat(journalBytes()).isEqualTo(bytes);
    }

    private void cutTail(Random random) throws IOException {
        long bytes = journalBytes();
        long head = 200; // magic, digest and program stand in less, and are on the disk before any run
        long left = Math.max(head, bytes - random.nextInt(TAIL_BYTES_MAX));
        if (bytes > left) {
            try (var channel = java.nio.channels.FileChannel.open(journal(), StandardOpenOption.WRITE)) {
                channel.truncate(left);
            }
        }
    }
}
