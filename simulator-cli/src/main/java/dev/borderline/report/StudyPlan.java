package dev.borderline.report;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.design.DesignPoint;
import dev.borderline.experiment.design.SaltelliLayout;
import dev.borderline.experiment.folder.SavedSweep;
import dev.borderline.experiment.store.Program;
import dev.borderline.policy.Move;
import dev.borderline.report.Cells.Cell;
import dev.borderline.scenario.Evidence;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.SweepDesign;
import dev.borderline.scenario.ensemble.Members;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Question and design of a result folder, as its manifest and design say. Immutable. */
final class StudyPlan {
    /** Designs whose points differ in one input at a time, or in every combination. Values can be followed along a line. */
    private static final Set<String> LINED = Set.of(SweepDesign.GRID, SweepDesign.ONE_AT_A_TIME);

    /** Designs whose points are drawn from the ranges at least as evenly as by chance. */
    private static final Set<String> DRAWN = Set.of(SweepDesign.LHS, SweepDesign.SOBOL);

    private final SavedSweep saved;
    private final Experiment experiment;
    private final List<DesignPoint> points;
    private final int reference;
    private final Evidence evidence = Evidence.shipped();

    StudyPlan(SavedSweep saved) {
        this.saved = saved;
        experiment = saved.sweep().experiment();
        Design design = experiment.design();
        points = IntStream.range(0, design.size()).mapToObj(design::point).toList();
        reference = nearestToBase();
    }

    /** Members that the study was run over; empty for one guess. */
    Optional<Members> members() {
        return experiment.members();
    }

    /** A few words. */
    String title() {
        String title = saved.sweep().heading().title();
        return title.isEmpty() ? base().title() : title;
    }

    /** Question to be answered; may be empty. */
    String question() {
        return saved.sweep().heading().question();
    }

    Experiment experiment() {
        return experiment;
    }

    /** The scenario that points and arms change. */
    Scenario base() {
        return experiment.base();
    }

    /** Paths of the inputs that vary. */
    List<String> factors() {
        return experiment.design().factors();
    }

    /** Kind of design, in the word of sweep files. */
    String kind() {
        return experiment.design().info().kind();
    }

    /** Number of settings tried. */
    int size() {
        return points.size();
    }

    /** Names of the alternatives, the first the one others are compared with. */
    List<String> arms() {
        return experiment.arms().stream().map(Arm::name).toList();
    }

    long seed() {
        return experiment.seed();
    }

    Program program() {
        return saved.program();
    }

    /** Words of the command that made the runs; may be empty. */
    List<String> command() {
        return saved.sweep().command();
    }

    /** Evidence on an input, with its source and grade. */
    Evidence.Row source(String path) {
        return evidence.of(path, base())
                .orElseThrow(() -> new IllegalStateException(path + " has no row in the tables of evidence"));
    }

    /** The moves of all policies of a cell. */
    List<Move> moves(Cell cell) {
        return experiment.scenario(cell.point(), cell.arm()).moves();
    }

    /** An input in words, with its grade. */
    String graded(String path) {
        return PlainNames.ofInput(path) + " · " + source(path).grade();
    }

    /** True if replication k uses common random numbers everywhere. */
    boolean sharesRandomNumbers() {
        return experiment.randomNumbers() == RandomNumbers.SHARED;
    }

    /** Common ground of the two runs of a pair, after the word. */
    String pairing() {
        return sharesRandomNumbers()
                ? "of runs of the same people with the same needs and the same random numbers"
                : "of runs, each with random numbers of its own";
    }

    /** The value of a factor at a point. */
    double value(int point, int factor) {
        return points.get(point).values().get(factor);
    }

    /** The values that a factor takes, rising. */
    List<Double> levels(int factor) {
        return points.stream()
                .map(point -> point.values().get(factor))
                .distinct()
                .sorted()
                .toList();
    }

    /** True when points are scattered, so that no two need to differ in a single input. */
    boolean isScattered() {
        return points.size() > 1 && !LINED.contains(kind());
    }

    /**
     * Points that a statement about the ranges may rest on, since none is chosen with an eye on another. All that were drawn, and
     * the rows of both base matrices of Saltelli's design. Empty where settings were chosen by hand, or walk from one to the next.
     */
    List<Integer> sample() {
        if (kind().equals(SweepDesign.SALTELLI)) {
            SaltelliLayout layout = SaltelliLayout.of(experiment.design());
            return IntStream.range(0, layout.basePoints())
                    .flatMap(row -> IntStream.of(layout.a(row), layout.b(row)))
                    .boxed()
                    .toList();
        }
        return DRAWN.contains(kind()) ? IntStream.range(0, size()).boxed().toList() : List.of();
    }

    /** The point nearest to the scenario as it stands, each factor in parts of its own range. */
    int reference() {
        return reference;
    }

    private int nearestToBase() {
        double[] ranges = IntStream.range(0, factors().size())
                .mapToDouble(factor -> {
                    List<Double> levels = levels(factor);
                    return Math.max(Double.MIN_NORMAL, levels.get(levels.size() - 1) - levels.get(0));
                })
                .toArray();
        return IntStream.range(0, points.size())
                .boxed()
                .min(Comparator.comparingDouble(point -> IntStream.range(0, ranges.length)
                        .mapToDouble(factor -> {
                            double own = base().value(factors().get(factor));
                            double apart = (value(point, factor) - own) / ranges[factor];
                            return apart * apart;
                        })
                        .sum()))
                .orElseThrow();
    }

    /** True when the reference point is the scenario as it stands. */
    boolean referenceIsOwn() {
        return IntStream.range(0, factors().size())
                .allMatch(factor ->
                        value(reference, factor) == base().value(factors().get(factor)));
    }

    /** The points at which only these factors differ from the reference, by their values in turn. */
    List<Integer> plane(Integer... free) {
        List<Integer> varied = List.of(free);
        Comparator<Integer> order = Comparator.comparingInt(point -> 0);
        for (int factor : varied) {
            order = order.thenComparingDouble(point -> value(point, factor));
        }
        return IntStream.range(0, points.size())
                .filter(point -> IntStream.range(0, factors().size())
                        .allMatch(
                                factor -> varied.contains(factor) || value(point, factor) == value(reference, factor)))
                .boxed()
                .sorted(order)
                .toList();
    }
}
