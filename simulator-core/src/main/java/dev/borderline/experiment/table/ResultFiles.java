package dev.borderline.experiment.table;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.Granularity;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.Csv;
import dev.borderline.text.GuardedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables of a result folder, written from a store. They are {@code design.csv}, {@code runs.csv}, {@code summary.csv}, {@code
 * yearly.csv}, {@code monthly.csv} if months are kept, and {@code failures.csv} if a run failed. One pass over the store, flat
 * memory; equal runs give equal bytes; each file appears whole or not at all. UTF-8, lines end with a line feed, numbers have 12
 * significant digits, 9 in summaries, factors as many as they need.
 */
public final class ResultFiles {
    /** Names of the files. */
    public static final String DESIGN = "design.csv";

    public static final String RUNS = "runs.csv";
    public static final String SUMMARY = "summary.csv";
    public static final String YEARLY = "yearly.csv";
    public static final String MONTHLY = "monthly.csv";
    public static final String FAILURES = "failures.csv";
    public static final String ENSEMBLE = "ensemble.csv";

    private final Path folder;
    private final TableColumns headings;
    private final List<ResultTable> tables = new ArrayList<>();
    private final List<AtomicFile> files = new ArrayList<>(); // of the tables

    private ResultFiles(Path folder, TableColumns headings) {
        this.folder = folder;
        this.headings = headings;
    }

    /** Writes all of them into a folder that exists. */
    public static void write(Path folder, Experiment experiment, RunStore store) throws IOException {
        ResultFiles files = new ResultFiles(folder, new TableColumns(experiment, store.layout()));
        writeDesign(folder, experiment);
        GuardedFiles.delete(folder.resolve(FAILURES));
        try {
            files.open(store);
            store.forEach(files::accept);
            files.finish();
        } finally {
            for (AtomicFile file : files.files) {
                file.close();
            }
        }
    }

    /** Names of the tables that are there before the runs are. */
    public static List<String> namesOfDesign(Experiment experiment) {
        return experiment.members().isPresent() ? List.of(DESIGN, ENSEMBLE) : List.of(DESIGN);
    }

    /** Names of the tables that are there once all runs are, apart from that of failures. */
    public static List<String> names(Experiment experiment) {
        List<String> names = new ArrayList<>(namesOfDesign(experiment));
        names.addAll(List.of(RUNS, SUMMARY, YEARLY));
        if (experiment.by() == Granularity.MONTH) {
            names.add(MONTHLY);
        }
        return List.copyOf(names);
    }

    private void open(RunStore store) throws IOException {
        tables.add(new RunsTable(file(RUNS), headings));
        tables.add(
                headings.experiment().members().isPresent()
                        ? new MemberSummaryTable(file(SUMMARY), headings, store)
                        : new SummaryTable(file(SUMMARY), headings, store));
        tables.add(new YearlyTable(file(YEARLY), headings, headings.experiment().outcomes()));
        if (headings.experiment().by() == Granularity.MONTH) {
            tables.add(new MonthlyTable(
                    file(MONTHLY), headings, headings.experiment().outcomes()));
        }
        if (store.failures() > 0) {
            tables.add(new FailuresTable(file(FAILURES), headings));
        }
    }

    private AtomicFile file(String name) throws IOException {
        AtomicFile file = AtomicFile.create(folder.resolve(name));
        files.add(file);
        return file;
    }

    private void finish() throws IOException {
        for (ResultTable table : tables) {
            table.finish();
        }
        for (AtomicFile file : files) {
            file.commit();
        }
    }

    private void accept(RunRecord run) throws IOException {
        for (ResultTable table : tables) {
            table.accept(run);
        }
    }

    /** Writes the table of failures alone, if there are any. */
    public static void writeFailures(Path folder, Experiment experiment, RunStore store) throws IOException {
        GuardedFiles.delete(folder.resolve(FAILURES));
        if (store.failures() > 0) {
            try (AtomicFile file = AtomicFile.create(folder.resolve(FAILURES))) {
                store.forEach(new FailuresTable(file, new TableColumns(experiment, null)));
                file.commit();
            }
        }
    }

    /** Writes the points, and the members if there are any: what is known before there is any run. */
    public static void writeDesign(Path folder, Experiment experiment) throws IOException {
        TableColumns headings = new TableColumns(experiment, null);
        try (AtomicFile file = AtomicFile.create(folder.resolve(DESIGN))) {
            Design design = experiment.design();
            file.append(record(TableColumns.joined(List.of("point"), design.roleNames(), design.factors())));
            for (int point = 0; point < design.size(); point++) {
                List<String> number = List.of(Integer.toString(point));
                file.append(record(TableColumns.joined(number, design.roles(point), headings.factorValues(point))));
            }
            file.commit();
        }
        if (experiment.members().isPresent()) {
            AtomicFile.write(
                    folder.resolve(ENSEMBLE),
                    experiment.members().get().ensemble().toCsv());
        }
    }

    private static String record(List<String> fields) {
        return Csv.record(fields.toArray(new String[0]));
    }
}
