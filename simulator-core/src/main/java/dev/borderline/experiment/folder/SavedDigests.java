package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Digests of runs in a manifest, and the fingerprints of those that ended. Read line by line, as {@link Manifest} writes it,
 * because it grows with the runs.
 */
final class SavedDigests {
    private static final Pattern POINT = Pattern.compile("\"point\": (\\d{1,9}),");
    private static final Pattern ENTRY = Pattern.compile("\"(\\d{1,9})\": \"([0-9a-f]{16,64})\",?");
    private static final String ARM = "\"arm\": ";
    private static final String REPLICATIONS = "\"replications\": {";
    private static final String FINGERPRINTS = "\"" + Manifest.FINGERPRINTS + "\": {";

    private final TaskSpace tasks;
    private final List<String> arms; // as the file spells them
    private final SortedMap<Integer, String> digests = new TreeMap<>(); // by rank
    private final SortedMap<Integer, String> fingerprints = new TreeMap<>();
    private int point;
    private int arm;
    private boolean inFingerprints;

    private SavedDigests(Experiment experiment) {
        tasks = experiment.tasks();
        arms = experiment.arms().stream()
                .map(one -> JsonWriter.compact().value(one.name()).finish())
                .toList();
    }

    /** Reads those of an experiment from its manifest. */
    static SavedDigests read(Path manifest, Experiment experiment) throws IOException {
        SavedDigests saved = new SavedDigests(experiment);
        try (TextLines lines = GuardedFiles.lines(manifest)) {
            boolean begun = false;
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (begun) {
                    saved.line(line.strip(), lines.where());
                }
                begun = begun || line.startsWith(SavedSweep.DIGESTS_LINE);
            }
        }
        return saved;
    }

    private void line(String line, String where) throws IOException {
        Matcher entry = ENTRY.matcher(line);
        Matcher atPoint = POINT.matcher(line);
        if (entry.matches()) {
            Task task = new Task(point, arm, Integer.parseInt(entry.group(1)));
            if (!tasks.contains(task)) {
                throw new StoreRefused(where + ": the experiment has no " + task);
            }
            (inFingerprints ? fingerprints : digests).put(tasks.rank(task), entry.group(2));
        } else if (atPoint.matches()) {
            point = Integer.parseInt(atPoint.group(1));
        } else if (line.startsWith(ARM)) {
            arm = arms.indexOf(line.substring(ARM.length(), line.length() - 1));
            if (arm < 0) {
                throw new StoreRefused(where + ": the experiment has no such arm");
            }
        } else if (line.startsWith(REPLICATIONS) || line.startsWith(FINGERPRINTS)) {
            inFingerprints = line.startsWith(FINGERPRINTS);
        } else if (!line.matches("[\\[\\]{},]*")) {
            throw new StoreRefused(where + ": cannot be read as part of the digests");
        }
    }

    /** Runs with a digest, by rank. */
    List<Integer> ranks() {
        return List.copyOf(digests.keySet());
    }

    /** The digest of a run; null if there is none. */
    @Nullable
    String digest(Task task) {
        return digests.get(tasks.rank(task));
    }

    /** The fingerprint of a run; null if it broke off. */
    @Nullable
    String fingerprint(Task task) {
        return fingerprints.get(tasks.rank(task));
    }
}
