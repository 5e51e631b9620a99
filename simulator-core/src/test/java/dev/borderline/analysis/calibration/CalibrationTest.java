package dev.borderline.analysis.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.Runner;
import dev.borderline.experiment.compare.Replications;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.measure.Measure;
import dev.borderline.mechanism.Bench;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Tally;
import dev.borderline.yaml.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {
    private static final String NEEDS = "needs.rate_mean_per_year";
    private static final String VALUE = "calling.value_mean_usd";
    private static final String STAKE = "settlement.stake_per_income_year";
    private static final Range NEEDS_RANGE = Range.linear(1, 4);
    private static final Range VALUE_RANGE = Range.linear(50, 500);

    @TempDir
    private Path folder = Path.of("");

    private static final Scenario SMALL = people(500);

    /** Runs that targets are made from, by scenario and seed; several tests aim at the same. */
    private static final Map<List<Object>, List<FinishedRun>> RUNS = new ConcurrentHashMap<>();

    /** Two years of a small people. */
    private static Scenario people(int households) {
        LocalDate start = LocalDate.of(2009, 1, 1);
        return Scenarios.named("tightening-2015")
                .with(Bench.households(households))
                .with(new SimulatedPeriod(start, start.plusYears(2)));
    }

    /** Targets that the model itself produces at some values, with the chance of its runs as tolerance. */
    private static List<Target> targets(Scenario truth, long seed, String... statistics) {
        List<FinishedRun> runs = RUNS.computeIfAbsent(
                List.of(truth.sha256(), seed),
                absent -> Replications.of(truth).count(20).seed(seed).run().runs());
        List<Target> targets = new ArrayList<>();
        for (String text : statistics) {
            Statistic statistic = Statistic.of(text, 2009, 2010);
            Tally tally = new Tally();
            runs.forEach(run -> tally.add(statistic.of(run)));
            double half = 1.959963984540054 * tally.standardError();
            targets.add(new Target(
                    text,
                    text,
                    statistic,
                    tally.mean(),
                    tally.mean() - half,
                    tally.mean() + half,
                    Target.Use.FIT,
                    "A"));
        }
        return targets;
    }

    private static Calibration calibration(List<Target> targets, long seed) {
        return calibration(SMALL, targets, seed);
    }

    private static Calibration calibration(Scenario scenario, List<Target> targets, long seed) {
        return Calibration.of(scenario, targets)
                .vary(NEEDS, NEEDS_RANGE)
                .vary(VALUE, VALUE_RANGE)
                .replications(2)
                .finalReplications(10)
                .budget(60)
                .seed(seed);
    }

    /**
     * A truth is fitted again inside the stated intervals of 95 %. With right intervals each of two misses with probability .05;
     * what may be outside is stated with its probability. The tolerances are a thousandth of the range, so the search needs a budget
     * to find the bottom of a narrow valley.
     */
    private static void assertRecovered(Scenario scenario, int seeds, int budget, int missesMax) {
        int misses = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            Map<String, Double> truth =
                    Map.of(NEEDS, NEEDS_RANGE.at((seed * 0.37) % 1), VALUE, VALUE_RANGE.at((seed * 0.61) % 1));
            List<Target> targets =
                    targets(scenario.with(truth), 1_000 + seed, "needs", "contact_share", "call_minutes_mean");
            Fit fit = calibration(scenario, targets, seed).budget(budget).run();
            for (Fit.OfParameter of : fit.parameters()) {
                double was = of.parameter().valueIn(scenario.with(truth));
                misses += of.interval().contains(was) ? 0 : 1;
            }
        }
        assertThat(misses).as("outside, of %d", 2 * seeds).isLessThanOrEqualTo(missesMax);
    }

    /**
     * Two seeds, four parameters: three or more outside has probability 5e-4, whatever the people. Intervals too short are seen as
     * with more people, since they shrink together with what they must hold; a bias of the fit has to be larger.
     */
    @Test
    void fit_syntheticTruth_recovered() {
        assertRecovered(SMALL, 2, 60, 2);
    }

    @Test
    @Tag("deep")
    void fit_twentySyntheticTruths_recovered() {
        assertRecovered(people(1_500), 20, 250, 7); // of 40: 8 or more has probability 8e-4
    }

    /** Targets that are only to check cannot move the fit: not by their value, not by being there. */
    @Test
    void fit_checksOfAnyValue_sameParameters() {
        List<Target> fitted = targets(SMALL, 7, "needs", "contact_share");
        Target good = targets(SMALL, 7, "call_minutes_mean").get(0);
        Target absurd = new Target("absurd", "absurd", good.statistic(), 1e6, 1e6 - 1, 1e6 + 1, Target.Use.CHECK, "A");
        List<Target> withCheck = new ArrayList<>(fitted);
        withCheck.add(absurd);

        Fit alone = calibration(fitted, 3).budget(12).finalReplications(2).run();
        Fit checked = calibration(withCheck, 3).budget(12).finalReplications(2).run();

        assertThat(checked.values()).isEqualTo(alone.values());
        assertThat(checked.parameters()).isEqualTo(alone.parameters());
        assertThat(checked.targets().get(2).inside()).isFalse();
        assertThat(checked.targets().get(2).reason()).isEqualTo("a check: never fitted");
    }

    /** The past of points that differ in dated moves alone is simulated once; the fit knows nothing of it. */
    @Test
    void fit_ofADatedMove_isThatOfRunsMadeFromTheirStart() {
        String moves = "policies.surveillance.coverage";
        Scenario scenario = SMALL.with("population.resettled_refugees", 300)
                .with(Policy.of("more", Move.set(LocalDate.of(2010, 3, 1), "surveillance.coverage", 0.3)));
        List<Target> targets = targets(scenario.withMoves(move -> move.to(0.6)), 5, "contact_share", "needs");
        Calibration shared = Calibration.of(scenario, targets)
                .vary(moves, Range.linear(0.2, 0.9))
                .replications(2)
                .finalReplications(2)
                .budget(8);

        Fit fit = shared.run();

        assertThat(fit)
                .usingRecursiveComparison()
                .isEqualTo(shared.runner(Runner::withoutSharing).run());
        assertThat(fit.parameters().get(0).value()).isNotEqualTo(0.3);
    }

    /** An input that no target depends on keeps all of its ignorance, one that a target measures loses nearly all. */
    @Test
    void ignorance_ofWhatNoTargetSees_stays() {
        Fit fit = Calibration.of(
                        SMALL.with("levers.surveillance.coverage", 0)
                                .with("levers.surveillance.informants_per_year", 0),
                        targets(SMALL, 5, "needs"))
                .vary(NEEDS, NEEDS_RANGE)
                .vary(STAKE, Range.linear(0.2, 1))
                .replications(2)
                .finalReplications(2)
                .budget(20)
                .run();

        assertThat(fit.parameters().get(0).ignorance()).isLessThan(0.2);
        assertThat(fit.parameters().get(0).identified()).isTrue();
        assertThat(fit.parameters().get(1).ignorance()).isCloseTo(1, within(1e-9));
    }

    /** Broken off and begun again with the same file, a calibration ends as if nothing had happened. */
    @Test
    void log_tornAndResumed_sameFit() throws IOException {
        List<Target> targets = targets(SMALL, 5, "needs", "contact_share");
        Calibration calibration = calibration(targets, 3).budget(10).finalReplications(2);
        EvaluationSubject subject = calibration.subject("program");
        Path file = folder.resolve("evaluations.csv");
        Fit whole = calibration.run();
        try (FileEvaluationLog log = FileEvaluationLog.open(file, subject)) {
            calibration.log(log).run();
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        try (FileEvaluationLog log = FileEvaluationLog.open(file, subject)) {
            assertThat(log.size()).isBetween(1, 10);
            Fit resumed = calibration.log(log).run();
            assertThat(resumed.values()).isEqualTo(whole.values());
            assertThat(resumed.parameters()).isEqualTo(whole.parameters());
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    /** A parabola with a valley across the axes, whose minimum is known. */
    @Test
    void search_rotatedParabola_findsMinimum() {
        double[] found = new CmaSearch(400, 1)
                .minimise(
                        u -> StrictMath.pow(u[0] + u[1] - 1, 2) + 100 * StrictMath.pow(u[0] - u[1] - 0.4, 2),
                        new double[] {0.1, 0.9});

        assertThat(found[0]).isCloseTo(0.7, within(0.02));
        assertThat(found[1]).isCloseTo(0.3, within(0.02));
    }

    /** With statistics that are linear in the places the posterior is exact: s = 3 u, sd .2, prior variance 1/12. */
    @Test
    void posterior_linearModel_closedForm() {
        Target target = new Target(
                "t",
                "t",
                Statistic.of("needs", 2009, 2009),
                1.5,
                1.5 - 0.2 * 1.959963984540054,
                1.5 + 0.2 * 1.959963984540054,
                Target.Use.FIT,
                "A");
        LocalPosterior posterior = LocalPosterior.at(
                new double[] {0.5},
                new LocalPosterior.Figures(List.of(target), List.of(0.0009)), // of the model's chance
                u -> List.of(3 * u[0]));
        double sd = Math.sqrt(0.2 * 0.2 + 0.0009);
        double variance = 1 / (StrictMath.pow(3 / sd, 2) + 12);

        assertThat(posterior.ignorance(0)).isCloseTo(Math.sqrt(variance * 12), within(1e-12));
        assertThat(posterior.interval(0).high())
                .isCloseTo(0.5 + 1.959963984540054 * Math.sqrt(variance), within(1e-12));
        assertThat(posterior.leverage(0)).isCloseTo(3 / sd, within(1e-9));
    }

    /** The last move takes the value, the others keep their share of the way; the rest of the scenario stays. */
    @Test
    void parameter_ofMoves_rescalesThem() {
        Scenario historical = Scenarios.named("historical");
        double first = historical.value("levers.border.fortification");
        List<Double> before = fortification(historical);
        double last = before.get(before.size() - 1);

        Scenario moved = Parameter.apply(Map.of("policies.border.fortification", 0.8), historical);
        List<Double> after = fortification(moved);

        assertThat(new Parameter("policies.border.fortification", NEEDS_RANGE).valueIn(moved))
                .isEqualTo(0.8);
        for (int i = 0; i < after.size(); i++) {
            double share = (before.get(i) - first) / (last - first);
            assertThat(after.get(i)).isCloseTo(first + share * (0.8 - first), within(1e-12));
        }
        assertThat(moved.values()).isEqualTo(historical.values());
        assertThat(moved.moves()).hasSameSizeAs(historical.moves());
    }

    /** One target, and the only parameter that moves it is held by the end of its range: no word of other targets. */
    @Test
    void reason_parameterAtTheEndOfItsRange_saysSo() {
        Target far = targets(SMALL.with(NEEDS, 4), 7, "needs").get(0);

        Fit fit = Calibration.of(SMALL, List.of(far))
                .vary(NEEDS, Range.linear(1, 2))
                .replications(2)
                .finalReplications(2)
                .budget(30)
                .run();

        assertThat(fit.targets().get(0).reason())
                .isEqualTo(NEEDS + " is at the end of its range, beyond which it would come nearer");
    }

    /** A lonely target that is missed inside the range is not blamed on others. */
    @Test
    void reason_withoutOtherTargets_namesNone() {
        Fit.Hold alone = new Fit.Hold(3, List.of(), false);
        Fit.OfTarget missed =
                new Fit.OfTarget(targets(SMALL, 7, "needs").get(0), 0, 0, new Interval(0, 1, 0.95), alone);

        assertThat(missed.reason()).doesNotContain("other targets").contains("middle of their ranges");
    }

    /** No point that contradicts itself is ever the fit, however far the others are. */
    @Test
    void search_contradictionNextToVeryFarPoints_endsAtOneThatIsValid() {
        Scenario base = SMALL;
        Target absurd = new Target(
                "x", "x", Statistic.of("needs", 2009, 2009), 1e-9, 1e-9 - 1e-12, 1e-9 + 1e-12, Target.Use.FIT, "A");

        Fit fit = Calibration.of(base, List.of(absurd))
                .vary("levers.sanctions.training_months_min", Range.linear(0.5, 12))
                .vary("levers.sanctions.training_months_max", Range.linear(0.5, 12))
                .replications(2)
                .finalReplications(2)
                .budget(12)
                .run();

        assertThat(fit.distance()).isGreaterThan(1e9);
    }

    private static List<Double> fortification(Scenario scenario) {
        return scenario.moves().stream()
                .filter(move -> move.lever().equals("border.fortification"))
                .map(Move::value)
                .toList();
    }

    @Test
    void statistic_forms_valuesOfARun() {
        FinishedRun run = Replications.of(SMALL).count(1).run().runs().get(0);
        int needs = run.layout().index("needs");
        double first = run.inYear(needs, 0);
        double second = run.inYear(needs, 1);

        assertThat(Statistic.of("needs", 2009, 2010).of(run)).isEqualTo((first + second) / 2);
        assertThat(Statistic.of("needs", 2009, 2009)
                        .in(TargetUnit.of("thousand needs"))
                        .of(run))
                .isEqualTo(first / 1_000);
        assertThat(Statistic.of("needs[2010] / needs[2009]", 2009, 2010).of(run))
                .isEqualTo(second / first);
        assertThat(Statistic.of("slope of ln needs on ln needs", 2009, 2010).of(run))
                .isCloseTo(1, within(1e-12));
        assertThatThrownBy(() -> Statistic.of("needs per year", 2009, 2009)).hasMessageContaining("is no statistic");
        assertThatThrownBy(() -> Statistic.of("needs", 2012, 2012).of(run)).hasMessageContaining("2012");
    }

    @Test
    void targets_shipped_readAndNameMeasures() throws IOException {
        String table = Files.readString(Path.of("..", "seeds", "evidence", "targets.csv"));
        List<Target> targets = Targets.read("targets.csv", table);
        List<String> known = Simulation.of(Scenarios.named("historical")).measures().stream()
                .map(Measure::name)
                .collect(Collectors.toList());

        assertThat(targets)
                .hasSize((int) table.lines().count() - 1)
                .allSatisfy(target ->
                        assertThat(known).containsAll(target.statistic().measures()));
    }

    @Test
    void targets_faulty_refusedWithPlace() {
        String head = "id,target,measure,first_year,last_year,value,low,high,unit,use,grade\n";

        assertThatThrownBy(() -> Targets.read("t.csv", head + "T1,x,needs,2009,2009,5,1,9,1,fits,A\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("t.csv:2:30")
                .hasMessageContaining("it is fit, check or report");
        assertThatThrownBy(() -> Targets.read("t.csv", head + "T1,x,needs,2009,2009,5,6,9,1,fit,A\n"))
                .hasMessageContaining("between low and high");
        assertThatThrownBy(() -> Targets.read("t.csv", head + "T1,x,needs,2009\n"))
                .hasMessageContaining("4 fields instead of 11");
        assertThatThrownBy(() -> Targets.read("t.csv", "id\n")).hasMessageContaining("column is missing");
    }
}
