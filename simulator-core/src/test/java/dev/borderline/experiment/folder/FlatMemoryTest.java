package dev.borderline.experiment.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand runs need no more memory than a thousand, but for eight bytes each, the place of each in the journal. */
@Timeout(120)
class FlatMemoryTest {
    private static final int CELLS = 6;
    private static final String HEAP = "-Xmx16m";

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

    private Ended run(String name, int replications, String store) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path out = temporary.resolve(name + ".txt");
        List<String> words = List.of(
                java,
                HEAP,
                store.equals("memory")
                        ? "-XX:+UseParallelGC"
                        : "-XX:+UseSerialGC", // the former gives up before it only collects
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
        assertThat(perRun).as("bytes for each run more").isLessThan(12);
        assertThat(Files.size(temporary.resolve("many/runs.csv"))).isGreaterThan(5_000_000);
    }

    /** Written out, the points would be some 9 MB of text, and the digest would need that twice; in objects, some 40 MB. */
    @Test
    void manyPoints_inASmallHeap_haveADigestAndAreReadAgain() throws Exception {
        Ended ended = run("digest", 400_000, "digest");

        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out().strip()).as("read again, the digest is the same").isEqualTo("true");
    }

    /** The heap is as small as it seems: what is not kept on disk does not fit. */
    @Test
    void hundredThousandRuns_keptInMemory_doNotFitThatHeap() throws Exception {
        Ended ended = run("none", 100_000 / CELLS, "memory");

        assertThat(ended.code()).isNotZero();
        assertThat(ended.out()).contains("OutOfMemoryError");
    }
}
