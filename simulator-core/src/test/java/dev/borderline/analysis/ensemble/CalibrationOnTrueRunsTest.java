package dev.borderline.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.analysis.calibration.ErrorLaw;
import dev.borderline.analysis.calibration.FileEvaluationLog;
import dev.borderline.analysis.calibration.Likelihood;
import dev.borderline.analysis.calibration.Statistic;
import dev.borderline.analysis.calibration.Target;
import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.PriorSpace;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import dev.borderline.yaml.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Simulation-based calibration of the emulated fit on true runs: {@code historical} to the end of 2011. A truth is a member of the prior, its
 * record a run of it with all people and an error; ranks of the truths among draws of the fits must be uniform. Evaluations are kept in
 * {@code target}, so a test that was stopped goes on.
 */
@Tag("deep")
class CalibrationOnTrueRunsTest {
    private static final int TRUTHS = 24;
    private static final int DRAWS = 63;
    private static final double FALSE_ALARM = 1e-3;
    private static final double PEOPLE = 0.1;
    private static final double TOLERANCE = 1.2; // a factor either way: 95 % of the error
    private static final long TRUE_WORLDS = 7;
    private static final FitSettings SAMPLER = FitSettings.of(60, 6, 40, 42).movesEach(2);
    private static final WaveSettings SETTINGS = new WaveSettings(2, 150, SAMPLER);
    private static final Draws ERRORS = Draws.of(3, "test.true_errors", SubjectKind.FACTOR);
    private static final Path KEPT = Path.of("target/calibration-on-true-runs");

    /** Measures and years of the record; each nearly always has a value. */
    private static final List<Figure> FIGURES = List.of(
            new Figure("arrivals", 2009),
            new Figure("arrivals", 2011),
            new Figure("contact_share", 2010),
            new Figure("remitting_share", 2010),
            new Figure("commission_share", 2011),
            new Figure("bribe_mean_usd", 2010));

    /** Inputs whose ranks are looked at: attempts, base commission, needs, a call's value, stakes; and one that no figure tells. */
    private static final List<String> ROWS = List.of("Q37", "P91", "P74", "P16", "P60", "P79");

    private record Figure(String measure, int year) {
        Target target(double value) {
            return new Target(
                    measure + " " + year,
                    measure,
                    Statistic.of(measure, year, year),
                    value,
                    value / TOLERANCE,
                    value * TOLERANCE,
                    Target.Use.FIT,
                    "A",
                    new Likelihood(measure + " " + year, ErrorLaw.LOG_NORMAL, 0),
                    Mark.NONE);
        }
    }

    private static Scenario world(double share) {
        return Scenarios.named("historical").with(SimulatedModel.SHARE, share);
    }

    private static SimulatedModel model(double share, double[] record, long seed) {
        List<Target> targets = IntStream.range(0, FIGURES.size())
                .mapToObj(k -> FIGURES.get(k).target(record[k]))
                .toList();
        return SimulatedModel.of(world(share), PriorSpace.of(Scenarios.named("baseline")), targets, 1, seed, 2);
    }

    @Test
    void fit_ofTwentyFourTruths_isCalibrated() throws IOException {
        Files.createDirectories(KEPT);
        double[] ones = Arrays.stream(new double[FIGURES.size()]).map(zero -> 1).toArray();
        SimulatedModel allPeople = model(1, ones, TRUE_WORLDS);
        PriorDraws truths = new PriorDraws(allPeople, FitSettings.of(4, 2, 2, TRUE_WORLDS));
        String program = Simulation.run(world(PEOPLE), RunKey.of(1))
                .fingerprint()
                .toString(); // another model, other evaluations
        List<int[]> ranks = new ArrayList<>();
        for (int truth = 0; truth < TRUTHS; truth++) {
            double[] scores = truths.at(0, truth);
            double[] run = allPeople.predict(scores, truth).orElseThrow();
            ranks.add(ranks(program, scores, record(truth, run)));
        }
        RankCheck check = RankCheck.of(TRUTHS, DRAWS, FALSE_ALARM / ranks.get(0).length);
        for (int quantity = 0; quantity < ranks.get(0).length; quantity++) {
            int chosen = quantity;
            int[] of = ranks.stream().mapToInt(all -> all[chosen]).toArray();
            assertThat(check.holds(of))
                    .as("quantity " + quantity + ": " + Arrays.toString(of))
                    .isTrue();
        }
    }

    /** A record: the values of a run, each with an error. */
    private static double[] record(int truth, double[] run) {
        return IntStream.range(0, run.length)
                .mapToDouble(k -> {
                    Target target = FIGURES.get(k).target(run[k]);
                    double sd = target.sd(run[k]) / run[k];
                    return run[k] * StrictMath.exp(sd * ERRORS.normal(truth, k));
                })
                .toArray();
    }

    private static int[] ranks(String program, double[] scores, double[] record) throws IOException {
        SimulatedModel model = model(PEOPLE, record, 42);
        try (FileEvaluationLog log = FileEvaluationLog.open(KEPT.resolve("evaluations.csv"), model.subject(program))) {
            FitSample fit = EmulatedFit.of(model, SETTINGS).log(log).threads(2).run();
            EmulatedModel emulated = EmulatedModel.of(fit);
            double[] own =
                    quantities(emulated, scores, emulated.predict(scores, 0).orElseThrow());
            int[] ranks = new int[own.length];
            for (FitSample.FittedPoint draw : fit.thinned(DRAWS)) {
                double[] theirs = quantities(emulated, draw.scores(), draw.predicted());
                for (int i = 0; i < ranks.length; i++) {
                    ranks[i] += theirs[i] < own[i] ? 1 : 0;
                }
            }
            return ranks;
        }
    }

    private static double[] quantities(EmulatedModel model, double[] scores, double[] predicted) {
        List<Double> all = new ArrayList<>();
        ROWS.forEach(row -> all.add(scores[model.inputs().indexOf(row)]));
        Arrays.stream(predicted).forEach(all::add);
        all.add(model.logLikelihood(predicted));
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
