package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.calibration.EvaluationLog;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Waste-free sequential Monte Carlo by tempering: a sample of the posterior of a {@link FittedModel}.
 *
 * <p>Several populations of particles begin as samples of the prior. The likelihood comes in by degrees, to powers t from 0 to 1, each
 * as far as the effective sample size allows (P. Del Moral, A. Doucet, A. Jasra, "Sequential Monte Carlo samplers", JRSS B 68 (2006)
 * 411-436). At each t a few particles are resampled, chains of Markov moves start from them, and every state of the chains is a particle
 * of the next population: nothing that was evaluated is thrown away (H.-D. Dau, N. Chopin, "Waste-free sequential Monte Carlo", JRSS B 84
 * (2022) 114-148). Moves are those of {@link Moves}; their scale follows the acceptance. At the
 * last temperature chains run twice: once more from the first ones' states, with the law of the proposals estimated anew and a fixed
 * scale. Those alone are the sample.
 *
 * <p>Populations share no draw and, in a simulation, no random numbers; they share the temperatures, the screening and the law of the
 * proposals, which are estimated from all of them.
 *
 * <p>The walk is a pure function of model and settings, so one that was broken off walks the same way through its log.
 */
public final class TemperedFit {
    private final FittedModel model;
    private final FitSettings settings;
    private EvaluationLog log = EvaluationLog.none();
    private int threads = 1;
    private Consumer<Progress> listener = progress -> {};

    /**
     * Progress of a fit.
     *
     * @param evaluations made or remembered
     * @param temperature inverse temperature that is worked at
     */
    public record Progress(int evaluations, double temperature) {}

    /**
     * One temperature of a fit.
     *
     * @param inverse power of the likelihood
     * @param acceptance share of the moves accepted, in the population where it is least
     * @param scale of the moves at its end
     */
    public record Temperature(double inverse, double acceptance, double scale) {}

    private TemperedFit(FittedModel model, FitSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /** A fit on one thread without a log, unless set otherwise. */
    public static TemperedFit of(FittedModel model, FitSettings settings) {
        return new TemperedFit(model, settings);
    }

    /** Log that keeps evaluations: by population, then scores. */
    public TemperedFit log(EvaluationLog newLog) {
        log = newLog;
        return this;
    }

    /** Evaluations at a time. */
    public TemperedFit threads(int number) {
        threads = number;
        return this;
    }

    /** Told after every evaluation. */
    public TemperedFit onProgress(Consumer<Progress> told) {
        listener = told;
        return this;
    }

    /**
     * Samples the posterior.
     *
     * @throws AnalysisRefused if the prior hardly ever allows a point, or no particle of a population explains the record at all
     */
    public FitSample run() {
        AtomicInteger evaluated = new AtomicInteger();
        TemperedWalk walk = new TemperedWalk(model, settings);
        Runnable told = () -> listener.accept(new Progress(evaluated.incrementAndGet(), walk.inverse()));
        try (Evaluations evaluations = new Evaluations(model, log, threads, told)) {
            return walk.run(evaluations);
        }
    }
}
