package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.table.ResultFiles;
import dev.borderline.experiment.table.TableColumns;
import dev.borderline.text.Csv;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Inputs of runs according to {@code runs.csv}: as they were before a manifest or a design was changed. */
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
        if (!GuardedFiles.isThere(file)) {
            return OptionalLong.empty();
        }
        try (TextLines lines = GuardedFiles.lines(file)) {
            lines.next();
            String first = lines.next();
            List<String> fields = first == null ? List.of() : Csv.fields(first);
            return fields.size() > SEED && WHOLE.matcher(fields.get(SEED)).matches()
                    ? OptionalLong.of(Long.parseLong(fields.get(SEED)))
                    : OptionalLong.empty();
        }
    }

    /** The first value of a point that is another here than in the design. */
    Optional<String> otherValue(Experiment experiment) throws IOException {
        if (!GuardedFiles.isThere(file)) {
            return Optional.empty();
        }
        TableColumns headings = new TableColumns(experiment, null);
        try (TextLines lines = GuardedFiles.lines(file)) {
            lines.next();
            for (String line = lines.next(); line != null; line = lines.next()) {
                Optional<String> other = otherValue(Csv.fields(line), headings);
                if (other.isPresent()) {
                    return other;
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<String> otherValue(List<String> run, TableColumns headings) {
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
