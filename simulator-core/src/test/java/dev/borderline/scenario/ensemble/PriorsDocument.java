package dev.borderline.scenario.ensemble;

import static dev.borderline.scenario.EvidenceTable.cell;

import dev.borderline.scenario.EvidenceTable;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page {@code docs/priors.md} and its picture: what is believed of every uncertain input before any fit. */
final class PriorsDocument {
    private static final int COLUMNS = 4;
    private static final int WIDTH = 220;
    private static final int HEIGHT = 78;
    private static final int LEFT = 10;
    private static final int BASE = 58;
    private static final int CURVE = 34;
    private static final int STEPS = 40;
    private static final int NAME_MAX = 30;
    private static final double EDGE = 0.002;

    private static final Scenario BASELINE = Scenarios.named("baseline");
    private static final Priors PRIORS = Priors.of(BASELINE);

    private PriorsDocument() {}

    /** One input of each row that varies, by row. */
    private static Map<String, List<Priors.Entry>> rows() {
        Map<String, List<Priors.Entry>> rows = new TreeMap<>();
        PRIORS.varying()
                .values()
                .forEach(entry -> rows.computeIfAbsent(entry.row(), row -> new ArrayList<>())
                        .add(entry));
        return rows;
    }

    static String text() {
        StringBuilder page = new StringBuilder("""
                # Priors

                Generated from `seeds/evidence/`; do not edit. To write it and its picture again:
                `mvn -pl simulator-core test -Dtest=PriorsDocumentTest -Dborderline.write=true`

                What is believed of each uncertain input before the model is held against figures: the column `prior` of its row of
                evidence, cut to the ends of the evidence. Rows of grade A are fixed. A best value near the middle of its range has a
                triangular prior with its mode there; where the greatest value is five times the least or more, a log-normal one with
                its median there, so that half and double are alike. `rest` is one less the other shares of the same whole. Inputs of
                one row are one unknown. `prior_2010` holds where a scenario says `ensemble: {year: 2010}`: a member keeps its rank.

                ![Small pictures of the priors: each curve is a density over the range of the evidence; the line marks the best value](img/priors.svg)

                | row | inputs | best | prior | 5 % | median | 95 % | of 2010, 5 to 95 % |
                |---|---|--:|---|--:|--:|--:|---|
                """);
        Map<String, Map<String, String>> evidence = EvidenceTable.inputs();
        rows().forEach((row, entries) -> page.append(line(row, entries, evidence.getOrDefault(row, Map.of()))));
        page.append("\n## Inputs that do not vary\n\n| path | why |\n|---|---|\n");
        PRIORS.entries().values().stream()
                .filter(entry -> entry.prior().kind() == Prior.Kind.FIXED)
                .forEach(entry -> page.append(cells(
                        "`" + entry.path() + "`",
                        entry.prior().text().equals("fixed")
                                ? "grade A"
                                : entry.prior().text().substring("fixed: ".length()))));
        return page.toString();
    }

    private static String line(String row, List<Priors.Entry> entries, Map<String, String> evidence) {
        Prior prior = entries.get(0).prior();
        Prior earlier = entries.stream()
                .map(Priors.Entry::prior2010)
                .filter(of2010 -> !of2010.text().equals(prior.text()))
                .findFirst()
                .orElse(prior);
        List<String> paths =
                entries.stream().map(entry -> "`" + entry.path() + "`").toList();
        boolean drawn = prior.kind() == Prior.Kind.DRAWN;
        return cells(
                row,
                String.join(", ", paths),
                cell(evidence, "value_2015"),
                prior.text(),
                drawn ? Numbers.human(prior.at(0.05)) : "",
                drawn ? Numbers.human(prior.at(0.5)) : "",
                drawn ? Numbers.human(prior.at(0.95)) : "",
                earlier.text().equals(prior.text())
                        ? ""
                        : Numbers.human(earlier.at(0.05)) + " to " + Numbers.human(earlier.at(0.95)));
    }

    private static String cells(String... cells) {
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells) {
            line.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        return line.append('\n').toString();
    }

    /** Small multiples, a curve for each row that is drawn. */
    static String picture() {
        Map<String, Priors.Entry> drawn = new LinkedHashMap<>();
        rows().forEach((row, entries) -> {
            if (entries.get(0).prior().kind() == Prior.Kind.DRAWN) {
                drawn.put(row, entries.get(0));
            }
        });
        int lines = (drawn.size() + COLUMNS - 1) / COLUMNS;
        StringBuilder svg =
                new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + COLUMNS * WIDTH
                        + " " + lines * HEIGHT
                        + "\" role=\"img\" aria-label=\"Densities of the priors\" font-family=\"sans-serif\""
                        + " font-size=\"10\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        int place = 0;
        for (Map.Entry<String, Priors.Entry> each : drawn.entrySet()) {
            svg.append(panel(each.getKey(), each.getValue(), place % COLUMNS * WIDTH, place / COLUMNS * HEIGHT));
            place++;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String panel(String row, Priors.Entry entry, int x, int y) {
        Prior prior = entry.prior();
        String name = entry.path().substring(entry.path().lastIndexOf('.') + 1);
        String shown = name.length() > NAME_MAX ? name.substring(0, NAME_MAX - 1) + "…" : name;
        StringBuilder panel = new StringBuilder("<g transform=\"translate(" + x + " " + y + ")\">");
        panel.append("<text x=\"" + LEFT + "\" y=\"14\" fill=\"#222\">" + row + " " + shown + "</text>");
        panel.append("<polyline fill=\"#9ab8d8\" stroke=\"#2b5c8a\" points=\"" + curve(prior) + "\"/>");
        double best = BASELINE.value(entry.path());
        if (best >= prior.low() && best <= prior.high()) {
            String at = Numbers.human(across(prior, best));
            panel.append("<path stroke=\"#a33\" d=\"M" + at + " 20V" + BASE + "\"/>");
        }
        panel.append("<text x=\"" + LEFT + "\" y=\"70\" fill=\"#555\">" + Numbers.human(prior.low()) + "</text>");
        panel.append("<text x=\"" + (WIDTH - 2 * LEFT) + "\" y=\"70\" fill=\"#555\" text-anchor=\"end\">"
                + Numbers.human(prior.high()) + "</text>");
        return panel.append("</g>\n").toString();
    }

    /** A density, from how near quantiles of equal steps stand. */
    private static String curve(Prior prior) {
        double[] density = new double[STEPS];
        double[] place = new double[STEPS];
        double greatest = 0;
        for (int step = 0; step < STEPS; step++) {
            double from = EDGE + (1 - 2 * EDGE) * step / STEPS;
            double to = EDGE + (1 - 2 * EDGE) * (step + 1) / STEPS;
            double width = Math.max(prior.at(to) - prior.at(from), (prior.high() - prior.low()) * 1e-6);
            place[step] = (prior.at(from) + prior.at(to)) / 2;
            density[step] = 1 / width;
            greatest = Math.max(greatest, density[step]);
        }
        StringBuilder points = new StringBuilder(point(across(prior, prior.low()), BASE));
        for (int step = 0; step < STEPS; step++) {
            points.append(' ').append(point(across(prior, place[step]), BASE - CURVE * density[step] / greatest));
        }
        return points.append(' ')
                .append(point(across(prior, prior.high()), BASE))
                .toString();
    }

    private static double across(Prior prior, double value) {
        return LEFT + (WIDTH - 3.0 * LEFT) * (value - prior.low()) / (prior.high() - prior.low());
    }

    private static String point(double x, double y) {
        return Numbers.human(x) + "," + Numbers.human(y);
    }
}
