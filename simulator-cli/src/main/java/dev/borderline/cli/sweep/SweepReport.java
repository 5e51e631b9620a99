package dev.borderline.cli.sweep;

import dev.borderline.cli.options.PrecisionNote;
import dev.borderline.cli.text.Caution;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.MembersText;
import dev.borderline.cli.text.Words;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.table.CellSummary;
import dev.borderline.experiment.table.Summaries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Results of a sweep, for people, within 80 columns: a matrix per outcome where two factors vary, else a list. */
public final class SweepReport {
    private static final int WIDTH = 80;
    private static final int CELLS_LISTED_MAX = 40;

    private final Console console;
    private final SweepPlan plan;
    private final Path folder;

    SweepReport(Console console, SweepPlan plan, Path folder) {
        this.console = console;
        this.plan = plan;
        this.folder = folder;
    }

    void print(RunStore store) throws IOException {
        Experiment experiment = plan.experiment();
        List<String> outcomes = outcomes(store);
        if (experiment.members().isPresent()) {
            new MemberSweepTable(console, plan).print(store, outcomes);
            tail();
            return;
        }
        head(store);
        int cells = experiment.tasks().cells();
        if (isMatrix(experiment)) {
            Matrices.ofMeans(experiment, Summaries.ofFirst(experiment, store, cells, outcomes))
                    .lines(outcomes)
                    .forEach(this::line);
        } else {
            List<CellSummary> first = Summaries.ofFirst(experiment, store, CELLS_LISTED_MAX, outcomes);
            new CellList(experiment, first).lines(outcomes).forEach(this::line);
            if (cells > first.size()) {
                line("... and " + (cells - first.size()) + " more in summary.csv");
            }
        }
        StepTable.of(experiment, store, outcomes).forEach(this::line);
        if (store.layout() == null) {
            line("");
            line("No run ended, so there is nothing to tell.");
        }
        tail();
    }

    /** True when a table of two factors shows all cells. */
    static boolean isMatrix(Experiment experiment) {
        boolean few = experiment.arms().size() == 1 && experiment.tasks().cells() <= CELLS_LISTED_MAX * 2;
        return experiment.design().factors().size() == 2 && few && isGrid(experiment.design());
    }

    /** True when the points of two factors fill a table. That of scattered points would be empty but for a cell a line. */
    private static boolean isGrid(Design design) {
        Set<Double> down = new TreeSet<>();
        Set<Double> across = new TreeSet<>();
        for (int point = 0; point < design.size(); point++) {
            List<Double> values = design.point(point).values();
            down.add(values.get(0));
            across.add(values.get(1));
        }
        return (long) down.size() * across.size() <= design.size();
    }

    /** The outcomes asked for, or the usual ones that there are. */
    private List<String> outcomes(RunStore store) {
        List<String> known = store.layout() == null
                ? List.of()
                : store.layout().measures().stream()
                        .map(measure -> measure.name())
                        .toList();
        return plan.experiment().leadingOutcomes(Experiment.FEW).stream()
                .filter(known::contains)
                .toList();
    }

    private void head(RunStore store) throws IOException {
        Experiment experiment = plan.experiment();
        console.out()
                .println(console.bold(plan.heading().name()) + ": "
                        + plan.heading().title());
        Wrapping.lines(plan.heading().question(), WIDTH).forEach(console.out()::println);
        int points = experiment.design().size();
        int arms = experiment.arms().size();
        String about = experiment.base().name() + ", " + experiment.base().start() + " to "
                + experiment.base().end().minusDays(1) + "; " + Words.counted(points, "point")
                + (arms > 1 ? " x " + Words.counted(arms, "arm") : "") + " x "
                + PrecisionNote.replications(experiment, store) + ", seed " + experiment.seed() + ".";
        console.out().println();
        Wrapping.lines(about + " Means, ± half the width of their 95 % intervals.", WIDTH)
                .forEach(console.out()::println);
    }

    private void tail() {
        line("");
        line("Where to look next: " + folder + "/");
        line("  summary.csv  every measure at every point: mean, spread, interval, quantiles");
        line("  yearly.csv   these outcomes by year, and in all by zone and wealth fifth");
        line("  runs.csv     every measure of every run, with its fingerprint");
        line("");
        boolean members = plan.experiment().members().isPresent();
        (members ? MembersText.caution(WIDTH) : Caution.lines(WIDTH)).forEach(console.out()::println);
        Caution.ofSweeps(WIDTH).forEach(console.out()::println);
    }

    private void line(String text) {
        boolean heading = !text.isEmpty() && !text.startsWith(" ");
        console.out().println(heading ? console.bold(text) : text);
    }
}
