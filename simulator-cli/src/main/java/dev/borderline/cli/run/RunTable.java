package dev.borderline.cli.run;

import dev.borderline.cli.text.Caution;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.MembersText;
import dev.borderline.cli.text.TextTable;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.figure.Plain;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.scenario.Scenario;
import java.util.List;

/** The outcomes of one scenario as a table of at most 80 columns. */
final class RunTable {
    private static final int WIDTH = 80;

    private final Console console;
    private final boolean all;

    /** A table of every measure, or of the main ones. */
    RunTable(Console console, boolean all) {
        this.console = console;
        this.all = all;
    }

    void print(RunSummary summary) {
        head(summary);
        List<MeasureSummary> measures = summary.measures();
        List<MeasureGroup<MeasureSummary>> groups = all
                ? MeasureGroup.of(measures, MeasureSummary::measure)
                : MeasureGroup.ofLines(measures, MeasureSummary::measure);
        table(groups).lines().forEach(this::line);
        console.out().println();
        int hidden = measures.size()
                - groups.stream().mapToInt(group -> group.rows().size()).sum();
        if (hidden > 0) {
            console.out().println(hidden + " more measures: --all shows them, --json has them all.");
        }
        Caution.lines(WIDTH).forEach(console.out()::println);
    }

    private void head(RunSummary summary) {
        Scenario scenario = summary.experiment().base();
        int replications = summary.experiment().replications();
        console.out().println(console.bold(scenario.name()) + ": " + scenario.title());
        console.out()
                .println(scenario.start() + " to " + scenario.end().minusDays(1) + ", " + replications
                        + (replications == 1 ? " replication" : " replications") + MembersText.people(scenario)
                        + ", seed "
                        + summary.experiment().seed() + ", fingerprint " + summary.fingerprint());
        console.out().println();
    }

    private static TextTable table(List<MeasureGroup<MeasureSummary>> groups) {
        TextTable table =
                new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT, TextTable.Align.LEFT, TextTable.Align.LEFT);
        table.row("Over the whole period", "mean", "95 % interval", "unit");
        groups.forEach(group -> {
            table.row("").row(group.heading());
            group.rows().forEach(measure -> table.row(cells(measure)));
        });
        return table;
    }

    private static String[] cells(MeasureSummary measure) {
        Plain plain = Plain.of(measure.measure().unit());
        String interval = Double.isNaN(measure.ciLow())
                ? "-"
                : plain.shown(measure.ciLow()) + " to " + plain.shown(measure.ciHigh());
        return new String[] {"  " + measure.measure().name(), plain.shown(measure.mean()), interval, plain.unit()};
    }

    private void line(String text) {
        boolean heading = !text.isEmpty() && !text.startsWith(" ");
        console.out().println(heading ? console.bold(text) : text);
    }
}
