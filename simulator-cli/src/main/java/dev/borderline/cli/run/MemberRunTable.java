package dev.borderline.cli.run;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.MembersText;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.table.MemberAnswer;
import dev.borderline.figure.Plain;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.scenario.Scenario;
import java.util.List;

/** The outcomes of one scenario over members as a table of at most 80 columns. */
final class MemberRunTable {
    private static final int WIDTH = 80;

    private final Console console;
    private final boolean all;

    /** A table of every measure, or of the main ones. */
    MemberRunTable(Console console, boolean all) {
        this.console = console;
        this.all = all;
    }

    void print(MemberRunSummary summary) {
        head(summary);
        List<MemberAnswer> answers = summary.answers();
        List<MeasureGroup<MemberAnswer>> groups = all
                ? MeasureGroup.of(answers, MemberAnswer::measure)
                : MeasureGroup.ofLines(answers, MemberAnswer::measure);
        TextTable table = new TextTable(
                TextTable.Align.LEFT,
                TextTable.Align.RIGHT,
                TextTable.Align.LEFT,
                TextTable.Align.RIGHT,
                TextTable.Align.LEFT);
        table.row("Over the whole period", "median", "90 % of members", "chance", "unit");
        groups.forEach(group -> {
            table.row("").row(group.heading());
            group.rows().forEach(answer -> table.row(cells(answer)));
        });
        table.lines().forEach(this::line);
        console.out().println();
        int hidden = answers.size()
                - groups.stream().mapToInt(group -> group.rows().size()).sum();
        if (hidden > 0) {
            console.out().println(hidden + " more measures: --all shows them, --json has them all.");
        }
        MembersText.caution(WIDTH).forEach(console.out()::println);
    }

    private void head(MemberRunSummary summary) {
        Experiment experiment = summary.experiment();
        Scenario scenario = experiment.base();
        String head = MembersText.head(experiment) + ": " + scenario.name() + ", " + scenario.title();
        Wrapping.lines(head, WIDTH).forEach(text -> console.out().println(console.bold(text)));
        console.out()
                .println(scenario.start() + " to " + scenario.end().minusDays(1) + ", seed " + experiment.seed()
                        + ", fingerprint " + summary.fingerprint());
        console.out().println();
    }

    private static String[] cells(MemberAnswer answer) {
        Plain plain = Plain.of(answer.measure().unit());
        return new String[] {
            "  " + answer.measure().name(),
            plain.shown(answer.median()),
            plain.shown(answer.p05()) + " to " + plain.shown(answer.p95()),
            MembersText.chance(answer),
            plain.unit()
        };
    }

    private void line(String text) {
        boolean heading = !text.isEmpty() && !text.startsWith(" ");
        console.out().println(heading ? console.bold(text) : text);
    }
}
