package dev.borderline.experiment.store;

import dev.borderline.text.FileRefused;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.JsonWriter;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.JsonView;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Writer of a journal, as a small file beside it tells: for people and for the rate of runs. What counts is the lock; this file
 * may outlive its process.
 *
 * @param process its number
 * @param host name of its machine; empty if unknown
 * @param since when it began
 * @param runsThen runs in the journal at that time
 */
public record WriterInfo(long process, String host, Instant since, int runsThen) {
    private static final Path LINUX_HOST = Path.of("/proc/sys/kernel/hostname");
    private static final int BYTES_MAX = 1 << 12;
    private static final int HOST_LENGTH_MAX = 255;

    /** This process, now. */
    static WriterInfo here(int runs) {
        return new WriterInfo(ProcessHandle.current().pid(), hostName(), Instant.now(), runs);
    }

    /** True if it is this process, and not one of the past that had its number. */
    boolean isHere() {
        ProcessHandle here = ProcessHandle.current();
        boolean later =
                here.info().startInstant().map(start -> !since.isBefore(start)).orElse(true);
        return process == here.pid() && host.equals(hostName()) && later;
    }

    /** The name that the system keeps; asking the network for it may take seconds. */
    private static String hostName() {
        try {
            return Files.exists(LINUX_HOST)
                    ? Files.readString(LINUX_HOST).strip()
                    : Optional.ofNullable(System.getenv("COMPUTERNAME")).orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    public WriterInfo {
        if (process < 0
                || runsThen < 0
                || host.length() > HOST_LENGTH_MAX
                || !host.chars().allMatch(WriterInfo::isPlain)) {
            throw new IllegalArgumentException("no process of any machine");
        }
    }

    private static boolean isPlain(int character) {
        return character > ' ' && character <= '~';
    }

    static Path file(Path journal) {
        return journal.resolveSibling("." + journal.getFileName() + ".holder");
    }

    void write(Path journal) throws IOException {
        JsonWriter json = JsonWriter.compact().beginObject();
        json.key("process").value(process).key("host").value(host);
        json.key("since").value(since.toString()).key("runs").value(runsThen);
        String text = json.endObject().finish() + "\n";
        GuardedFiles.put(file(journal), text); // in haste: half a file counts as none
    }

    /** Content of the file; empty if there is none, or none that can be read. */
    public static Optional<WriterInfo> read(Path journal) throws IOException {
        Path file = file(journal);
        if (!GuardedFiles.isThere(file)) {
            return Optional.empty();
        }
        try {
            SourceText text = new SourceText(file.toString(), GuardedFiles.text(file, BYTES_MAX));
            JsonView json = new JsonView(YamlNode.read(text, YamlLimits.HAND_WRITTEN));
            return Optional.of(new WriterInfo(
                    Long.parseLong(json.text("process")),
                    json.text("host"),
                    Instant.parse(json.text("since")),
                    json.whole("runs")));
        } catch (FileRefused | InvalidInput | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
