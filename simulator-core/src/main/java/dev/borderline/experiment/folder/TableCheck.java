package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.folder.ReproductionReport.Finding;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.table.ResultFiles;
import dev.borderline.text.Csv;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.TextLines;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Check that the tables of a result folder are those that its runs give, byte by byte. */
final class TableCheck {
    private final Path folder;
    private final Sweep sweep;
    private final Map<String, TableMaker> others;
    private final SortedSet<String> there = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    /**
     * A check of all tables of a folder.
     *
     * @param others how tables of other commands are made again, by name
     */
    TableCheck(Path folder, Sweep sweep, Map<String, TableMaker> others) {
        this.folder = folder;
        this.sweep = sweep;
        this.others = others;
    }

    /** The first line of each table that is not what the runs give. */
    List<Finding> findings() {
        return findings;
    }

    /** Tables that could not be compared, and the reasons. */
    List<String> unchecked() {
        return unchecked;
    }

    /** Compares them with what these runs give; with what the design gives where there are none. */
    void check(@Nullable RunStore runs) throws IOException {
        find();
        Path fresh = Files.createTempDirectory("borderline-tables");
        try {
            for (String table : made(fresh, runs)) {
                compare(folder.resolve(table), fresh.resolve(table)).ifPresent(findings::add);
                there.remove(table);
            }
        } finally {
            delete(fresh);
        }
        if (!there.isEmpty()) {
            unchecked.add(String.join(", ", there)
                    + (runs == null
                            ? ": there is no " + ResultFolder.JOURNAL + " to compare with"
                            : ": made by another command, which alone can make it again"));
        }
    }

    private void find() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "{*.csv,analysis-*.json}")) {
            for (Path entry : entries) {
                GuardedFiles.isThere(entry);
                there.add(entry.getFileName().toString());
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Makes the tables that there should be; gives their names. */
    private List<String> made(Path fresh, @Nullable RunStore runs) throws IOException {
        Experiment experiment = sweep.experiment();
        if (runs == null) {
            ResultFiles.writeDesign(fresh, experiment);
            return ResultFiles.namesOfDesign(experiment);
        }
        boolean isWhole = sweep.shard().isWhole();
        List<String> made =
                new ArrayList<>(isWhole ? ResultFiles.names(experiment) : ResultFiles.namesOfDesign(experiment));
        if (isWhole) {
            ResultFiles.write(fresh, experiment, runs);
        } else {
            ResultFiles.writeDesign(fresh, experiment);
            ResultFiles.writeFailures(fresh, experiment, runs);
        }
        if (runs.failures() > 0) {
            made.add(ResultFiles.FAILURES);
        } else if (there.remove(ResultFiles.FAILURES)) {
            String file = folder.resolve(ResultFiles.FAILURES).toString();
            findings.add(Finding.of(Finding.Kind.TABLE, file, "is there, though no run failed"));
        }
        for (String table : there) {
            TableMaker maker = others.get(table);
            if (maker != null) {
                maker.write(folder.resolve(table), fresh, experiment, runs);
                made.add(table);
            }
        }
        return made;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Optional<Finding> compare(Path stored, Path fresh) throws IOException {
        if (!GuardedFiles.isThere(stored)) {
            return Optional.of(Finding.of(Finding.Kind.TABLE, stored.toString(), "is missing"));
        }
        if (GuardedFiles.haveSameBytes(stored, fresh)) {
            return Optional.empty();
        }
        try (TextLines one = GuardedFiles.lines(stored);
                TextLines other = GuardedFiles.lines(fresh)) {
            String heading = other.next();
            String here = one.next();
            String there = heading;
            int number = 1;
            while (here != null && here.equals(there)) {
                here = one.next();
                there = other.next();
                number++;
            }
            String where = stored + ":" + number;
            return Optional.of(Finding.of(Finding.Kind.TABLE, where, difference(heading, here, there)));
        }
    }

    private static String difference(@Nullable String heading, @Nullable String here, @Nullable String there) {
        if (heading == null || here == null) {
            return there == null ? "has another end than the journal gives" : "ends too early";
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
