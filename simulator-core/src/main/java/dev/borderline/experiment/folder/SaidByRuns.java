package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.table.Headings;
import dev.borderline.experiment.table.ResultFiles;
import dev.borderline.text.Csv;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What a {@code runs.csv} says of the inputs of its runs: tells what they were before a manifest or a design was changed. */
final class SaidByRuns {
    private static final int POINT = 0;
    private static final int SEED = 3;
    private static final int FIRST_FACTOR = 6;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private final Path file;

    SaidByRuns(Path folder) {
        file = folder.resolve(ResultFiles.RUNS);
    }

    /** The seed of the first run. */
    OptionalLong seed() throws IOException {
        if (!Files.exists(file)) {
            return OptionalLong.empty();
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return lines.lines()
                    .skip(1)
                    .limit(1)
                    .map(Csv::fields)
                    .filter(fields -> fields.size() > SEED
                            && WHOLE.matcher(fields.get(SEED)).matches())
                    .mapToLong(fields -> Long.parseLong(fields.get(SEED)))
                    .findFirst();
        }
    }

    /** The first value of a point that is another here than in the design. */
    Optional<String> otherValue(Experiment experiment) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Headings headings = new Headings(experiment, null);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return lines.lines()
                    .skip(1)
                    .map(Csv::fields)
                    .flatMap(fields -> otherValue(fields, headings).stream())
                    .findFirst();
        }
    }

    private static Optional<String> otherValue(List<String> run, Headings headings) {
        Design design = headings.experiment().design();
        List<String> factors = design.factors();
        String number = run.get(POINT);
        if (run.size() < FIRST_FACTOR + factors.size() || !WHOLE.matcher(number).matches()) {
            return Optional.empty();
        }
        int point = (int) Math.min(Long.parseLong(number), Integer.MAX_VALUE);
        if (point < 0 || point >= design.size()) {
            return Optional.of("point " + number + " is missing, which " + ResultFiles.RUNS + " has");
        }
        List<String> values = headings.factorValues(point);
        for (int factor = 0; factor < factors.size(); factor++) {
            String was = run.get(FIRST_FACTOR + factor);
            if (!was.equals(values.get(factor))) {
                return Optional.of("point " + number + ": " + factors.get(factor) + " is " + values.get(factor) + ", "
                        + ResultFiles.RUNS + " says " + was);
            }
        }
        return Optional.empty();
    }
}
