package dev.borderline.analysis.selection;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.Estimate;
import dev.borderline.analysis.JsonNumbers;
import dev.borderline.analysis.Objective;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.compare.RunsFailed;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.measure.Measure;
import dev.borderline.simulation.Simulation;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Selection of the best arm of an experiment, with no more runs than that takes. It goes replication by replication, on the same
 * people with common random numbers, until {@link KimNelson} is left with one.
 *
 * <pre>{@code
 * Objective objective = Objective.of(experiment.simulation(0, 0).measures(), "contact_share", true);
 * BestArm.Selection selection = BestArm.of(experiment, objective, new KimNelson.Settings(0.05, 0.01, 10, true)).run();
 * selection.selected();
 * }</pre>
 *
 * <p>Runs are made in batches that many threads can share; they are looked at one replication after the other, so the selection does
 * not depend on batches or threads, and at most a batch of runs is made in vain. The design must have a single point. Set up by one
 * thread and run once.
 */
public final class BestArm {
    private static final int BATCH_SHARE = 5; // of the rounds so far

    private final Experiment experiment;
    private final Objective objective;
    private final KimNelson.Settings settings;
    private final List<Simulation> simulations;
    private int maxRounds = 10_000;
    private UnaryOperator<Runner> setUp = UnaryOperator.identity();
    private Consumer<KimNelson> listener = state -> {};

    /**
     * Result of a selection.
     *
     * @param objective what is better
     * @param settings what was asked
     * @param rounds replications that were looked at
     * @param selected name of the best arm; null if the rounds did not suffice
     * @param arms in the order of the experiment
     */
    public record Selection(
            Objective objective,
            KimNelson.Settings settings,
            int rounds,
            @Nullable String selected,
            List<OfArm> arms) {
        public Selection {
            arms = List.copyOf(arms);
        }

        /** State of a selection among the arms of an experiment, as its result. */
        static Selection of(Experiment experiment, Objective objective, KimNelson.Settings settings, KimNelson state) {
            List<String> names = experiment.arms().stream().map(Arm::name).toList();
            List<OfArm> arms = new ArrayList<>();
            for (int arm = 0; arm < names.size(); arm++) {
                int own = arm;
                KimNelson.Elimination gone = state.eliminated().stream()
                        .filter(elimination -> elimination.system() == own)
                        .findFirst()
                        .orElse(null);
                arms.add(new OfArm(
                        names.get(arm),
                        state.tally(arm).n(),
                        state.tally(arm).mean(),
                        state.tally(arm).sd(),
                        gone == null ? 0 : gone.rounds(),
                        gone == null ? "" : names.get(gone.by())));
            }
            String selected = state.isDecided() ? names.get(state.selected()) : null;
            return new Selection(objective, settings, state.rounds(), selected, arms);
        }

        /** Measure of the objective. */
        public Measure measure() {
            return objective.measure();
        }

        /** Members of the JSON object of a selection; their shape is described in docs/sensitivity.md. */
        public void write(JsonWriter json) {
            json.key("measure").value(measure().name());
            json.key("unit").value(measure().unit());
            json.key("better").value(objective.largest() ? "more" : "less");
            json.key("alpha").value(settings.alpha());
            json.key("indifference").value(settings.indifference());
            json.key("rounds").value(rounds).key("selected");
            if (selected == null) {
                json.nullValue();
            } else {
                json.value(selected);
            }
            json.key("arms").beginArray();
            for (OfArm arm : arms) {
                json.beginObject().key("name").value(arm.name()).key("runs").value(arm.runs());
                JsonNumbers.write(json, "mean", arm.estimate());
                JsonNumbers.write(json, "sd", arm.sd());
                if (arm.goneAfter() > 0) {
                    json.key("gone_after").value(arm.goneAfter()).key("gone_by").value(arm.goneBy());
                }
                json.endObject();
            }
            json.endArray();
        }
    }

    /**
     * One arm.
     *
     * @param name its name
     * @param runs replications before it was decided about
     * @param mean of the measure over those; the mean of what was selected errs to the good side
     * @param sd standard deviation
     * @param goneAfter rounds after which it went; 0 if it stayed
     * @param goneBy name of the arm that was clearly better; empty if it stayed
     */
    public record OfArm(String name, long runs, double mean, double sd, int goneAfter, String goneBy) {
        /** The mean with Student's 95 % interval, as if the number of runs had been fixed before. */
        public Estimate estimate() {
            double half = Intervals.studentFactor(runs, MeasureSummary.CONF_LEVEL) * sd / Math.sqrt((double) runs);
            return new Estimate(mean, new Interval(mean - half, mean + half, MeasureSummary.CONF_LEVEL));
        }
    }

    private BestArm(Experiment experiment, Objective objective, KimNelson.Settings settings) {
        this.experiment = experiment;
        this.objective = objective;
        this.settings = settings;
        simulations = new ArrayList<>();
        for (int arm = 0; arm < experiment.arms().size(); arm++) {
            simulations.add(experiment.simulation(0, arm));
        }
    }

    /**
     * A search among the arms of an experiment; its number of replications does not matter.
     *
     * @throws AnalysisRefused if there is a single arm or more than one point, or alpha fits no selection among so many
     */
    public static BestArm of(Experiment experiment, Objective objective, KimNelson.Settings settings) {
        check(experiment, objective, settings);
        return new BestArm(experiment, objective, settings);
    }

    /** Refuses what {@link #of} refuses. */
    static void check(Experiment experiment, Objective objective, KimNelson.Settings settings) {
        if (experiment.arms().size() < 2 || experiment.design().size() > 1) {
            throw new AnalysisRefused(experiment.arms().size() + " arms at "
                    + experiment.design().size() + " points: selection needs two arms or more, at one point");
        }
        if (objective.largest() != settings.largest()) {
            throw new IllegalArgumentException("the objective and the settings differ in what is better");
        }
        try {
            KimNelson.check(experiment.arms().size(), settings);
        } catch (IllegalArgumentException e) {
            throw new AnalysisRefused(String.valueOf(e.getMessage()));
        }
    }

    /** Most rounds to make, 10,000 unless set. */
    public BestArm maxRounds(int number) {
        if (number < settings.firstRounds()) {
            throw new AnalysisRefused(
                    number + " rounds at most: the first look is after " + settings.firstRounds() + " rounds");
        }
        maxRounds = number;
        return this;
    }

    /** Sets threads or cancelling: {@code runner -> runner.threads(2)}. */
    public BestArm runner(UnaryOperator<Runner> change) {
        setUp = change;
        return this;
    }

    /** Told after every round. */
    public BestArm onRound(Consumer<KimNelson> told) {
        listener = told;
        return this;
    }

    /**
     * Makes runs until one arm is left, or the rounds are used up, or the runner is called off.
     *
     * @throws RunsFailed if any broke off
     * @throws AnalysisRefused if the measure has no value in a run, or an arm has no such measure
     */
    public Selection run() {
        KimNelson state = new KimNelson(simulations.size(), settings);
        for (Simulation simulation : simulations) {
            Objective.of(simulation.measures(), objective.measure().name(), objective.largest());
        }
        boolean goesOn = true;
        while (goesOn && !state.isDecided() && state.rounds() < maxRounds) {
            int batch = state.rounds() == 0 ? settings.firstRounds() : 1 + state.rounds() / BATCH_SHARE;
            goesOn = add(state, Math.min(batch, maxRounds - state.rounds()));
        }
        return Selection.of(experiment, objective, settings, state);
    }

    /** Makes rounds and looks at them one by one; false if some were called off. */
    private boolean add(KimNelson state, int rounds) {
        List<Integer> arms = state.left();
        int done = state.rounds();
        Experiment made = experiment.fixed(done + rounds).with(RandomNumbers.SHARED);
        MemoryStore store = new MemoryStore(made.tasks());
        List<FailedRun> failures = new ArrayList<>();
        double[][] values = new double[rounds][simulations.size()];
        try {
            setUp.apply(Runner.of(made, store))
                    .only(task -> task.replication() >= done && arms.contains(task.arm()))
                    .run();
            store.forEach(run -> take(run, values[run.task().replication() - done], failures));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no disk to fail
        }
        if (!failures.isEmpty()) {
            throw new RunsFailed(failures);
        }
        boolean complete = store.size() == rounds * arms.size();
        for (int round = 0; complete && round < rounds && !state.isDecided(); round++) {
            double[] byArm = values[round];
            state.add(state.left().stream().mapToDouble(arm -> byArm[arm]).toArray());
            listener.accept(state);
        }
        return complete;
    }

    private void take(RunRecord run, double[] values, List<FailedRun> failures) {
        if (run instanceof FailedRun failed) {
            failures.add(failed);
        } else if (run instanceof FinishedRun finished) {
            double value =
                    finished.value(finished.layout().index(objective.measure().name()));
            if (Double.isNaN(value)) {
                throw new AnalysisRefused(
                        objective.measure().name() + " has no value in a run: what it is divided by is 0 there");
            }
            values[run.task().arm()] = value;
        }
    }
}
