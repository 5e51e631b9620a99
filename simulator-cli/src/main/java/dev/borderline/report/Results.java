package dev.borderline.report;

import dev.borderline.figure.Datum;
import dev.borderline.figure.Estimate;
import dev.borderline.figure.Row;
import dev.borderline.report.Cells.Cell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What was asked in a folder and what came out.
 *
 * @param study what was asked
 * @param cells what came out
 * @param outcomes measures to show, at most {@value #OUTCOMES_MAX}
 */
record Results(Study study, Cells cells, List<String> outcomes) {
    static final int OUTCOMES_MAX = 6;
    private static final List<String> USUAL = List.of(
            "contact_share",
            "arrests",
            "person_years_held",
            "bribes_paid_usd",
            "pair_years_dark",
            "formal_cases",
            "uninformed_years");

    Results {
        outcomes = List.copyOf(outcomes);
    }

    /** Reads a folder. */
    static Results read(Path folder) throws IOException {
        Study study = Study.read(folder);
        List<String> wanted = study.outcomes().isEmpty() ? USUAL : study.outcomes();
        List<String> outcomes = wanted.stream().limit(OUTCOMES_MAX).toList();
        Cells cells = Cells.read(folder.resolve("runs.journal"), study, outcomes, closely(study));
        return new Results(study, cells, outcomes.stream().filter(cells::has).toList());
    }

    /** The cells whose runs are looked at one by one: all arms at the reference, and from it along each factor. */
    private static Set<Cell> closely(Study study) {
        Set<Cell> closely = new LinkedHashSet<>();
        for (int arm = 0; arm < study.arms().size(); arm++) {
            closely.add(new Cell(study.reference(), arm));
        }
        for (int factor = 0; factor < study.factors().size(); factor++) {
            study.plane(factor).forEach(point -> closely.add(new Cell(point, 0)));
        }
        return closely;
    }

    /** The cell that others are compared with. */
    Cell reference() {
        return new Cell(study.reference(), 0);
    }

    /** Points that differ from the reference in this factor alone, and the reference, by their values. */
    List<Integer> along(int factor) {
        return study.plane(factor);
    }

    /** True when every pair of values of the first two factors was tried, the others staying where they are. */
    boolean isGrid() {
        if (study.factors().size() < 2) {
            return false;
        }
        int pairs = along(0).size() * along(1).size();
        return along(0).size() > 1 && along(1).size() > 1 && study.plane(0, 1).size() == pairs;
    }

    /** The settings of a point in words, as far as these factors say. */
    String words(int point, Integer... factors) {
        List<String> settings = List.of(factors).stream()
                .map(factor -> Names.ofSetting(study.factors().get(factor), study.value(point, factor)))
                .toList();
        return String.join(", ", settings);
    }

    /** Words for what is held where it is while others vary; empty where nothing is. */
    String elsewhere(Integer... varied) {
        List<Integer> shown = List.of(varied);
        List<String> others = IntStream.range(0, study.factors().size())
                .filter(factor ->
                        !shown.contains(factor) && study.levels(factor).size() > 1)
                .mapToObj(factor -> words(study.reference(), factor))
                .toList();
        return others.isEmpty() ? "" : " at " + Names.enumerated(others);
    }

    /** A number for a figure, and its line in the figure's table. */
    record Entry(Datum datum, Row row) {}

    Entry entry(String name, List<String> keys, String measure, Estimate estimate) {
        return new Entry(
                new Datum(name, estimate),
                new Row(keys, measure, cells.measure(measure).unit(), estimate));
    }
}
