package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.table.ResultFiles;
import dev.borderline.text.Csv;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the tables of a result folder are those that its runs give, byte by byte. */
final class TableCheck {
    private static final List<String> TABLES =
            List.of(ResultFiles.DESIGN, ResultFiles.RUNS, ResultFiles.SUMMARY, ResultFiles.YEARLY);

    private TableCheck() {}

    /** The first line of each table that is not what {@code store} gives. */
    static List<Finding> findings(Path folder, Experiment experiment, RunStore store) throws IOException {
        Path fresh = Files.createTempDirectory("borderline-tables");
        try {
            ResultFiles.write(fresh, experiment, store);
            List<Finding> findings = new ArrayList<>();
            for (String table : TABLES) {
                compare(folder.resolve(table), fresh.resolve(table)).ifPresent(findings::add);
            }
            return findings;
        } finally {
            delete(fresh);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Optional<Finding> compare(Path stored, Path fresh) throws IOException {
        if (!Files.exists(stored)) {
            return Optional.of(Finding.of(Finding.Kind.TABLE, stored.toString(), "is missing"));
        }
        if (Files.mismatch(stored, fresh) < 0) {
            return Optional.empty();
        }
        try (BufferedReader one = Files.newBufferedReader(stored);
                BufferedReader other = Files.newBufferedReader(fresh)) {
            String heading = other.readLine();
            String here = one.readLine();
            String there = heading;
            int number = 1;
            while (here != null && here.equals(there)) {
                here = one.readLine();
                there = other.readLine();
                number++;
            }
            String where = stored + ":" + number;
            return Optional.of(Finding.of(Finding.Kind.TABLE, where, difference(heading, here, there)));
        }
    }

    private static String difference(@Nullable String heading, @Nullable String here, @Nullable String there) {
        if (heading == null || here == null) {
            return "ends too early";
        }
        if (there == null) {
            return "has a line too many";
        }
        List<String> columns = Csv.fields(heading);
        List<String> stored = Csv.fields(here);
        List<String> given = Csv.fields(there);
        for (int i = 0; i < Math.min(columns.size(), Math.min(stored.size(), given.size())); i++) {
            if (!stored.get(i).equals(given.get(i))) {
                return columns.get(i) + " is '" + stored.get(i) + "' here, the journal gives '" + given.get(i) + "'";
            }
        }
        return "is another line than the journal gives";
    }
}
