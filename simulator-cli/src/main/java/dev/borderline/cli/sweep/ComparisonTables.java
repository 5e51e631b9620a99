package dev.borderline.cli.sweep;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.experiment.compare.ComparisonFiles;
import dev.borderline.experiment.compare.FateComparison;
import dev.borderline.experiment.folder.Reproduction;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.text.FileRefused;
import dev.borderline.text.GuardedFiles;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** The tables that {@code compare} keeps, made again from the runs: what was asked for, the tables themselves tell. */
final class ComparisonTables {
    private ComparisonTables() {}

    /** Has a reproduction compare them; fates take runs of their own, which no limit breaks off. */
    static void addTo(Reproduction reproduction, boolean limited) {
        reproduction.table(ComparisonFiles.COMPARISON, ComparisonTables::comparison);
        if (!limited) {
            reproduction.table(ComparisonFiles.FATES, ComparisonTables::fates);
        }
    }

    private static void comparison(Path stored, Path fresh, Experiment experiment, RunStore runs) throws IOException {
        List<String> tested =
                named(stored, "measure", row -> !row.getField("p_holm").isEmpty());
        Comparison comparison = Comparison.of(experiment, runs);
        List<String> known =
                comparison.measures().stream().map(measure -> measure.name()).toList();
        ComparisonFiles.writeComparison(
                fresh, comparison, tested.stream().filter(known::contains).toList());
    }

    private static void fates(Path stored, Path fresh, Experiment experiment, RunStore runs) throws IOException {
        int followed = named(stored, "replication", row -> true).size();
        List<Integer> replications = Comparison.of(experiment, runs).replications().stream()
                .limit(followed)
                .toList();
        ComparisonFiles.writeFates(fresh, FateComparison.of(experiment, replications));
    }

    /** The different values in a column of the rows chosen, in their order. */
    private static List<String> named(Path file, String column, Predicate<NamedCsvRecord> chosen) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(GuardedFiles.stream(file), StandardCharsets.UTF_8))) {
            return csv.stream()
                    .filter(chosen)
                    .map(row -> row.getField(column))
                    .distinct()
                    .toList();
        } catch (CsvParseException | NoSuchElementException e) {
            throw new FileRefused(file + " is damaged: " + e.getMessage());
        }
    }
}
