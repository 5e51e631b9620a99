package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.calibration.EvaluationLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Posterior of an expensive model: waves of true evaluations, and a tempered fit of their emulator.
 *
 * <p>The first wave evaluates points of the prior. Each further one evaluates points of the posterior that the emulator of those before
 * implies, where what the emulator does not know counts as error, and corrects it there (history matching in waves: P. S. Craig et al.,
 * "Pressure matching for hydrocarbon reservoirs", Case Studies in Bayesian Statistics 3 (1997) 37-93; Bayesian calibration: M. C.
 * Kennedy, A. O'Hagan, JRSS B 63 (2001) 425-464). The last emulator is fitted by {@link TemperedFit}. Each quarter of the points has
 * random numbers of its own, so the emulator is of the mean over them.
 *
 * <p>The fit is a pure function of model and settings, so one that was broken off goes the same way through its log.
 */
public final class EmulatedFit {
    private static final int QUADRATIC_MAX = 36;

    private final FigureModel model;
    private final WaveSettings settings;
    private EvaluationLog log = EvaluationLog.none();
    private int threads = 1;
    private Consumer<Progress> listener = progress -> {};

    /**
     * Progress of a fit.
     *
     * @param evaluations made or remembered
     * @param wave that is evaluated, from 1
     */
    public record Progress(int evaluations, int wave) {}

    private EmulatedFit(FigureModel model, WaveSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /** A fit on one thread without a log, unless set otherwise. */
    public static EmulatedFit of(FigureModel model, WaveSettings settings) {
        return new EmulatedFit(model, settings);
    }

    /** Log that keeps evaluations: by population, then scores. */
    public EmulatedFit log(EvaluationLog newLog) {
        log = newLog;
        return this;
    }

    /** Evaluations at a time. */
    public EmulatedFit threads(int number) {
        threads = number;
        return this;
    }

    /** Told after every evaluation. */
    public EmulatedFit onProgress(Consumer<Progress> told) {
        listener = told;
        return this;
    }

    /**
     * Samples the posterior; the sample's model is an {@link EmulatedModel}.
     *
     * @throws AnalysisRefused if the prior hardly ever allows a point, or too few points of a wave have a value for a figure
     */
    public FitSample run() {
        AtomicInteger evaluated = new AtomicInteger();
        AtomicInteger wave = new AtomicInteger(1);
        Runnable told = () -> listener.accept(new Progress(evaluated.incrementAndGet(), wave.get()));
        try (Evaluations evaluations = new Evaluations(model, log, threads, told)) {
            Emulator.Sample ofPrior = evaluated(prior(), evaluations);
            SurfaceBasis basis = basis(ofPrior);
            Emulator first = Emulator.of(model, basis, ofPrior);
            Emulator emulator = first;
            Emulator.Sample further = new Emulator.Sample(List.of(), List.of());
            for (int k = 1; k < settings.waves(); k++) {
                wave.incrementAndGet();
                FitSample sample = TemperedFit.of(new EmulatedModel(model, emulator), settings.between(k))
                        .run();
                further = further.and(evaluated(points(sample), evaluations));
                emulator = first.corrected(basis, further);
            }
            return TemperedFit.of(new EmulatedModel(model, emulator), settings.fit())
                    .run();
        }
    }

    private List<List<double[]>> prior() {
        PriorDraws draws = new PriorDraws(model, settings.fit());
        return IntStream.range(0, settings.fit().populations())
                .mapToObj(population -> IntStream.range(0, settings.points())
                        .mapToObj(particle -> draws.at(population, particle))
                        .toList())
                .toList();
    }

    private List<List<double[]>> points(FitSample sample) {
        int populations = settings.fit().populations();
        List<List<double[]>> points = new ArrayList<>();
        for (int population = 0; population < populations; population++) {
            points.add(new ArrayList<>());
        }
        List<FitSample.FittedPoint> thinned = sample.thinned(populations * settings.points());
        for (int i = 0; i < thinned.size(); i++) {
            points.get(i % populations).add(thinned.get(i).scores());
        }
        return points;
    }

    private Emulator.Sample evaluated(List<List<double[]>> points, Evaluations evaluations) {
        List<Point> asked = new ArrayList<>();
        for (int population = 0; population < points.size(); population++) {
            for (double[] scores : points.get(population)) {
                asked.add(new Point(scores, population));
            }
        }
        List<Optional<double[]>> found = evaluations.at(asked);
        List<double[]> run = new ArrayList<>();
        List<double[]> predicted = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (found.get(i).isPresent()) {
                run.add(asked.get(i).scores());
                predicted.add(found.get(i).orElseThrow());
            }
        }
        Emulator.Sample sample = new Emulator.Sample(run, predicted);
        checkDefined(sample, asked.size());
        return sample;
    }

    private void checkDefined(Emulator.Sample sample, int asked) {
        for (int k = 0; k < model.figures().size(); k++) {
            long defined =
                    Arrays.stream(sample.column(k)).filter(Double::isFinite).count();
            if (defined < asked / 2) {
                throw new AnalysisRefused(model.predictions().get(k) + " has a value at only " + defined + " of "
                        + asked + " points; make the target a check");
            }
        }
    }

    /** Squares and products of the inputs that linear regressions find to move the figures most, in standard deviations of each. */
    private SurfaceBasis basis(Emulator.Sample sample) {
        int inputs = model.inputs().size();
        Emulator linear = Emulator.of(model, new SurfaceBasis(inputs, new int[0]), sample);
        int[] strongest = IntStream.range(0, inputs)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer input) -> -linear.effect(input)))
                .limit(quadratic(sample.points().size()))
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
        return new SurfaceBasis(inputs, strongest);
    }

    /** Number of inputs whose squares and products are half as many as the points. */
    private static int quadratic(int points) {
        int number = 1;
        while (number < QUADRATIC_MAX && (number + 1) * (number + 2) <= points) {
            number++;
        }
        return number;
    }
}
