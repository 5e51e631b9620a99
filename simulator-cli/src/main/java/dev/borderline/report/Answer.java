package dev.borderline.report;

import dev.borderline.figure.MeanEstimate;
import dev.borderline.measure.Measure.Sense;
import dev.borderline.report.Cells.Cell;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The answer in two sentences. What is, and what the changes that were tried make of it, each number with its interval. */
final class Answer {
    private static final int MEASURES = 3;
    private static final int ARMS_MAX = 6;
    private static final int SETTINGS_FOR_SPREAD = 20;
    private static final double TAIL = 0.05;

    private final Results results;
    private final StudyPlan study;
    private final List<String> measures; // what people gain or lose first, enforcement last

    private Answer(Results results) {
        this.results = results;
        study = results.study();
        measures = results.outcomes().stream()
                .sorted(Comparator.comparing(this::isEnforcement))
                .toList();
    }

    private boolean isEnforcement(String measure) {
        return results.cells().measure(measure).standing().sense() == Sense.ENFORCEMENT;
    }

    /** Two sentences; one where a single measure is there. */
    static List<String> of(Results results) {
        Answer answer = new Answer(results);
        StudyPlan study = results.study();
        if (study.members().isPresent() && !study.isScattered()) {
            return answer.overMembers();
        }
        if (study.arms().size() > 1) {
            return answer.first(2).stream().map(answer::arms).toList();
        }
        if (study.isScattered()) {
            return List.of(answer.ranges(), answer.companions());
        }
        List<Integer> moving = answer.moving();
        if (moving.isEmpty()) {
            return answer.plain();
        }
        return moving.size() == 1
                ? List.of(answer.levels(), answer.change(moving.get(0)))
                : List.of(answer.change(moving.get(0)), answer.change(moving.get(1)));
    }

    private List<String> overMembers() {
        Cell reference = results.reference();
        if (study.arms().size() > 1) {
            return IntStream.range(1, Math.min(study.arms().size(), ARMS_MAX))
                    .boxed()
                    .flatMap(arm -> Verdict.of(
                            results,
                            "Under " + study.arms().get(arm) + ", against "
                                    + study.arms().get(0) + results.elsewhere(),
                            reference,
                            new Cell(reference.point(), arm),
                            measures)
                            .stream())
                    .toList();
        }
        return moving().stream()
                .findFirst()
                .map(factor -> {
                    List<Integer> line = results.along(factor);
                    Cell low = new Cell(line.get(0), 0);
                    Cell high = new Cell(line.get(line.size() - 1), 0);
                    return Verdict.of(results, "When " + rises(factor), low, high, measures);
                })
                .orElseGet(this::plain);
    }

    private List<String> first(int number) {
        return measures.subList(0, Math.min(number, measures.size()));
    }

    /** Factors that vary alone; where there are more than two, those first that move the first measure most. */
    private List<Integer> moving() {
        List<Integer> moving = IntStream.range(0, study.factors().size())
                .filter(factor -> results.along(factor).size() > 1)
                .boxed()
                .toList();
        return moving.size() < MEASURES
                ? moving
                : moving.stream()
                        .sorted(Comparator.comparingDouble(this::effect).reversed())
                        .toList();
    }

    private double effect(int factor) {
        List<Integer> line = results.along(factor);
        Cell low = new Cell(line.get(0), 0);
        Cell high = new Cell(line.get(line.size() - 1), 0);
        return Math.abs(results.cells().change(low, high, measures.get(0)).mean());
    }

    private List<String> plain() {
        List<String> first = first(2);
        List<String> second = measures.subList(first.size(), Math.min(2 * first.size(), measures.size()));
        List<String> sentences = new ArrayList<>(List.of(period() + " the model puts " + statements(first) + "."));
        if (!second.isEmpty()) {
            sentences.add("It puts " + statements(second) + ".");
        }
        return sentences;
    }

    private String period() {
        return "From " + study.base().start().getYear() + " to "
                + study.base().end().minusDays(1).getYear();
    }

    private String levels() {
        String where = study.referenceIsOwn() ? ", with the scenario as it stands," : results.elsewhere();
        return period() + where + " the model puts " + statements(first(MEASURES)) + ".";
    }

    private String unit(String measure) {
        return results.cells().measure(measure).unit();
    }

    private String statements(List<String> names) {
        List<String> parts = new ArrayList<>();
        for (String name : names) {
            MeanEstimate estimate = results.cells().total(results.reference(), name);
            Wording wording = Wording.ofLevels(Wording.size(estimate), unit(name));
            String value = parts.isEmpty() ? wording.first(estimate) : wording.next(estimate);
            parts.add(PlainNames.withinSentence(name) + " at " + value);
        }
        return PlainNames.enumerated(parts);
    }

    private String change(int factor) {
        List<Integer> line = results.along(factor);
        int low = line.get(0);
        int high = line.get(line.size() - 1);
        return "When " + rises(factor) + ", the model shows " + changes(new Cell(low, 0), new Cell(high, 0)) + ".";
    }

    private String rises(int factor) {
        List<Integer> line = results.along(factor);
        return PlainNames.ofInput(study.factors().get(factor)) + " rises from "
                + Numbers.human(study.value(line.get(0), factor)) + " to "
                + Numbers.human(study.value(line.get(line.size() - 1), factor)) + where(factor);
    }

    /** The other settings, where they are few enough for a sentence. */
    private String where(int factor) {
        return study.factors().size() <= MEASURES ? results.elsewhere(factor) : "";
    }

    private String changes(Cell from, Cell to) {
        List<String> parts = new ArrayList<>();
        for (String name : first(MEASURES)) {
            MeanEstimate change = results.cells().change(from, to, name);
            boolean sure = change.hasInterval() && (change.low() > 0 || change.high() < 0);
            MeanEstimate said = sure ? size(change) : change;
            Wording wording = Wording.ofChanges(Wording.size(change), unit(name));
            String value = parts.isEmpty() ? wording.first(said) : wording.next(said);
            String kind = sure ? (change.mean() > 0 ? "a rise of " : "a fall of ") : "no sure change, ";
            parts.add(kind + value + (sure ? "" : ",") + " in " + PlainNames.withinSentence(name));
        }
        return PlainNames.enumerated(parts);
    }

    /** A fall as the positive number it is said to be. */
    private static MeanEstimate size(MeanEstimate change) {
        return change.mean() >= 0
                ? change
                : new MeanEstimate(
                        change.n(),
                        -change.mean(),
                        -change.high(),
                        -change.low(),
                        -change.q95(),
                        -change.q05(),
                        change.overMembers());
    }

    /** A measure under the first arm, and what each other arm makes of it. */
    private String arms(String name) {
        Cell base = results.reference();
        MeanEstimate level = results.cells().total(base, name);
        List<MeanEstimate> changes = IntStream.range(1, Math.min(study.arms().size(), ARMS_MAX))
                .mapToObj(arm -> results.cells().change(base, new Cell(base.point(), arm), name))
                .toList();
        double largest = changes.stream().mapToDouble(Wording::size).max().orElse(0);
        Wording wording = Wording.ofChanges(largest, unit(name));
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            String unit = i == 0 ? wording.unit() : "";
            parts.add(signed(wording, changes.get(i), unit) + " under "
                    + study.arms().get(i + 1));
        }
        int more = study.arms().size() - 1 - changes.size();
        return PlainNames.ofMeasure(name) + ": "
                + Wording.ofLevels(Wording.size(level), unit(name)).first(level) + " under "
                + study.arms().get(0) + results.elsewhere() + "; "
                + (study.sharesRandomNumbers()
                        ? "for the same people with the same random numbers "
                        : "with independent random numbers ")
                + PlainNames.enumerated(parts) + (more > 0 ? ", and " + more + " more in the figures" : "") + ".";
    }

    private static String signed(Wording wording, MeanEstimate change, String unit) {
        String text = wording.signed(change);
        int bracket = text.indexOf(" (");
        return bracket < 0 ? text + unit : text.substring(0, bracket) + unit + text.substring(bracket);
    }

    /** Ranges of the outcomes of scattered settings. */
    private String ranges() {
        Correlations correlations = new Correlations(results);
        boolean many = study.size() >= SETTINGS_FOR_SPREAD;
        List<String> parts = new ArrayList<>();
        for (String name : first(MEASURES)) {
            Cells.Reach reach = results.cells().reach(correlations.cells(), name, many ? TAIL : 0);
            Wording wording = Wording.ofLevels(Math.abs(reach.high()), unit(name));
            parts.add("from " + wording.number(reach.low()) + " to " + wording.number(reach.high()) + wording.unit()
                    + " for " + PlainNames.withinSentence(name));
        }
        String which = many ? ", nine in ten means reach " : ", means reach ";
        return period() + ", over the " + study.size() + " settings tried" + which + PlainNames.enumerated(parts) + ".";
    }

    /** Inputs that the outcomes of scattered settings go with, or their place near the scenario where that cannot be told. */
    private String companions() {
        Correlations correlations = new Correlations(results);
        if (!correlations.areThere()) {
            return PlainNames.capitalised(results.elsewhere().strip()) + ", the model puts "
                    + statements(first(MEASURES)) + ".";
        }
        List<String> parts = new ArrayList<>();
        for (String name : first(MEASURES)) {
            int factor = correlations.strongest(name).get(0);
            String value = Wording.ofCorrelation(correlations.of(factor, name), parts.isEmpty());
            String go = parts.isEmpty() ? " go most closely with " : " with ";
            parts.add(PlainNames.withinSentence(name) + go
                    + PlainNames.ofInput(study.factors().get(factor)) + " (" + value + ")");
        }
        return PlainNames.capitalised(PlainNames.enumerated(parts)) + ".";
    }
}
