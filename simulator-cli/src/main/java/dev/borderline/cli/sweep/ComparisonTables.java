package dev.borderline.cli.sweep;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.experiment.compare.ComparisonFiles;
import dev.borderline.experiment.compare.FateComparison;
import dev.borderline.experiment.folder.Reproduction;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.text.CsvReader;
import dev.borderline.text.FileRefused;
import dev.borderline.text.GuardedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables that {@code compare} keeps, made again from the runs: what was asked for, the tables themselves tell. */
final class ComparisonTables {
    private static final int BYTES_MAX = 64 << 20;

    private ComparisonTables() {}

    /** Has a reproduction compare them; fates take runs of their own, which no limit breaks off. */
    static void addTo(Reproduction reproduction, boolean limited) {
        reproduction.table(ComparisonFiles.COMPARISON, ComparisonTables::comparison);
        if (!limited) {
            reproduction.table(ComparisonFiles.FATES, ComparisonTables::fates);
        }
    }

    private static void comparison(Path stored, Path fresh, Experiment experiment, RunStore runs) throws IOException {
        List<String> tested = named(stored, "measure", "p_holm");
        Comparison comparison = Comparison.of(experiment, runs);
        List<String> known =
                comparison.measures().stream().map(measure -> measure.name()).toList();
        ComparisonFiles.writeComparison(
                fresh, comparison, tested.stream().filter(known::contains).toList());
    }

    private static void fates(Path stored, Path fresh, Experiment experiment, RunStore runs) throws IOException {
        int followed = named(stored, "replication", "replication").size();
        List<Integer> replications = Comparison.of(experiment, runs).replications().stream()
                .limit(followed)
                .toList();
        ComparisonFiles.writeFates(fresh, FateComparison.of(experiment, replications));
    }

    /** Distinct values in a column of the rows that have one in another column, in their order. */
    private static List<String> named(Path file, String column, String filled) throws IOException {
        List<CsvReader.Row> rows = CsvReader.read(GuardedFiles.text(file, BYTES_MAX));
        List<String> head = rows.isEmpty() ? List.of() : rows.get(0).fields();
        int value = head.indexOf(column);
        int condition = head.indexOf(filled);
        Set<String> found = new LinkedHashSet<>();
        for (CsvReader.Row row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            if (value < 0 || condition < 0 || row.fields().size() != head.size()) {
                throw new FileRefused(file + " is damaged: line " + row.line() + " does not have its columns");
            }
            if (!row.fields().get(condition).isEmpty()) {
                found.add(row.fields().get(value));
            }
        }
        return List.copyOf(found);
    }
}
