package dev.borderline.report;

import dev.borderline.figure.Figure;
import dev.borderline.model.Catalog;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.Nearest;
import dev.borderline.text.Visible;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The page of a result folder, and its figures. */
public final class Report {
    /** Groupings that every page tells. */
    public static final Set<GroupChanges.By> GROUPINGS =
            Collections.unmodifiableSet(EnumSet.of(GroupChanges.By.FIFTH, GroupChanges.By.ZONE));

    private static final String FIGURES = "figures";
    private static final String TEMPLATE = "report.jte";
    private static final int DIGITS = 16; // of a digest, enough to tell experiments apart

    private Report() {}

    /**
     * Files that were written.
     *
     * @param page the page
     * @param figures folder of its figures
     * @param names of the figures: each has an {@code .svg} and a {@code .csv}
     * @param checklist of what a paper on the study must tell, STRESS-DES, filled in
     * @param checklistKept whether it was there, changed by its author, and left alone
     * @param head what the page says first
     */
    public record Written(
            Path page, Path figures, List<String> names, Path checklist, boolean checklistKept, Head head) {
        public Written {
            names = List.copyOf(names);
        }
    }

    /**
     * Head of a page.
     *
     * @param title of the study
     * @param question it was to answer, or the scenario's story; may be empty
     * @param answer sentences
     * @param notes of each figure that has some, by its name
     * @param inputs number of inputs by grade, from A to C
     */
    public record Head(
            String title,
            String question,
            List<String> answer,
            SortedMap<String, List<String>> notes,
            SortedMap<String, Integer> inputs) {
        public Head {
            answer = List.copyOf(answer);
            notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
            inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        }

        private static Head of(Page page) {
            SortedMap<String, List<String>> notes = new TreeMap<>();
            page.figures().stream()
                    .filter(figure -> !figure.text().notes().isEmpty())
                    .forEach(figure -> notes.put(figure.name(), figure.text().notes()));
            SortedMap<String, Integer> inputs = new TreeMap<>();
            Ledger.GRADES.forEach(
                    grade -> inputs.put(grade, Ledger.count(page.ledger().lines(), grade)));
            return new Head(page.study().title(), page.question(), page.answer(), notes, inputs);
        }
    }

    /**
     * Reads a result folder and writes its page, the figures into the folder {@code figures} beside the page, and a checklist.
     *
     * @param catalog of the mechanisms that its scenarios may name
     * @throws NothingToReport when the folder holds no finished results
     */
    public static Written write(Path folder, Catalog catalog, Path page) throws IOException {
        return write(folder, catalog, page, GROUPINGS);
    }

    /**
     * As {@link #write(Path, Catalog, Path)}.
     *
     * @param groupings of households that changes are told of; for fifths of zones runs are made once more
     * @throws dev.borderline.experiment.store.StoreRefused if one of those comes out otherwise
     */
    public static Written write(Path folder, Catalog catalog, Path page, Set<GroupChanges.By> groupings)
            throws IOException {
        GuardedFiles.isThere(page); // refuses a device, pipe or link before anything is written beside it
        Results results = Results.read(folder, catalog, groupings);
        Optional<VarianceShares> shares = VarianceShares.in(folder);
        Assets assets = Assets.read();
        List<Figure> figures = new ArrayList<>(figures(results, shares));
        figures.addAll(AnalysisFigures.in(folder, results));
        Path beside = page.resolveSibling(FIGURES);
        GuardedFiles.makeFolder(beside);
        for (Figure figure : figures) {
            AtomicFile.write(beside.resolve(figure.name() + ".svg"), Visible.of(figure.svg(assets.figureStyle())));
            AtomicFile.write(beside.resolve(figure.name() + ".csv"), Visible.of(figure.csv()));
        }
        Page content = new Page(
                results,
                Answer.of(results),
                figures,
                Ledger.of(results.study()),
                shares.orElse(null),
                assets,
                folder.toString(),
                new WordMarks(Glossary.shipped()));
        AtomicFile.write(page, Visible.of(html(content)));
        Path checklist = page.resolveSibling(StressChecklist.FILE);
        boolean fresh = StressChecklist.write(checklist, Visible.of(StressChecklist.of(folder, results)));
        List<String> names = figures.stream().map(Figure::name).toList();
        return new Written(page, beside, names, checklist, !fresh, Head.of(content));
    }

    /**
     * One figure of a result folder, for a paper: an SVG that is as wide as asked. It has letters at its drawings, and
     * program and digest in its last line.
     *
     * @param name of the figure, or {@code NAME:LETTER} for one of its drawings
     * @param groupings as in {@link #write(Path, Catalog, Path, Set)}
     * @throws NothingToReport when the folder holds no finished results, or has no such figure
     */
    public static String figure(
            Path folder, Catalog catalog, String name, double widthMm, Set<GroupChanges.By> groupings)
            throws IOException {
        Results results = Results.read(folder, catalog, groupings);
        List<Figure> all = new ArrayList<>(figures(results, VarianceShares.in(folder)));
        all.addAll(AnalysisFigures.in(folder, results));
        int colon = name.indexOf(':');
        String plain = colon < 0 ? name : name.substring(0, colon);
        String letter = colon < 0 ? "" : name.substring(colon + 1);
        List<String> names = all.stream().map(Figure::name).toList();
        Figure found = all.stream()
                .filter(figure -> figure.name().equals(plain))
                .findFirst()
                .orElseThrow(() -> new NothingToReport(folder + " has no figure '" + plain + "'"
                        + Nearest.nearest(plain, names)
                                .map(near -> "; nearest is '" + near + "'")
                                .orElse("")
                        + "; there are " + String.join(", ", names)));
        char last = (char) ('a' + found.panels().size() - 1);
        if (!letter.isEmpty() && (letter.length() > 1 || letter.charAt(0) < 'a' || letter.charAt(0) > last)) {
            throw new NothingToReport("figure " + plain + " has the drawings a to " + last + ", not '" + letter + "'");
        }
        StudyPlan study = results.study();
        String lastLine = "borderline " + study.program().version() + ", experiment "
                + study.experiment().sha256().substring(0, DIGITS) + ", seed " + study.seed() + ".";
        Figure drawn = letter.isEmpty() ? found : found.only(letter.charAt(0));
        return Visible.of(drawn.svg(Assets.read().figureStyle(), widthMm, lastLine));
    }

    private static List<Figure> figures(Results results, Optional<VarianceShares> shares) {
        return Stream.of(
                        ResponseFigure.of(results),
                        ScatterFigure.settings(results),
                        EffectFigure.arms(results),
                        HeatMapFigure.of(results),
                        YearFigure.of(results),
                        EffectFigure.tornado(results),
                        ScatterFigure.ranks(results),
                        shares.map(VarianceShares::figure),
                        FlowFigure.of(results),
                        Optional.of(WealthFigure.of(results)),
                        GroupFigure.of(results),
                        GroupFigure.inZones(results))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String html(Page page) {
        StringOutput out = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, Report.class.getPackageName())
                .render(TEMPLATE, page, out);
        return out.toString();
    }
}
