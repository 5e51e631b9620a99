package dev.borderline.experiment;

import dev.borderline.experiment.store.RunStore;

/** Runs of a search. Experiments made one after another, whose runs go on from the past of earlier ones where it is the same. */
public final class SearchRuns {
    private final EarlierPasts pasts;

    /** Runs of which none has been made yet. */
    public SearchRuns() {
        this(new EarlierPasts());
    }

    SearchRuns(EarlierPasts pasts) {
        this.pasts = pasts;
    }

    /** A runner as {@link Runner#of}, whose runs go on from earlier ones unless sharing is switched off. */
    public Runner runner(Experiment experiment, RunStore store) {
        Runner runner = Runner.of(experiment, store);
        return SharedPasts.isSmall(experiment) ? runner.after(pasts) : runner;
    }
}
