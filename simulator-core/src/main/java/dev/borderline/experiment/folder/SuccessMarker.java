package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.table.ResultFiles;
import dev.borderline.scenario.SweepFile;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.Digest;
import dev.borderline.text.GuardedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code _SUCCESS}, the mark of a finished folder. It says of what and from how much, so that finished work is not done
 * again. It
 * holds as long as the experiment is the same and no file has been changed, cut or deleted since: each has the length and the
 * checksum that stand there.
 */
final class SuccessMarker {
    /** Name of the file. */
    static final String FILE = "_SUCCESS";

    private static final List<String> OF_SHARD = List.of(ResultFiles.DESIGN, Manifest.FILE);

    private static final int BYTES_MAX = 1 << 20;

    private final Path folder;
    private final Sweep sweep;
    private final List<String> files;

    SuccessMarker(Path folder, Sweep sweep) {
        this.folder = folder;
        this.sweep = sweep;
        files = sweep.shard().isWhole() ? ofWhole(sweep.experiment()) : OF_SHARD;
    }

    private static List<String> ofWhole(Experiment experiment) {
        List<String> files = new ArrayList<>(ResultFiles.names(experiment));
        files.add(Manifest.FILE);
        return files;
    }

    /** Seals the folder as it is. */
    void put() throws IOException {
        AtomicFile.write(folder.resolve(FILE), text());
    }

    /** Breaks the seal, if there is one. */
    void remove() throws IOException {
        GuardedFiles.delete(folder.resolve(FILE));
    }

    /** True if there is a marker and all is as it was when it was put. */
    boolean holds() throws IOException {
        Path seal = folder.resolve(FILE);
        return GuardedFiles.isThere(seal)
                && GuardedFiles.size(seal) <= BYTES_MAX
                && Arrays.equals(bytes(seal), text().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Path seal) throws IOException {
        try (InputStream in = GuardedFiles.stream(seal)) {
            return in.readNBytes(BYTES_MAX);
        }
    }

    private String text() throws IOException {
        Experiment experiment = sweep.experiment();
        StringBuilder text = new StringBuilder();
        text.append("experiment ").append(experiment.sha256()).append('\n');
        text.append("heading ").append(heading()).append('\n');
        text.append("shard ").append(sweep.shard()).append('\n');
        text.append("replications ").append(experiment.replications()).append('\n');
        experiment
                .stopping()
                .ifPresent(rule -> text.append("until ").append(rule).append('\n'));
        text.append("outcomes ").append(String.join(",", experiment.outcomes())).append('\n');
        Path journal = folder.resolve(ResultFolder.JOURNAL);
        text.append(ResultFolder.JOURNAL).append(' ').append(size(journal)).append('\n');
        for (String file : files) {
            text.append(file).append(' ').append(contents(folder.resolve(file))).append('\n');
        }
        return text.toString();
    }

    /** The manifest has it, and so has whatever is made from that. */
    private String heading() {
        SweepFile.Heading heading = sweep.heading();
        return Digest.sha256(heading.name() + "\n" + heading.title() + "\n" + heading.question());
    }

    /** The journal has a checksum in every record, which are looked at whenever it is opened. A damaged run is then missing. */
    private static long size(Path journal) throws IOException {
        return GuardedFiles.isThere(journal) ? GuardedFiles.size(journal) : -1;
    }

    private static String contents(Path file) throws IOException {
        return GuardedFiles.isThere(file)
                ? GuardedFiles.size(file) + " " + HexFormat.of().toHexDigits((int) GuardedFiles.crc32c(file))
                : "missing";
    }
}
