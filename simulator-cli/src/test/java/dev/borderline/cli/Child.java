package dev.borderline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The command line in a process of its own, to be killed, interrupted and starved. */
public final class Child {
    private static final int PATIENCE_MINUTES = 30; // only against a child that hangs, on a machine however busy

    private final Process process;
    private final Path out;
    private final Path err;

    private Child(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** The words that start the command line, as this test has it, with these options of the Java machine. */
    public static List<String> words(List<String> javaOptions, String... args) {
        return wordsOf(Main.class, javaOptions, args);
    }

    /** The words that start a program of the class path. */
    static List<String> wordsOf(Class<?> program, List<String> javaOptions, String... args) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // it starts faster, and lives for seconds
                "-XX:+UseSerialGC"));
        words.addAll(javaOptions);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        words.addAll(List.of(args));
        return words;
    }

    /** Starts the command line. */
    public static Child start(Path folder, String... args) {
        return startWords(folder, words(List.of(), args));
    }

    /** Starts any command; its outputs go to files in {@code folder}. */
    public static Child startWords(Path folder, List<String> words) {
        try {
            Path out = Files.createTempFile(folder, "child", ".out");
            Path err = Files.createTempFile(folder, "child", ".err");
            Process process = new ProcessBuilder(words)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Child(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** A state of a child that a test waits for. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /** Waits until something holds or it has ended; looks some thousand times a second, and leaves the processor to it meanwhile. */
    void awaitOrEnd(Condition condition) throws IOException {
        while (isAlive() && !condition.holds()) {
            LockSupport.parkNanos(500_000);
        }
    }

    /** Waits for its end. */
    public Ran await() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("a child has not ended after " + PATIENCE_MINUTES + " minutes: " + text(err));
        }
        return new Ran(process.exitValue(), text(out), text(err));
    }

    /** Waits for the first line that it prints. */
    public String firstLine() throws IOException {
        awaitOrEnd(() -> Files.readString(out).contains("\n"));
        return text(out).lines().findFirst().orElseThrow(() -> new AssertionError(text(err)));
    }

    /** As kill -9 does: nothing of it runs any more. */
    public Ran kill() throws InterruptedException {
        process.destroyForcibly();
        return await();
    }

    /** Sends a signal by name, such as INT. */
    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("kill -" + name + " " + pid() + " failed");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
