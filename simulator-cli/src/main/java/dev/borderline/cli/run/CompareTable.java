package dev.borderline.cli.run;

import dev.borderline.cli.text.Caution;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.MembersText;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Words;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.compare.Comparison.Contrast;
import dev.borderline.experiment.compare.Difference;
import dev.borderline.experiment.compare.FateComparison;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.figure.Scale;
import dev.borderline.observe.Fates;
import dev.borderline.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Differences of each arm from the base, for people, within 80 columns. */
final class CompareTable {
    private static final int WIDTH = 80;
    private static final double PERCENT = 100;
    private static final double P_LEAST = 0.001;

    private final Console console;
    private final CompareView.Shown shown;

    CompareTable(Console console, CompareView.Shown shown) {
        this.console = console;
        this.shown = shown;
    }

    void print(List<String> measures) {
        head();
        List<Contrast> contrasts = shown.comparison().contrasts(measures);
        for (Arm arm :
                shown.experiment().arms().subList(1, shown.experiment().arms().size())) {
            List<Contrast> ofArm = contrasts.stream()
                    .filter(contrast -> contrast.arm().equals(arm.name()))
                    .toList();
            table(arm, ofArm).lines().forEach(this::line);
            fates(arm);
            line("");
        }
        new GroupTable(console, shown.groups()).print();
        legend(contrasts.size());
        saved();
        Caution.lines(WIDTH).forEach(console.out()::println);
    }

    private void head() {
        Experiment experiment = shown.experiment();
        Scenario base = experiment.base();
        line(experiment.arms().get(0).name() + ": " + base.title());
        for (int arm = 1; arm < experiment.arms().size(); arm++) {
            line(experiment.arms().get(arm).name() + ": "
                    + experiment.scenario(0, arm).title());
        }
        line(base.start() + " to " + base.end().minusDays(1) + ", " + replications() + " of each"
                + MembersText.people(base) + ", seed " + experiment.seed());
        if (experiment.randomNumbers() == RandomNumbers.INDEPENDENT) {
            line("Each has random numbers of its own, so what they share does not cancel.");
        }
        console.out().println();
    }

    private String replications() {
        List<Integer> sizes = shown.comparison().arms().stream()
                .map(arm -> arm.runs().size())
                .sorted()
                .toList();
        int least = sizes.get(0);
        int most = sizes.get(sizes.size() - 1);
        return (least == most ? "" : least + " to ") + Words.counted(most, "replication");
    }

    private TextTable table(Arm arm, List<Contrast> contrasts) {
        TextTable table = new TextTable(
                TextTable.Align.LEFT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT);
        String base = shown.experiment().arms().get(0).name();
        table.row("What " + arm.name() + " adds to " + base);
        table.row("", "base", "difference", "p", "VRF");
        for (Contrast contrast : contrasts) {
            Difference counted = contrast.counted();
            Scale scale =
                    Scale.of(Math.abs(counted.baseMean()), counted.measure().unit());
            boolean tested = contrast.expected().isEmpty();
            table.row(
                    "  " + counted.measure().name() + unit(scale),
                    scale.shown(counted.baseMean()),
                    change(scale, counted),
                    tested ? p(contrast.pHolm()) : "",
                    times(counted));
            Optional<Difference> expected = contrast.expected();
            expected.ifPresent(difference ->
                    table.row("    expected", "", change(scale, difference), p(contrast.pHolm()), times(difference)));
        }
        return table;
    }

    private static String unit(Scale scale) {
        return ", " + scale.unit();
    }

    /** Two significant digits of the half-width, in the multiple of the base. */
    private static String change(Scale scale, Difference difference) {
        return scale.precise(difference.halfWidth95()).change(difference.mean(), difference.halfWidth95());
    }

    private static String p(double p) {
        if (Double.isNaN(p)) {
            return "n/a";
        }
        return p < P_LEAST ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    private static String times(Difference difference) {
        double factor = difference.varianceReduction();
        if (Double.isNaN(factor)) {
            return "n/a";
        }
        return Double.isInfinite(factor) ? "inf" : String.format(Locale.ROOT, factor < 10 ? "%.1fx" : "%,.0fx", factor);
    }

    private void fates(Arm arm) {
        List<Fates.Difference> fates = shown.fates().stream()
                .filter(of -> of.arm().equals(arm.name()))
                .flatMap((FateComparison.OfArm of) -> of.replications().stream())
                .toList();
        if (fates.isEmpty()) {
            return;
        }
        String range = fates.size() == 1
                ? "1 replication"
                : percent(fates.stream()
                                .mapToDouble(Fates.Difference::share)
                                .min()
                                .orElseThrow())
                        + " to "
                        + percent(fates.stream()
                                .mapToDouble(Fates.Difference::share)
                                .max()
                                .orElseThrow())
                        + " in " + fates.size() + " replications";
        String text = "Households whose fate differs: " + percent(mean(fates, Fates.Difference::share)) + " % (" + range
                + "). Contacts " + part(fates, Fates.Difference::contacts) + " %, arrests or formal cases "
                + part(fates, Fates.Difference::cases) + " %, time held " + part(fates, Fates.Difference::held) + " %.";
        Wrapping.lines(text, WIDTH).forEach(console.out()::println);
        fates.get(0).examples().stream()
                .findFirst()
                .flatMap(household -> shown.explain().apply(arm.name(), household))
                .ifPresent(command -> {
                    line("To see why, for one of them:");
                    line("  " + command);
                });
    }

    private static String part(List<Fates.Difference> fates, ToDoubleFunction<Fates.Difference> number) {
        return percent(mean(fates, one -> number.applyAsDouble(one) / one.households()));
    }

    private static double mean(List<Fates.Difference> fates, ToDoubleFunction<Fates.Difference> value) {
        return fates.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", share * PERCENT);
    }

    private void legend(int rows) {
        String text =
                "Differences are means over replications, ± half of their 95 % interval. Rows 'expected' count chances"
                        + " instead of events: same mean, less noise. p: of no difference, adjusted by Holm for "
                        + Words.counted(rows, "test")
                        + ". VRF, variance-reduction factor: how many times as many independent runs give the same"
                        + " precision. A fate is contacts completed, arrests, formal cases and time held.";
        Wrapping.lines(text, WIDTH).forEach(console.out()::println);
    }

    private void saved() {
        ResultFolder folder = shown.folder();
        if (folder != null) {
            line("Saved in " + folder.path() + ": comparison.csv, fates.csv, summary.csv, runs.csv.");
        }
        console.out().println();
    }

    private void line(String text) {
        console.out().println(text.startsWith("What ") ? console.bold(text) : text);
    }
}
