package dev.borderline.cli.crate;

import dev.borderline.experiment.folder.SavedSweep;
import dev.borderline.text.ShellWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One command that made files of a folder.
 *
 * @param id of its entity
 * @param name such as {@code borderline sweep}
 * @param description its words, as far as they were recorded
 * @param started when it began, in ISO 8601; empty where that was not recorded
 * @param ended when it ended; empty where that was not recorded
 * @param instrument entity of the program
 * @param inputs names of files, and entities of other inputs
 * @param results names of files
 */
record CrateAction(
        String id,
        String name,
        String description,
        String started,
        String ended,
        String instrument,
        List<String> inputs,
        List<String> results) {
    /** Entity of the program that made the runs. */
    static final String PROGRAM = "#program";

    /** Entity of a program of which no more is known. */
    static final String SOME_PROGRAM = "#some-program";

    private static final String MANIFEST = "manifest.json";
    private static final String JOURNAL = "runs.journal";
    private static final Set<String> OF_RUNS = Set.of(
            MANIFEST,
            JOURNAL,
            "_SUCCESS",
            "design.csv",
            "runs.csv",
            "summary.csv",
            "yearly.csv",
            "monthly.csv",
            "failures.csv",
            "ensemble.csv",
            "comparison.csv",
            "fates.csv");
    private static final Set<String> OF_REPORT = Set.of("report.html", "stress-des.md");
    private static final String FIGURES = "figures/";

    /** The commands that made these files. */
    static List<CrateAction> of(SavedSweep saved, SavedSweep.Facts facts, List<String> files) {
        List<CrateAction> actions = new ArrayList<>();
        actions.add(runs(saved, facts, files));
        List<String> read = files.stream()
                .filter(file -> file.equals(MANIFEST) || file.equals(JOURNAL))
                .toList();
        List<String> pages = files.stream()
                .filter(file -> OF_REPORT.contains(file) || file.startsWith(FIGURES))
                .toList();
        if (!pages.isEmpty()) {
            actions.add(unrecorded("report", read, pages));
        }
        for (String table : files) {
            String stem = table.replaceFirst("\\.json$", "");
            if (!table.equals(stem) && !OF_RUNS.contains(table) && files.contains(stem + ".csv")) {
                actions.add(unrecorded(
                        "analyze " + stem.replaceFirst("^analysis-", ""), read, List.of(table, stem + ".csv")));
            }
        }
        return actions;
    }

    private static CrateAction runs(SavedSweep saved, SavedSweep.Facts facts, List<String> files) {
        List<String> words = saved.sweep().command();
        List<String> inputs = CrateInputs.of(saved.sweep()).stream()
                .map(CrateInputs.Input::id)
                .toList();
        Instant ended = facts.finished();
        return new CrateAction(
                "#runs",
                "borderline " + (words.isEmpty() ? "runs" : words.get(1)),
                words.isEmpty() ? "Runs of a program that embeds the library" : ShellWords.line(words),
                facts.started().toString(),
                ended == null ? "" : ended.toString(),
                PROGRAM,
                inputs,
                files.stream().filter(OF_RUNS::contains).toList());
    }

    /** A command of which the folder keeps what it made and not when. */
    private static CrateAction unrecorded(String command, List<String> inputs, List<String> results) {
        String id = "#" + command.replaceAll("[^A-Za-z0-9]+", "-");
        return new CrateAction(
                id,
                "borderline " + command,
                "Options and time were not recorded",
                "",
                "",
                SOME_PROGRAM,
                inputs,
                results);
    }
}
