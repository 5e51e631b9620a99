package dev.borderline.report;

import dev.borderline.figure.Figure;
import dev.borderline.figure.FigureRow;
import dev.borderline.figure.FlowChart;
import dev.borderline.figure.FlowChart.Passage;
import dev.borderline.figure.FlowChart.Stage;
import dev.borderline.figure.MeanEstimate;
import dev.borderline.figure.Panel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figure of what became of needs, and of arrests, in the reference cell. */
final class FlowFigure {
    private static final String NEUTRAL = "s0";
    private static final String GOOD = "s1";
    private static final String LOST = "s2";
    private static final String BOUGHT = "s5";
    private static final String LET_GO = "s6";
    private static final String HELD = "s4";

    /**
     * End of a formal case.
     *
     * @param name in words
     * @param colour class of its colour
     */
    private record Outcome(String name, String colour) {}

    private static final Map<String, Outcome> OUTCOMES = new LinkedHashMap<>();

    static {
        OUTCOMES.put("dropped", new Outcome("Dropped, for a bribe", BOUGHT));
        OUTCOMES.put("warned", new Outcome("Warned and let go", LET_GO));
        OUTCOMES.put("sentenced_training", new Outcome("Labour training", HELD));
        OUTCOMES.put("sentenced_reform", new Outcome("Reform facility", HELD));
        OUTCOMES.put("sentenced_camp", new Outcome("Camp", HELD));
    }

    private final Results results;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<FigureRow> rows = new ArrayList<>();

    private FlowFigure(Results results) {
        this.results = results;
    }

    /** The figure; none where the needs are not counted, or there are none. */
    static Optional<Figure> of(Results results) {
        boolean counted = List.of("needs", "completed_contacts", "arrests", "settled", "formal_cases").stream()
                .allMatch(results.cells()::has);
        FlowFigure flows = new FlowFigure(results);
        return counted && flows.happens("needs") ? Optional.of(flows.figure()) : Optional.empty();
    }

    private Figure figure() {
        StudyPlan study = results.study();
        boolean arrested = happens("arrests");
        List<Panel> panels = arrested ? List.of(needs(), arrests()) : List.of(needs());
        String where = study.factors().isEmpty() ? "" : results.elsewhere();
        String arm = study.arms().size() > 1 ? " Arm " + study.arms().get(0) + "." : "";
        String caption = "What became of every wish for contact"
                + (arrested ? ", and of everyone arrested" : "") + where
                + (arrested
                        ? ". Widths are in proportion within each of the two drawings, not between them: "
                        : ". Nobody was arrested. Widths are in proportion: ")
                + results.counted().averages(true)
                + " over the whole period. Beside each name stands its share of all needs too"
                + (arrested ? ", or of all arrests." : ".")
                + (study.members().isPresent() ? " Medians of the parts need not add up to that of the whole." : "")
                + results.counted().interval(" Intervals stand in the table.") + arm;
        return new Figure(
                "flow",
                new Figure.Words("From needs to outcomes", caption),
                1,
                panels,
                new Figure.Table(List.of("from", "to"), rows));
    }

    private MeanEstimate count(String measure) {
        return results.cells().total(results.reference(), measure);
    }

    private Panel needs() {
        clear();
        int needs = stage("Needs", 0, NEUTRAL, "needs");
        fate(needs, "Contact completed", GOOD, "completed_contacts");
        fate(needs, "Deterred by the risk", LOST, "deterred");
        fate(needs, "Not worth the price", LOST, "priced_out");
        fate(needs, "Jammed out", LOST, "jammed_out");
        fate(needs, "Cut off by an officer", LOST, "interrupted");
        fate(needs, "Lapsed: held or gone", NEUTRAL, "lapsed");
        return FlowChart.panel("What became of needs", stages, passages);
    }

    private void fate(int needs, String name, String colour, String measure) {
        if (happens(measure)) {
            pass(needs, stage(name, 1, colour, measure), measure);
        }
    }

    private Panel arrests() {
        clear();
        int arrests = stage("Arrests", 1, NEUTRAL, "arrests");
        route("Caught in a call", arrests, "arrests_caught_in_call");
        route("Identified later", arrests, "arrests_identified");
        route("Informed on", arrests, "arrests_informed_on");
        route("Searched in a stop", arrests, "arrests_stopped");
        route("Framed", arrests, "arrests_framed");
        route("Stopped at the border", arrests, "arrests_stopped_at_border");
        int settled = stage("Settled on the spot", 2, BOUGHT, "settled");
        int formal = stage("Formal cases", 2, HELD, "formal_cases");
        pass(arrests, settled, "settled");
        pass(arrests, formal, "formal_cases");
        pass(settled, stage("Free, for a bribe", 3, BOUGHT, "settled"), "settled");
        OUTCOMES.forEach((measure, outcome) -> outcome(formal, outcome, measure));
        pending(formal);
        return FlowChart.panel("What became of those arrested", stages, passages);
    }

    private void route(String name, int arrests, String measure) {
        if (happens(measure)) {
            pass(stage(name, 0, NEUTRAL, measure), arrests, measure);
        }
    }

    private void outcome(int formal, Outcome outcome, String measure) {
        if (happens(measure)) {
            pass(formal, stage(outcome.name, 3, outcome.colour, measure), measure);
        }
    }

    /** Formal cases that the end of the period met before their outcome. */
    private void pending(int formal) {
        List<String> known =
                OUTCOMES.keySet().stream().filter(results.cells()::has).toList();
        MeanEstimate rest = results.cells().rest(results.reference(), "formal_cases", known);
        if (rest.mean() > 0) {
            stages.add(new Stage("Still in investigation", 3, NEUTRAL, rest));
            passages.add(new Passage(formal, stages.size() - 1, rest));
            rows.add(new FigureRow(
                    List.of("Formal cases", "Still in investigation"), "formal_cases less outcomes", "cases", rest));
        }
    }

    /** True if a measure is counted, also where it is 0: that nobody was caught is an answer too. */
    private boolean happens(String measure) {
        return results.cells().has(measure)
                && count(measure).isKnown()
                && count(measure).mean() > 0;
    }

    private void clear() {
        stages.clear();
        passages.clear();
    }

    private int stage(String name, int column, String colour, String measure) {
        stages.add(new Stage(name, column, colour, count(measure)));
        return stages.size() - 1;
    }

    private void pass(int from, int to, String measure) {
        MeanEstimate count = count(measure);
        passages.add(new Passage(from, to, count));
        List<String> ends = List.of(stages.get(from).name(), stages.get(to).name());
        rows.add(new FigureRow(ends, measure, results.cells().measure(measure).unit(), count));
    }
}
