package dev.borderline.cli.sweep;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.FactorNames;
import dev.borderline.cli.text.MembersText;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Words;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results of a sweep over members, for people, within 80 columns: a table of cells for each outcome. */
final class MemberSweepTable {
    private static final int WIDTH = 80;
    private static final int CELLS_LISTED_MAX = 40;

    private final Console console;
    private final SweepPlan plan;

    MemberSweepTable(Console console, SweepPlan plan) {
        this.console = console;
        this.plan = plan;
    }

    void print(RunStore store, List<String> outcomes) throws IOException {
        Experiment experiment = plan.experiment();
        head(experiment);
        Map<Task, List<MemberAnswer>> levels = new LinkedHashMap<>();
        Map<Task, List<MemberAnswer>> changes = new LinkedHashMap<>();
        MemberAnswers.forEach(
                experiment,
                store,
                outcomes,
                (cell, answer) -> (answer.change() ? changes : levels)
                        .computeIfAbsent(cell, absent -> new ArrayList<>())
                        .add(answer));
        if (levels.isEmpty()) {
            line("No run ended, so there is nothing to tell.");
            return;
        }
        if (SweepReport.isMatrix(experiment)) {
            MemberStepTable.of(experiment, store, outcomes).forEach(this::line);
            line("");
            line("Medians, and below them the range of 90 % of the members");
            Matrices.ofMembers(experiment, levels).lines(outcomes).forEach(this::line);
            return;
        }
        for (String outcome : outcomes) {
            Map<Task, MemberAnswer> ofLevel = of(outcome, levels);
            if (!ofLevel.isEmpty()) {
                table(outcome, ofLevel, of(outcome, changes)).forEach(this::line);
            }
        }
        MemberStepTable.of(experiment, store, outcomes).forEach(this::line);
    }

    private static Map<Task, MemberAnswer> of(String outcome, Map<Task, List<MemberAnswer>> answers) {
        Map<Task, MemberAnswer> found = new LinkedHashMap<>();
        answers.forEach((cell, all) -> all.stream()
                .filter(answer -> answer.measure().name().equals(outcome))
                .forEach(answer -> found.put(cell, answer)));
        return found;
    }

    private void head(Experiment experiment) {
        Wrapping.lines(
                        MembersText.head(experiment) + ": " + plan.heading().name() + ", "
                                + plan.heading().title(),
                        WIDTH)
                .forEach(text -> console.out().println(console.bold(text)));
        Wrapping.lines(plan.heading().question(), WIDTH).forEach(console.out()::println);
        String about = experiment.base().name() + ", " + experiment.base().start() + " to "
                + experiment.base().end().minusDays(1) + "; "
                + Words.counted(experiment.design().size(), "point") + ", seed " + experiment.seed() + "."
                + (experiment.design().size() * experiment.arms().size() > 1
                        ? " Changes are from " + MemberAnswers.changeFrom(experiment) + "."
                        : "");
        console.out().println();
        Wrapping.lines(about, WIDTH).forEach(console.out()::println);
    }

    private List<String> table(String outcome, Map<Task, MemberAnswer> levels, Map<Task, MemberAnswer> changes) {
        List<Task> shown = levels.keySet().stream().limit(CELLS_LISTED_MAX).toList();
        MemberAnswer any = levels.values().iterator().next();
        Scale scale = Scale.of(
                levels.values().stream()
                        .mapToDouble(answer -> Math.abs(answer.p95()))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0),
                any.measure().unit());
        TextTable table =
                new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT, TextTable.Align.LEFT, TextTable.Align.LEFT);
        table.row("").row(outcome + ", " + scale.unit());
        table.row("  at", "median", "90 % of members", "rises in");
        for (Task cell : shown) {
            MemberAnswer level = levels.getOrDefault(cell, any);
            MemberAnswer change = changes.get(cell);
            table.row(
                    "  " + name(cell),
                    scale.shown(level.median()),
                    scale.shown(level.p05()) + " to " + scale.shown(level.p95()),
                    change == null ? "" : MembersText.rises(change));
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (levels.size() > shown.size()) {
            lines.add("  ... and " + (levels.size() - shown.size()) + " more in summary.csv");
        }
        return lines;
    }

    /** Settings of the point in few words, and the arm where there are several. */
    private String name(Task cell) {
        Experiment experiment = plan.experiment();
        List<String> factors = experiment.design().factors();
        List<String> shortNames = FactorNames.of(factors);
        List<Double> values = experiment.design().point(cell.point()).values();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < factors.size() && factors.size() <= 2; i++) {
            words.add(shortNames.get(i) + " " + Numbers.human(values.get(i)));
        }
        if (factors.size() > 2) {
            words.add("point " + cell.point());
        }
        if (experiment.arms().size() > 1) {
            words.add(experiment.arms().get(cell.arm()).name());
        }
        return words.isEmpty() ? experiment.base().name() : String.join(", ", words);
    }

    private void line(String text) {
        boolean heading = !text.isEmpty() && !text.startsWith(" ");
        console.out().println(heading ? console.bold(text) : text);
    }
}
