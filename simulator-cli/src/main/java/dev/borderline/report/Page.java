package dev.borderline.report;

import dev.borderline.figure.Figure;
import dev.borderline.figure.Plain;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.text.Numbers;
import dev.borderline.text.ShellWords;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content of the report template. All texts are plain; the template escapes them.
 *
 * @param results what was asked and what came out
 * @param answer sentences
 * @param figures in order
 * @param ledger inputs with grades
 * @param shares of the variance; null where nobody asked for them
 * @param assets style and script
 * @param folder name of the result folder, for commands
 * @param words marks at words that the glossary explains
 */
record Page(
        Results results,
        List<String> answer,
        List<Figure> figures,
        Ledger ledger,
        @Nullable VarianceShares shares,
        Assets assets,
        String folder,
        WordMarks words) {
    private static final int ROWS_MAX = 400;

    Page {
        answer = List.copyOf(answer);
        figures = List.copyOf(figures);
    }

    /** Meaning of the arms; null where there is one. */
    @Nullable
    ArmsTable arms() {
        return ArmsTable.of(study()).orElse(null);
    }

    /** Outcomes that a reader can choose among, as the headings of drawings name them. */
    List<String> outcomes() {
        return results.outcomes().stream().map(PlainNames::ofMeasure).toList();
    }

    StudyPlan study() {
        return results.study();
    }

    /** Period, cells, arms, runs and seed, in a line. */
    String facts() {
        StudyPlan study = study();
        String cells = study.size() == 1 ? "" : study.size() + " settings × ";
        String arms = study.arms().size() == 1 ? "" : study.arms().size() + " arms × ";
        return study.base().start() + " to " + study.base().end().minusDays(1) + " · " + cells + arms
                + results.counted().runs() + " · seed " + study.seed();
    }

    /** True where the runs are of members of an ensemble. */
    boolean isOverMembers() {
        return study().members().isPresent();
    }

    /** Coverage of the ranges and intervals of the page, in a sentence. */
    String doubt() {
        return study().members()
                .map(members -> members.ensemble().name())
                .map(name ->
                        "Ranges hold 90 % of the members, each with a value of its own for every uncertain input: they cover"
                                + " what is not known of the inputs, as far as "
                                + (name.equals(Ensemble.PRIOR) ? "their priors say" : "the ensemble " + name + " says")
                                + ", given this model.")
                .orElse("One guess of every input: intervals cover chance only, not what is unknown about the inputs.");
    }

    /** Question of the study; for a scenario alone its story. */
    String question() {
        boolean alone = study().size() == 1 && study().arms().size() == 1;
        return alone && study().question().isEmpty() ? study().base().story() : study().question();
    }

    /** Missing runs; empty where nothing is missing. */
    String gaps() {
        int missing = results.missing();
        return missing == 0
                ? ""
                : missing + " of " + results.counts().total()
                        + " runs failed or are missing; they are left out of every number.";
    }

    String percent(String grade) {
        return Numbers.human(StrictMath.rint(
                100.0 * Ledger.count(ledger.lines(), grade) / ledger.lines().size()));
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
    List<dev.borderline.figure.FigureRow> rows(Figure figure) {
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
    String human(double value, String unit) {
        return Double.isNaN(value) ? "–" : Plain.of(unit).shown(value).replace('-', '−');
    }

    String unit(String unit) {
        return Plain.of(unit).unit();
    }

    /** Share of each outcome's variance that rests on assumptions, in sentences; empty where nobody measured it. */
    List<String> restingOnAssumptions() {
        return shares == null
                ? List.of()
                : shares.measures().stream().map(Page::resting).toList();
    }

    private static String resting(VarianceShares.OfMeasure measure) {
        String least = percentOf(measure.least());
        String most = percentOf(measure.most());
        String share = least.equals(most) ? least + " %" : "between " + least + " and " + most + " %";
        String chance = Double.isNaN(measure.chance())
                ? ""
                : "; chance alone makes " + percentOf(measure.chance()) + " % of the whole";
        return PlainNames.ofMeasure(measure.name()) + ": " + share
                + " of what the varied inputs make of the variance rests on grade C" + chance + ".";
    }

    private static String percentOf(double share) {
        return Numbers.human(StrictMath.rint(100 * share));
    }

    /** The command that makes the runs again. */
    String runs() {
        return ShellWords.line(study().command());
    }

    /** The command that makes this page again. */
    String command() {
        return ShellWords.line(List.of("./borderline", "report", folder));
    }
}
