package dev.borderline.experiment.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand runs need no more memory than a thousand, but for eight bytes each, the place of each in the journal. */
class FlatMemoryTest {
    private static final int CELLS = 6;
    private static final int SMALL_HEAP_MEGABYTES = 16;
    private static final int SMALLER_HEAP_MEGABYTES = 8;
    private static final int JOURNAL_BYTES_PER_RUN_MAX = 12;
    private static final int LARGE_HEAP_MEGABYTES = 256;

    @TempDir
    private Path temporary;

    private record Ended(int code, String out) {
        int runs() {
            return Integer.parseInt(out.strip().split(" ", -1)[0]);
        }

        long bytes() {
            return Long.parseLong(out.strip().split(" ", -1)[1]);
        }
    }

    private static int megabytes(String store) {
        return switch (store) {
            case "memory" -> LARGE_HEAP_MEGABYTES;
            case "digest" -> SMALLER_HEAP_MEGABYTES;
            default -> SMALL_HEAP_MEGABYTES;
        };
    }

    private Ended run(String name, int replications, String store) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path out = temporary.resolve(name + ".txt");
        List<String> words = List.of(
                java,
                "-Xmx" + megabytes(store) + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // a few seconds each: the second compiler would take a fifth of them
                "-cp",
                System.getProperty("java.class.path"),
                FlatMemory.class.getName(),
                temporary.resolve(name).toString(),
                Integer.toString(replications),
                store);
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        return new Ended(process.waitFor(), Files.readString(out, StandardCharsets.UTF_8));
    }

    @Test
    void hundredThousandRuns_inASmallHeap_takeHardlyMoreThanAThousand() throws Exception {
        Ended few = run("few", 1_000 / CELLS, "journal");
        Ended many = run("many", 100_000 / CELLS, "journal");

        assertThat(few.code()).as(few.out()).isZero();
        assertThat(many.code()).as(many.out()).isZero();
        assertThat(many.runs()).isEqualTo(99_996);
        double perRun = (double) (many.bytes() - few.bytes()) / (many.runs() - few.runs());
        assertThat(perRun).as("bytes for each run more").isLessThan(JOURNAL_BYTES_PER_RUN_MAX);
        assertThat(Files.size(temporary.resolve("many/runs.csv"))).isGreaterThan(5_000_000);
    }

    /** Written out, the points would be some 4.5 MB of text, and the digest would need that twice; in objects, some 20 MB. */
    @Test
    void manyPoints_inASmallHeap_haveADigestAndAreReadAgain() throws Exception {
        Ended ended = run("digest", 200_000, "digest");

        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out().strip()).as("read again, the digest is the same").isEqualTo("true");
    }

    /** Control: runs kept in memory take many times the bytes of runs in a journal. Counted, whatever the machine and collector. */
    @Test
    void runs_keptInMemory_takeManyTimesAsMuch() throws Exception {
        Ended few = run("few-kept", 1_000 / CELLS, "memory");
        Ended tenth = run("tenth-kept", 10_000 / CELLS, "memory");

        assertThat(few.code()).as(few.out()).isZero();
        assertThat(tenth.code()).as(tenth.out()).isZero();
        double perRun = (double) (tenth.bytes() - few.bytes()) / (tenth.runs() - few.runs());
        assertThat(perRun).as("bytes for each run more").isGreaterThan(8.0 * JOURNAL_BYTES_PER_RUN_MAX);
    }
}
