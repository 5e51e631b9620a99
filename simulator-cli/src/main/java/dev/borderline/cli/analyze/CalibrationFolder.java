package dev.borderline.cli.analyze;

import dev.borderline.cli.text.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder that a calibration writes. Its own, never one with the files of others, and never over what it reads. */
final class CalibrationFolder {
    static final String EVALUATIONS = "evaluations.csv";
    static final String TARGETS = "targets.csv";
    static final String PARAMETERS = "parameters.csv";
    static final String FIT = "fit.json";
    static final String FITTED = "fitted.yaml";

    static final String MEMBER_RUNS = "member-runs.csv";
    static final String ENSEMBLE = "ensemble.csv";
    static final String MANIFEST = "ensemble.json";
    static final String POSTERIOR = "posterior.csv";
    static final String CORRELATIONS = "correlations.csv";
    static final String PREDICTED = "targets-predicted.csv";
    static final String GATES = "gates.csv";

    private static final List<String> WRITTEN = List.of(
            EVALUATIONS,
            TARGETS,
            PARAMETERS,
            FIT,
            FITTED,
            MEMBER_RUNS,
            ENSEMBLE,
            MANIFEST,
            POSTERIOR,
            CORRELATIONS,
            PREDICTED,
            GATES);
    private static final int NAMED = 3;

    private final Path path;

    CalibrationFolder(Path path) {
        this.path = path;
    }

    /** Refuses a folder that is not there for this. A file, one with files of others, or one with an input that would be overwritten. */
    void check(List<Path> inputs) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new Refusal(path + " is a file, not a folder: name another with --out");
        }
        for (String name : WRITTEN) {
            checkFile(path.resolve(name), inputs);
        }
        List<String> there = names();
        if (!there.isEmpty() && !there.contains(EVALUATIONS)) {
            String more = there.size() > NAMED ? ", …" : "";
            throw new Refusal(path + " is not the folder of a calibration: it holds "
                    + there.stream().limit(NAMED).collect(Collectors.joining(", ")) + more
                    + "; name a new one with --out");
        }
    }

    private static void checkFile(Path file, List<Path> inputs) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal(file + " is not a regular file: name another folder with --out");
        }
        for (Path input : inputs) {
            if (Files.exists(input) && Files.isSameFile(input, file)) {
                throw new Refusal(input + " is read and would be overwritten: name another folder with --out");
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals("." + EVALUATIONS + ".lock")) // of one that broke off at once
                    .sorted()
                    .toList();
        }
    }

    Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }
}
