package dev.borderline.report;

import dev.borderline.figure.Datum;
import dev.borderline.figure.EffectChart;
import dev.borderline.figure.Figure;
import dev.borderline.figure.FigureRow;
import dev.borderline.figure.MeanEstimate;
import dev.borderline.figure.Panel;
import dev.borderline.figure.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The figure of who bears the change: paired changes of each arm by wealth fifth and by zone. */
final class GroupFigure {
    private static final Map<String, String> FIFTHS =
            Map.of("1", "Poorest fifth", "2", "2nd fifth", "3", "3rd fifth", "4", "4th fifth", "5", "Richest fifth");

    private GroupFigure() {}

    /** The figure; none where there is one arm. */
    static Optional<Figure> of(Results results) {
        return figure(
                results,
                "who-bears-it",
                new Figure.Words(
                        "Who bears the change",
                        caption(results, "each wealth fifth and each zone"),
                        contrasts(results)),
                Report.GROUPINGS);
    }

    /** The same for the fifths of each zone; none where they were not asked for. */
    static Optional<Figure> inZones(Results results) {
        return figure(
                results,
                "who-bears-it-in-zones",
                new Figure.Words(
                        "Who bears the change, zone by zone", caption(results, "each wealth fifth of each zone")),
                Set.of(GroupChanges.By.BOTH));
    }

    private static Optional<Figure> figure(
            Results results, String name, Figure.Words words, Set<GroupChanges.By> groupings) {
        List<FigureRow> rows = new ArrayList<>();
        Map<String, List<GroupChanges.Row>> byMeasure = new LinkedHashMap<>();
        results.groups().stream()
                .filter(row -> groupings.contains(row.by()))
                .forEach(row -> byMeasure
                        .computeIfAbsent(row.measure().name(), absent -> new ArrayList<>())
                        .add(row));
        List<Panel> panels = byMeasure.values().stream()
                .map(ofMeasure -> panel(results, ofMeasure, rows))
                .toList();
        return panels.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Figure(name, words, 2, panels, new Figure.Table(List.of("arm", "by", "group"), rows)));
    }

    private static String caption(Results results, String groups) {
        String base = results.study().arms().get(0);
        boolean overMembers = results.study().members().isPresent();
        return "What each arm changes in the outcomes of " + base + results.elsewhere() + ", for " + groups
                + ". What is counted stands per 1,000 households and year of the group."
                + " Bars are " + results.counted().pairs() + " "
                + results.study().pairing() + ". The thin lines are "
                + (overMembers
                        ? "the range that holds 90 % of the members"
                        : "95 % intervals; fewer than three runs have none")
                + "." + colours(results);
    }

    private static List<String> contrasts(Results results) {
        return results.contrasts().stream().map(Verdict::contrast).toList();
    }

    private static String colours(Results results) {
        List<String> arms = results.study().arms();
        return arms.size() == 2
                ? ""
                : " Bars of a group, from the top: " + PlainNames.enumerated(arms.subList(1, arms.size())) + ".";
    }

    private static Panel panel(Results results, List<GroupChanges.Row> ofMeasure, List<FigureRow> rows) {
        Map<String, List<EffectChart.End>> groups = new LinkedHashMap<>();
        for (GroupChanges.Row row : ofMeasure) {
            MeanEstimate change = new MeanEstimate(
                    (int) row.n(),
                    row.change(),
                    row.low(),
                    row.high(),
                    Double.NaN,
                    Double.NaN,
                    row.answer().isPresent());
            String by = row.by().name().toLowerCase(Locale.ROOT);
            rows.add(new FigureRow(
                    List.of(row.arm(), by, row.group()), row.measure().name(), row.unit(), change));
            int arm = results.study().arms().indexOf(row.arm());
            groups.computeIfAbsent(words(row), absent -> new ArrayList<>())
                    .add(new EffectChart.End("", Series.kind(arm), new Datum(row.arm() + ", " + words(row), change)));
        }
        List<EffectChart.Effects> effects = groups.entrySet().stream()
                .map(group -> new EffectChart.Effects(group.getKey(), group.getValue()))
                .toList();
        GroupChanges.Row first = ofMeasure.get(0);
        return EffectChart.ofChanges(PlainNames.ofMeasure(first.measure().name()), first.unit(), effects);
    }

    private static String words(GroupChanges.Row row) {
        return switch (row.by()) {
            case FIFTH -> FIFTHS.getOrDefault(row.group(), row.group());
            case ZONE -> "Zone " + row.group();
            case BOTH -> {
                int blank = row.group().lastIndexOf(' ');
                String fifth = row.group().substring(blank + 1);
                yield "Zone " + row.group().substring(0, blank) + ", "
                        + FIFTHS.getOrDefault(fifth, fifth).toLowerCase(Locale.ROOT);
            }
        };
    }
}
