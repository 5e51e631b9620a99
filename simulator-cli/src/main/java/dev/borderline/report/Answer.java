package dev.borderline.report;

import dev.borderline.experiment.MeasureSummary;
import dev.borderline.figure.Estimate;
import dev.borderline.figure.Scale;
import dev.borderline.report.Cells.Cell;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The answer in two sentences: what is, and what the changes that were tried make of it, each number with its interval. */
final class Answer {
    private static final int MEASURES = 3;
    private static final double MILLION = 1e6;
    private static final List<String> FIRST =
            List.of("contact_share", "person_years_held", "bribes_paid_usd", "arrests");
    private static final int INTERVAL_PERCENT = (int) StrictMath.rint(100 * MeasureSummary.CONF_LEVEL);

    private final Results results;
    private final Study study;
    private final List<String> measures;

    private Answer(Results results) {
        this.results = results;
        study = results.study();
        measures = Stream.concat(FIRST.stream(), results.outcomes().stream())
                .distinct()
                .filter(results.outcomes()::contains)
                .limit(MEASURES)
                .toList();
    }

    /** Two sentences. */
    static List<String> of(Results results) {
        Answer answer = new Answer(results);
        List<Integer> moving = answer.moving();
        if (results.study().arms().size() > 1) {
            return List.of(answer.levels(), answer.arms());
        }
        if (moving.isEmpty()) {
            return answer.plain();
        }
        return moving.size() == 1
                ? List.of(answer.levels(), answer.change(moving.get(0)))
                : List.of(answer.change(moving.get(0)), answer.change(moving.get(1)));
    }

    /** Factors that vary alone. */
    private List<Integer> moving() {
        List<Integer> moving = new ArrayList<>();
        for (int factor = 0; factor < study.factors().size(); factor++) {
            if (results.along(factor).size() > 1) {
                moving.add(factor);
            }
        }
        return moving;
    }

    private List<String> plain() {
        List<String> all = Stream.concat(FIRST.stream(), results.outcomes().stream())
                .distinct()
                .filter(results.outcomes()::contains)
                .toList();
        List<String> first = all.subList(0, Math.min(2, all.size()));
        List<String> second = all.subList(first.size(), Math.min(2 * first.size(), all.size()));
        List<String> sentences = new ArrayList<>(List.of(period() + " the model shows " + statements(first) + "."));
        if (!second.isEmpty()) {
            sentences.add("It shows " + statements(second) + ".");
        }
        return sentences;
    }

    private String period() {
        return "From " + study.base().start().getYear() + " to "
                + study.base().end().minusDays(1).getYear();
    }

    private String levels() {
        String arm = study.arms().size() > 1 ? "under " + study.arms().get(0) : "with the scenario as it stands";
        return period() + ", " + arm + results.elsewhere() + ", the model shows " + statements(measures) + ".";
    }

    private String statements(List<String> names) {
        List<String> parts = new ArrayList<>();
        for (String name : names) {
            Estimate estimate = results.cells().total(results.reference(), name);
            Scale scale = scale(name, estimate);
            String value = shown(estimate, scale, unit(scale, false), parts.isEmpty());
            parts.add(value + " for " + Names.withinSentence(name));
        }
        return Names.enumerated(parts);
    }

    private Scale scale(String name, Estimate estimate) {
        double largest = Math.max(Math.abs(estimate.least()), Math.abs(estimate.greatest()));
        String unit = results.cells().measure(name).unit();
        return largest < MILLION ? Scale.of(largest, unit) : new Scale(1 / MILLION, 2, "million " + unit);
    }

    private static String unit(Scale scale, boolean change) {
        if (scale.unit().equals("%")) {
            return change ? " percentage points" : " %";
        }
        return " " + scale.unit();
    }

    private static String shown(Estimate estimate, Scale scale, String unit, boolean explained) {
        String value = scale.shown(estimate.mean()) + unit;
        if (!estimate.hasInterval()) {
            return value;
        }
        String level = explained ? INTERVAL_PERCENT + " % interval " : "";
        return value + " (" + level + scale.shown(estimate.low()) + " to " + scale.shown(estimate.high()) + ")";
    }

    private String change(int factor) {
        List<Integer> line = results.along(factor);
        int low = line.get(0);
        int high = line.get(line.size() - 1);
        String way = "When " + Names.ofInput(study.factors().get(factor)) + " rises from "
                + Numbers.human(study.value(low, factor)) + " to " + Numbers.human(study.value(high, factor))
                + results.elsewhere(factor);
        return way + ", the model shows " + changes(measures, new Cell(low, 0), new Cell(high, 0)) + ".";
    }

    private String changes(List<String> names, Cell from, Cell to) {
        List<String> parts = new ArrayList<>();
        for (String name : names) {
            Estimate change = results.cells().change(from, to, name);
            Scale scale = scale(name, change);
            String words = " in " + Names.withinSentence(name);
            boolean sure = change.hasInterval() && (change.low() > 0 || change.high() < 0);
            String kind = sure ? (change.mean() > 0 ? "a rise of " : "a fall of ") : "no sure change, ";
            Estimate said = sure ? size(change) : change;
            parts.add(kind + shown(said, scale, unit(scale, true), parts.isEmpty()) + (sure ? "" : ",") + words);
        }
        return Names.enumerated(parts);
    }

    /** A fall as the positive number it is said to be. */
    private static Estimate size(Estimate change) {
        if (change.mean() >= 0) {
            return change;
        }
        return new Estimate(change.n(), -change.mean(), -change.high(), -change.low(), -change.q95(), -change.q05());
    }

    private String arms() {
        Cell base = results.reference();
        List<String> parts = new ArrayList<>();
        int others = study.arms().size() - 1;
        for (int arm = 1; arm <= Math.min(others, MEASURES); arm++) {
            List<String> names = others == 1 ? measures : measures.subList(0, Math.min(1, measures.size()));
            parts.add("under " + study.arms().get(arm) + " " + changes(names, base, new Cell(base.point(), arm)));
        }
        String more = others > MEASURES ? "; the figures show the other " + (others - MEASURES) : "";
        return "For the same people with the same luck it shows " + Names.enumerated(parts) + more + ".";
    }
}
