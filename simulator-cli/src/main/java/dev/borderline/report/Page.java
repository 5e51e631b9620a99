package dev.borderline.report;

import dev.borderline.figure.Figure;
import dev.borderline.text.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * What the template shows. All texts are plain; the template escapes them.
 *
 * @param results what was asked and what came out
 * @param answer sentences
 * @param figures in order
 * @param ledger inputs with grades
 * @param assets style and script
 * @param folder name of the result folder, for commands
 */
record Page(Results results, List<String> answer, List<Figure> figures, Ledger ledger, Assets assets, String folder) {
    private static final int ROWS_MAX = 400;

    Page {
        answer = List.copyOf(answer);
        figures = List.copyOf(figures);
    }

    Study study() {
        return results.study();
    }

    /** What was run, in a line. */
    String facts() {
        Study study = study();
        String cells = study.points().size() == 1 ? "" : study.points().size() + " settings × ";
        String arms = study.arms().size() == 1 ? "" : study.arms().size() + " arms × ";
        String times = study.replications() == 1 ? " run" : " runs";
        return study.base().start() + " to " + study.base().end().minusDays(1) + " · " + cells + arms
                + study.replications() + times + " · seed " + study.provenance().seed();
    }

    /** What is missing of it; empty where nothing is. */
    String gaps() {
        Provenance provenance = study().provenance();
        int missing = study().tasks().size() - provenance.runsDone() + provenance.runsFailed();
        return missing == 0
                ? ""
                : missing + " of " + study().tasks().size()
                        + " runs failed or are missing; they are left out of every number.";
    }

    String percent(String grade) {
        return Numbers.human(StrictMath.rint(100.0 * ledger.count(grade) / ledger.size()));
    }

    /** A figure's file as a link that needs no other file. */
    String svgLink(Figure figure) {
        return link("image/svg+xml", figure.svg(assets.figureStyle()));
    }

    String csvLink(Figure figure) {
        return link("text/csv", figure.csv());
    }

    private static String link(String type, String text) {
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return "data:" + type + ";charset=utf-8;base64," + encoded;
    }

    /** The rows of a figure's table that the page shows. */
    List<dev.borderline.figure.Row> rows(Figure figure) {
        return figure.table().rows().stream().limit(ROWS_MAX).toList();
    }

    /** Rows that only the CSV has. */
    int rowsLeft(Figure figure) {
        return Math.max(0, figure.table().rows().size() - ROWS_MAX);
    }

    /** A number as files have it. */
    String exact(double value) {
        return Numbers.summaryOrEmpty(value);
    }

    /** A number to read. */
    String human(double value) {
        return Double.isNaN(value) ? "–" : Numbers.human(value).replace('-', '−');
    }

    String unit(String unit) {
        return unit.equals("1") ? "share" : unit;
    }

    /** The command that makes this page again. */
    String command() {
        return "./borderline report " + folder;
    }
}
