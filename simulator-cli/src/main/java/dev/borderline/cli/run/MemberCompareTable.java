package dev.borderline.cli.run;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.MembersText;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.table.MemberAnswer;
import dev.borderline.figure.Scale;
import dev.borderline.report.GroupChanges;
import dev.borderline.scenario.Scenario;
import java.util.List;
import java.util.stream.DoubleStream;

/** Differences of each arm over members, for people, within 80 columns: first settled ones, then open ones. */
final class MemberCompareTable {
    private static final int WIDTH = 80;

    private final Console console;

    MemberCompareTable(Console console) {
        this.console = console;
    }

    void print(MemberComparison comparison, List<GroupChanges.Row> groups) {
        head(comparison.experiment());
        comparison.changes().forEach((arm, changes) -> {
            table(comparison, arm, changes).lines().forEach(this::line);
            openness(changes);
            console.out().println();
        });
        new GroupTable(console, groups).print();
        MembersText.caution(WIDTH).forEach(console.out()::println);
    }

    private void head(Experiment experiment) {
        console.out().println(console.bold(MembersText.head(experiment) + ":"));
        for (int arm = 0; arm < experiment.arms().size(); arm++) {
            Scenario scenario = experiment.scenario(0, arm);
            Wrapping.lines(experiment.arms().get(arm).name() + ": " + scenario.title(), WIDTH)
                    .forEach(console.out()::println);
        }
        Scenario base = experiment.base();
        console.out().println(base.start() + " to " + base.end().minusDays(1) + ", seed " + experiment.seed());
        console.out().println();
    }

    private static TextTable table(MemberComparison comparison, String arm, List<MemberAnswer> changes) {
        TextTable table = new TextTable(
                TextTable.Align.LEFT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.LEFT,
                TextTable.Align.RIGHT);
        table.row("What " + arm + " changes from "
                + comparison.experiment().arms().get(0).name());
        table.row("", "base", "median", "90 % of members", "rises in");
        for (MemberAnswer change : changes) {
            MemberAnswer level = comparison.level(change);
            Scale scale = Scale.of(
                    DoubleStream.of(level.median(), change.p05(), change.p95())
                            .map(Math::abs)
                            .filter(Double::isFinite)
                            .max()
                            .orElse(0),
                    change.measure().unit());
            table.row(
                    "  " + change.measure().name() + ", " + scale.unit(),
                    scale.shown(level.median()),
                    scale.signed(change.median()),
                    scale.signed(change.p05()) + " to " + scale.signed(change.p95()),
                    MembersText.rises(change));
        }
        return table;
    }

    /** Agreement of members in calibrated words, and members whose own replications disagree. */
    private void openness(List<MemberAnswer> changes) {
        for (String sentence : MembersText.settledAndOpen(changes)) {
            Wrapping.lines(sentence, WIDTH).forEach(console.out()::println);
        }
    }

    private void line(String text) {
        console.out().println(text.startsWith("What ") ? console.bold(text) : text);
    }
}
