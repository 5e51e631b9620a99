package dev.borderline.cli.sweep;

import dev.borderline.cli.text.FactorNames;
import dev.borderline.cli.text.MembersText;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.TextTable.Align;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.table.MemberAnswer;
import dev.borderline.experiment.table.MemberAnswers;
import dev.borderline.figure.Scale;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes over members by each step of the first factor, the others where the scenario has them. First the signs that are settled and
 * those that are open, for the step from where the scenario stands.
 */
final class MemberStepTable {
    private static final int WIDTH = 80;

    private final Experiment experiment;
    private final List<Integer> line; // points along the first factor
    private final List<List<MemberAnswer>> changes = new ArrayList<>(); // by step, of each outcome

    private MemberStepTable(Experiment experiment, List<Integer> line) {
        this.experiment = experiment;
        this.line = line;
    }

    /** The lines of a sweep; none where there is no step, or a cell has no run. */
    static List<String> of(Experiment experiment, RunStore store, List<String> outcomes) throws IOException {
        if (experiment.design().factors().isEmpty()) {
            return List.of();
        }
        MemberStepTable steps = new MemberStepTable(experiment, StepTable.line(experiment));
        for (int step = 0; step + 1 < steps.line.size(); step++) {
            Task from = new Task(steps.line.get(step), 0, 0);
            Task to = new Task(steps.line.get(step + 1), 0, 0);
            List<MemberAnswer> answers = MemberAnswers.changes(experiment, store, from, to, outcomes);
            if (answers.isEmpty()) {
                return List.of();
            }
            steps.changes.add(answers);
        }
        return steps.changes.isEmpty() ? List.of() : steps.lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(""));
        int step = Math.min(Math.max(0, line.indexOf(MemberAnswers.referencePoint(experiment))), changes.size() - 1);
        String factor = FactorNames.of(experiment.design().factors()).get(0);
        lines.addAll(Wrapping.lines("Of the step of " + factor + " " + name(step) + ":", WIDTH));
        for (String sentence : MembersText.settledAndOpen(changes.get(step))) {
            lines.addAll(Wrapping.lines(sentence, WIDTH));
        }
        lines.add("");
        lines.addAll(Wrapping.lines(StepTable.title(experiment, line), WIDTH));
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT);
        for (int outcome = 0; outcome < changes.get(0).size(); outcome++) {
            int place = outcome;
            rows(table, changes.stream().map(answers -> answers.get(place)).toList());
        }
        lines.addAll(table.lines());
        return lines;
    }

    private void rows(TextTable table, List<MemberAnswer> ofSteps) {
        Scale scale = Scale.of(
                ofSteps.stream()
                        .mapToDouble(change -> Math.max(Math.abs(change.p05()), Math.abs(change.p95())))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0),
                ofSteps.get(0).measure().unit());
        String unit = scale.ofChanges();
        table.row("  " + ofSteps.get(0).measure().name() + ", " + unit, "median", "90 % of members", "rises in");
        for (int step = 0; step < ofSteps.size(); step++) {
            MemberAnswer change = ofSteps.get(step);
            table.row(
                    "    " + name(step),
                    scale.signed(change.median()),
                    scale.signed(change.p05()) + " to " + scale.signed(change.p95()),
                    MembersText.rises(change));
        }
    }

    private String name(int step) {
        return "from " + level(step) + " to " + level(step + 1);
    }

    private String level(int place) {
        return Numbers.human(experiment.design().point(line.get(place)).values().get(0));
    }
}
