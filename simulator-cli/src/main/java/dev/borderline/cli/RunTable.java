package dev.borderline.cli;

import dev.borderline.scenario.Scenario;
import dev.borderline.stat.Interval;
import dev.borderline.text.Numbers;
import java.util.List;
import java.util.Map;

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

    void print(Scenario scenario, RunSummary summary) {
        head(scenario, summary);
        Map<String, List<RunSummary.Row>> themes = Themes.of(summary.rows(), all);
        int shown = themes.values().stream().mapToInt(List::size).sum();
        table(themes).lines().forEach(this::line);
        console.out().println();
        if (shown < summary.rows().size()) {
            console.out()
                    .println(
                            (summary.rows().size() - shown) + " more measures: --all shows them, --json has them all.");
        }
        Caution.lines(WIDTH).forEach(console.out()::println);
    }

    private void head(Scenario scenario, RunSummary summary) {
        console.out().println(console.bold(scenario.name()) + ": " + scenario.title());
        String runs = summary.replications() == 1 ? "1 replication" : summary.replications() + " replications";
        console.out()
                .println(scenario.start() + " to " + scenario.end().minusDays(1) + ", " + runs + ", seed "
                        + summary.seed() + ", fingerprint " + summary.fingerprint());
        console.out().println();
    }

    private static TextTable table(Map<String, List<RunSummary.Row>> themes) {
        TextTable table =
                new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT, TextTable.Align.LEFT, TextTable.Align.LEFT);
        table.row("Over the whole period", "mean", "95 % interval", "unit");
        themes.forEach((heading, rows) -> {
            table.row("").row(heading);
            rows.forEach(row -> table.row(cells(row)));
        });
        return table;
    }

    private static String[] cells(RunSummary.Row row) {
        String interval = row.interval().map(RunTable::shown).orElse("-");
        String unit = row.measure().unit();
        return new String[] {
            "  " + row.measure().name(), Numbers.human(row.tally().mean()), interval, unit.equals("1") ? "share" : unit
        };
    }

    private static String shown(Interval interval) {
        return Numbers.human(interval.low()) + " to " + Numbers.human(interval.high());
    }

    private void line(String text) {
        boolean heading = !text.isEmpty() && !text.startsWith(" ");
        console.out().println(heading ? console.bold(text) : text);
    }
}
