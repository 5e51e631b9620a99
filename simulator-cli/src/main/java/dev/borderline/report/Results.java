package dev.borderline.report;

import dev.borderline.experiment.CellCounts;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.folder.SavedSweep;
import dev.borderline.experiment.folder.SweepStatus;
import dev.borderline.experiment.store.Journal;
import dev.borderline.figure.Datum;
import dev.borderline.figure.FigureRow;
import dev.borderline.figure.MeanEstimate;
import dev.borderline.model.Catalog;
import dev.borderline.report.Cells.Cell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Question and results of a folder.
 *
 * @param study what was asked
 * @param cells what came out
 * @param counts runs that were asked for, made and failed
 * @param groups paired changes of the arms by wealth fifth and zone, at the reference
 * @param contrasts the poorest fifth against the richest, in the outcomes that are burdens
 */
record Results(
        StudyPlan study,
        Cells cells,
        CellCounts counts,
        List<GroupChanges.Row> groups,
        List<GroupChanges.Contrast> contrasts) {
    static final int OUTCOMES_MAX = 6;
    private static final int NAMED_MAX = 3; // settings in a sentence

    Results {
        groups = List.copyOf(groups);
        contrasts = List.copyOf(contrasts);
    }

    /** Reads a folder; throws {@link NothingToReport} or {@link dev.borderline.experiment.store.StoreRefused} where it holds none. */
    static Results read(Path path, Catalog catalog, Set<GroupChanges.By> groupings) throws IOException {
        ResultFolder folder = new ResultFolder(path);
        SweepStatus status = SweepStatus.of(folder, catalog);
        SavedSweep saved = status.saved();
        Experiment experiment = saved.sweep().experiment();
        if (!saved.sweep().shard().isWhole()) {
            throw new NothingToReport(
                    path + " holds shard " + saved.sweep().shard() + " of a sweep: merge the shards first");
        }
        StudyPlan study = new StudyPlan(saved);
        try (Journal journal = folder.read(experiment)) {
            List<String> outcomes = experiment.leadingOutcomes(OUTCOMES_MAX).stream()
                    .limit(OUTCOMES_MAX)
                    .toList();
            Cells cells = Cells.of(
                    experiment.shown(journal),
                    outcomes,
                    closely(study),
                    experiment.members().orElse(null));
            List<GroupChanges.Row> groups = GroupChanges.of(
                    experiment,
                    experiment.shown(journal),
                    study.reference(),
                    WealthFigure.BURDENS,
                    groupings,
                    Runtime.getRuntime().availableProcessors());
            List<String> burdens =
                    outcomes.stream().filter(WealthFigure.BURDENS::contains).toList();
            List<GroupChanges.Contrast> contrasts =
                    GroupChanges.contrasts(experiment, experiment.shown(journal), study.reference(), burdens);
            return new Results(study, cells, status.cells(), groups, contrasts);
        }
    }

    /** Runs of each cell. */
    Counted counted() {
        return Counted.of(counts, study.members());
    }

    /** Runs that failed or were never made. */
    int missing() {
        return counts.total() - counts.done() + counts.failed();
    }

    /** Measures to show, at most {@value #OUTCOMES_MAX}. */
    List<String> outcomes() {
        return cells.outcomes();
    }

    /** The cells whose runs are looked at one by one. All arms at the reference, and from it along each factor. */
    private static Set<Cell> closely(StudyPlan study) {
        Set<Cell> closely = new LinkedHashSet<>();
        for (int arm = 0; arm < study.arms().size(); arm++) {
            closely.add(new Cell(study.reference(), arm));
        }
        for (int factor = 0; factor < study.factors().size() && !study.isScattered(); factor++) {
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
        return study.isScattered() ? List.of(study.reference()) : study.plane(factor);
    }

    /** True when the first factor can be followed while the others stay, and is what the sweep is about. */
    boolean firstLeads() {
        boolean many = study.kind().equals("one_at_a_time") && study.factors().size() > 1;
        return !study.factors().isEmpty() && !many && along(0).size() > 1;
    }

    /** True when every pair of values of the first two factors was tried, the others staying where they are. */
    boolean isGrid() {
        if (study.factors().size() < 2 || study.isScattered()) {
            return false;
        }
        int pairs = along(0).size() * along(1).size();
        return along(0).size() > 1 && along(1).size() > 1 && study.plane(0, 1).size() == pairs;
    }

    /** The settings of a point in words, as far as these factors say. */
    String words(int point, Integer... factors) {
        List<String> settings = List.of(factors).stream()
                .map(factor -> PlainNames.ofSetting(study.factors().get(factor), study.value(point, factor)))
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
        if (others.isEmpty()) {
            return "";
        }
        if (others.size() <= NAMED_MAX && !study.isScattered()) {
            return " at " + PlainNames.enumerated(others);
        }
        return study.referenceIsOwn()
                ? " with " + (shown.isEmpty() ? "all" : "the other") + " inputs as the scenario has them"
                : " at point " + study.reference() + " of design.csv, the nearest to the scenario's own settings";
    }

    /** A number for a figure, and its line in the figure's table. */
    record Entry(Datum datum, FigureRow row) {}

    Entry entry(String name, List<String> keys, String measure, MeanEstimate estimate) {
        return new Entry(
                new Datum(name, estimate),
                new FigureRow(keys, measure, cells.measure(measure).unit(), estimate));
    }
}
