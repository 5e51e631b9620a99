package dev.borderline.report;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.table.MemberAnswer;
import dev.borderline.measure.Measure;
import dev.borderline.measure.Recorder;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.stat.PairedTally;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.Csv;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Paired changes of arms against the first, by wealth fifth and by zone. What is counted stands per 1,000 households and year of the
 * group in the first arm, so that groups of other sizes can be compared; ratios, levels and prices stand as they are.
 */
public final class GroupChanges {
    /** Name of the file. */
    public static final String FILE = "comparison-groups.csv";

    private static final String HOUSEHOLD_YEARS = "pairs";
    private static final String PER_THOUSAND = " per 1,000 household-years";
    private static final double THOUSAND = 1000;
    private static final int RUNS_MIN = 3; // two runs alone tell no interval

    private static final Set<Measure.Kind> ADDED_UP = EnumSet.of( // looked up only
            Measure.Kind.COUNT, Measure.Kind.MONEY, Measure.Kind.YEARS, Measure.Kind.MINUTES, Measure.Kind.EXPECTED);

    /** Ways in which households are grouped. */
    public enum By {
        /** Wealth fifths, 1 for the poorest. */
        FIFTH,
        /** Zones, by name. */
        ZONE,
        /** Wealth fifths of each zone, as {@code near 1}; runs are made once more for them. */
        BOTH
    }

    /**
     * One change.
     *
     * @param arm that is compared with the first
     * @param by grouping
     * @param group fifth, zone, or zone and fifth
     * @param measure what changes
     * @param unit of the numbers
     * @param n pairs of runs, or members
     * @param base mean of the first arm, or median of its members
     * @param change mean over pairs, or median over members
     * @param low lower end of the 95 % interval, or 5 % quantile of the members; NaN from two runs or fewer
     * @param high upper end
     * @param answer over members, where there are members
     */
    public record Row(
            String arm,
            By by,
            String group,
            Measure measure,
            String unit,
            long n,
            double base,
            double change,
            double low,
            double high,
            Optional<MemberAnswer> answer) {}

    /**
     * Change of the poorest fifth less that of the richest.
     *
     * @param arm that is compared with the first
     * @param unit of the numbers
     * @param poorest median change of the poorest fifth over members
     * @param richest that of the richest
     * @param answer over members, of the change of the poorest less that of the richest
     */
    public record Contrast(String arm, String unit, double poorest, double richest, MemberAnswer answer) {}

    /** Values of one measure in one group, replication by replication; NaN where a pair is not whole. */
    @SuppressWarnings("ArrayRecordComponent") // never changed, compared by nobody
    private record Values(double[] base, double[] change) {}

    private final Experiment experiment;
    private final List<SortedMap<Integer, FinishedRun>> runs = new ArrayList<>(); // of each arm, by replication
    private CrossedRuns crossed = CrossedRuns.none();

    private GroupChanges(Experiment experiment, RunStore store, int point) throws IOException {
        this.experiment = experiment;
        for (int arm = 0; arm < experiment.arms().size(); arm++) {
            SortedMap<Integer, FinishedRun> ofArm = new TreeMap<>();
            for (int replication = 0; replication < experiment.replications(); replication++) {
                if (store.find(new Task(point, arm, replication)) instanceof FinishedRun run) {
                    ofArm.put(replication, run);
                }
            }
            runs.add(ofArm);
        }
    }

    /** Changes in these measures of every arm but the first, at a design point; by arm, measure, grouping, group. */
    public static List<Row> of(
            Experiment experiment, RunStore store, int point, List<String> measures, Set<By> groupings)
            throws IOException {
        return of(experiment, store, point, measures, groupings, 1);
    }

    /**
     * As {@link #of(Experiment, RunStore, int, List, Set)}.
     *
     * @param threads runs at a time, where they are made once more
     * @throws dev.borderline.experiment.store.StoreRefused if one of those comes out otherwise
     */
    public static List<Row> of(
            Experiment experiment, RunStore store, int point, List<String> measures, Set<By> groupings, int threads)
            throws IOException {
        GroupChanges changes = new GroupChanges(experiment, store, point);
        if (groupings.contains(By.BOTH)) {
            changes.cross(measures, threads);
        }
        return changes.rows(measures, groupings);
    }

    private void cross(List<String> measures, int threads) throws IOException {
        List<FinishedRun> all =
                runs.stream().flatMap(ofArm -> ofArm.values().stream()).toList();
        Set<String> names = new TreeSet<>();
        for (SortedMap<Integer, FinishedRun> ofArm : runs) {
            ofArm.values().stream()
                    .limit(1)
                    .forEach(run -> run.layout().measures().stream()
                            .map(Measure::name)
                            .filter(name -> measures.contains(name) || name.equals(HOUSEHOLD_YEARS))
                            .forEach(names::add));
        }
        crossed = CrossedRuns.of(experiment, all, List.copyOf(names), threads);
    }

    /** Contrasts of the fifths in these measures, for every arm but the first, at a design point; none without members. */
    static List<Contrast> contrasts(Experiment experiment, RunStore store, int point, List<String> measures)
            throws IOException {
        return experiment.members().isEmpty()
                ? List.of()
                : new GroupChanges(experiment, store, point)
                        .contrasts(measures, experiment.members().get());
    }

    private List<Contrast> contrasts(List<String> names, Members members) {
        List<Contrast> contrasts = new ArrayList<>();
        for (int arm = 1; arm < runs.size(); arm++) {
            if (runs.get(0).isEmpty() || runs.get(arm).isEmpty()) {
                continue;
            }
            for (String name : names) {
                if (reports(layout(0), name) && reports(layout(arm), name)) {
                    Measure measure = layout(0).measures().get(layout(0).index(name));
                    double[] poorest = values(arm, measure, By.FIFTH, 0).change();
                    double[] richest =
                            values(arm, measure, By.FIFTH, Recorder.FIFTHS - 1).change();
                    double[] apart = IntStream.range(0, poorest.length)
                            .mapToDouble(i -> poorest[i] - richest[i])
                            .toArray();
                    contrasts.add(new Contrast(
                            experiment.arms().get(arm).name(),
                            unit(measure),
                            MemberAnswer.ofChange(measure, members, poorest).median(),
                            MemberAnswer.ofChange(measure, members, richest).median(),
                            MemberAnswer.ofChange(measure, members, apart)));
                }
            }
        }
        return contrasts;
    }

    private String unit(Measure measure) {
        return isScaled(measure) ? measure.unit() + PER_THOUSAND : measure.unit();
    }

    private List<Row> rows(List<String> measures, Set<By> groupings) {
        List<Row> rows = new ArrayList<>();
        for (int arm = 1; arm < runs.size(); arm++) {
            if (runs.get(0).isEmpty() || runs.get(arm).isEmpty()) {
                continue;
            }
            RunSchema layout = layout(0);
            RunSchema ofArm = layout(arm);
            for (String measure : measures) {
                if (!reports(layout, measure) || !reports(ofArm, measure)) {
                    continue;
                }
                for (By by : groupings) {
                    for (int group = 0; group < groups(layout, by).size(); group++) {
                        rows.add(row(arm, layout.measures().get(layout.index(measure)), by, group));
                    }
                }
            }
        }
        return rows;
    }

    private static boolean reports(RunSchema layout, String measure) {
        return layout.measures().stream().anyMatch(one -> one.name().equals(measure));
    }

    private RunSchema layout(int arm) {
        return runs.get(arm).values().iterator().next().layout();
    }

    /** Names of the groups. */
    private static List<String> groups(RunSchema layout, By by) {
        return switch (by) {
            case ZONE -> layout.zones();
            case FIFTH ->
                IntStream.rangeClosed(1, Recorder.FIFTHS)
                        .mapToObj(Integer::toString)
                        .toList();
            case BOTH -> CrossedRuns.names(layout.zones());
        };
    }

    private Row row(int arm, Measure measure, By by, int group) {
        Values values = values(arm, measure, by, group);
        String unit = unit(measure);
        String name = groups(layout(0), by).get(group);
        String armName = experiment.arms().get(arm).name();
        if (experiment.members().isPresent()) {
            Members members = experiment.members().get();
            MemberAnswer level = MemberAnswer.ofLevel(measure, members, values.base());
            MemberAnswer change = MemberAnswer.ofChange(measure, members, values.change());
            return new Row(
                    armName,
                    by,
                    name,
                    measure,
                    unit,
                    change.members(),
                    level.median(),
                    change.median(),
                    change.p05(),
                    change.p95(),
                    Optional.of(change));
        }
        PairedTally pairs = new PairedTally();
        for (int i = 0; i < values.base().length; i++) {
            pairs.add(values.base()[i], values.base()[i] + values.change()[i], values.change()[i]);
        }
        boolean isKnown = pairs.n() >= RUNS_MIN;
        return new Row(
                armName,
                by,
                name,
                measure,
                unit,
                pairs.n(),
                pairs.baseMean(),
                pairs.mean(),
                isKnown ? pairs.interval(MeasureSummary.CONF_LEVEL).low() : Double.NaN,
                isKnown ? pairs.interval(MeasureSummary.CONF_LEVEL).high() : Double.NaN,
                Optional.empty());
    }

    private Values values(int arm, Measure measure, By by, int group) {
        double[] base = new double[experiment.replications()];
        double[] change = new double[base.length];
        Arrays.fill(base, Double.NaN);
        Arrays.fill(change, Double.NaN);
        runs.get(0).forEach((replication, one) -> {
            FinishedRun other = runs.get(arm).get(replication);
            if (other != null) {
                double scale = isScaled(measure) ? THOUSAND / in(one, HOUSEHOLD_YEARS, by, group) : 1;
                base[replication] = scale * in(one, measure.name(), by, group);
                change[replication] =
                        scale * (in(other, measure.name(), by, group) - in(one, measure.name(), by, group));
            }
        });
        return new Values(base, change);
    }

    private boolean isScaled(Measure measure) {
        return ADDED_UP.contains(measure.kind()) && reports(layout(0), HOUSEHOLD_YEARS);
    }

    private double in(FinishedRun run, String measure, By by, int group) {
        int index = run.layout().index(measure);
        return switch (by) {
            case ZONE -> run.inZone(index, group);
            case FIFTH -> run.inFifth(index, group);
            case BOTH -> crossed.value(run.task(), measure, group);
        };
    }

    /** Writes the rows into a folder. */
    public static void write(Path folder, List<Row> rows) throws IOException {
        boolean overMembers = rows.stream().anyMatch(row -> row.answer().isPresent());
        StringBuilder text = new StringBuilder(
                overMembers
                        ? Csv.record(
                                "arm",
                                "by",
                                "group",
                                "measure",
                                "unit",
                                "members",
                                "base_median",
                                "median",
                                "p05",
                                "p95",
                                "share_positive",
                                "share_low",
                                "share_high")
                        : Csv.record(
                                "arm",
                                "by",
                                "group",
                                "measure",
                                "unit",
                                "n",
                                "base_mean",
                                "difference",
                                "ci_low",
                                "ci_high"));
        for (Row row : rows) {
            List<String> fields = new ArrayList<>(List.of(
                    row.arm(),
                    row.by().name().toLowerCase(Locale.ROOT),
                    row.group(),
                    row.measure().name(),
                    row.unit(),
                    Long.toString(row.n())));
            for (double value : new double[] {row.base(), row.change(), row.low(), row.high()}) {
                fields.add(Numbers.summaryOrEmpty(value));
            }
            row.answer().ifPresent(answer -> {
                fields.add(Numbers.summaryOrEmpty(answer.sharePositive()));
                fields.add(Numbers.summaryOrEmpty(answer.shareLow()));
                fields.add(Numbers.summaryOrEmpty(answer.shareHigh()));
            });
            text.append(Csv.record(fields.toArray(new String[0])));
        }
        AtomicFile.write(folder.resolve(FILE), text.toString());
    }
}
