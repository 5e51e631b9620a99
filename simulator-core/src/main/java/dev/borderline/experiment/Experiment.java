package dev.borderline.experiment;

import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.random.RunKeys;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.SweepFile;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.simulation.ControllerFactory;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Simulation;
import dev.borderline.text.Numbers;
import dev.borderline.text.TextDigest;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Experiment to be run: a scenario, settings of some inputs, alternatives, and numbers of replications. Immutable.
 *
 * @param base the scenario that points and arms change
 * @param design settings to try
 * @param arms alternatives tried at every setting, with distinct names
 * @param replications runs of each cell, a pair of a point and an arm
 * @param seed master seed
 * @param outcomes measures that tables for people show, by name; empty for all. Files hold all of them
 * @param randomNumbers common to all cells, or independent
 * @param stopping what decides how many replications a cell has, at most {@code replications}; else each has as many
 * @param by calendar periods that runs keep measures of
 * @param members of an ensemble that every cell is run over; {@code replications} are then those of all members together
 */
public record Experiment(
        Scenario base,
        Design design,
        List<Arm> arms,
        int replications,
        long seed,
        List<String> outcomes,
        RandomNumbers randomNumbers,
        Optional<StoppingRule> stopping,
        Granularity by,
        Optional<Members> members) {
    /** Outcomes that stand for all in tables and stopping rules. */
    public static final int FEW = 4;

    private static final int POINTS_CHECKED_MAX = 1000;
    private static final String CANONICAL_FORM = "borderline experiment 1";

    public Experiment {
        arms = List.copyOf(arms);
        outcomes = List.copyOf(outcomes);
        Set<String> names = new HashSet<>();
        for (Arm arm : arms) {
            if (!names.add(arm.name())) {
                throw new IllegalArgumentException("two arms are called " + arm.name());
            }
        }
        var unused = new TaskSpace(design.size(), arms.size(), replications);
        if (members.isPresent()) {
            checkMembers(members.get(), replications, randomNumbers, stopping);
        }
    }

    private static void checkMembers(
            Members members, int replications, RandomNumbers randomNumbers, Optional<StoppingRule> stopping) {
        if (stopping.isPresent()) {
            throw new IllegalArgumentException(
                    "a precision is of chance, which members are not: ask for more members, or"
                            + " for more replications of each");
        }
        if (randomNumbers != RandomNumbers.SHARED) {
            throw new IllegalArgumentException(
                    "members share their chance with nobody, and their arms share it: the random-number scheme"
                            + " cannot be independent as well");
        }
        if (replications != members.replications()) {
            throw new IllegalArgumentException(
                    replications + " replications; " + members + ", are " + members.replications());
        }
    }

    /** An experiment with a fixed number of replications and common random numbers (CRN). */
    public Experiment(
            Scenario base, Design design, List<Arm> arms, int replications, long seed, List<String> outcomes) {
        this(
                base,
                design,
                arms,
                replications,
                seed,
                outcomes,
                RandomNumbers.SHARED,
                Optional.empty(),
                Granularity.YEAR,
                Optional.empty());
    }

    /** The experiment of a sweep file. Throws {@link InvalidInput} if a point that was drawn and an arm do not go together. */
    public static Experiment of(SweepFile sweep) {
        List<Arm> arms = sweep.arms().stream().map(Arm::of).toList();
        Experiment fixed = new Experiment(
                sweep.scenario(), Design.of(sweep), arms, sweep.replications(), sweep.seed(), sweep.outcomes());
        RandomNumbers randomNumbers = sweep.chance().independent() ? RandomNumbers.INDEPENDENT : RandomNumbers.SHARED;
        Experiment experiment = fixed.with(randomNumbers).with(StoppingRules.of(sweep));
        experiment.checkCells(sweep.varied());
        return experiment;
    }

    /** Up to a thousand points; those beyond fail when they are run. One fault is enough: neighbours are often bad too. */
    private void checkCells(Mark varied) {
        for (int point = 0; point < Math.min(POINTS_CHECKED_MAX, design.size()); point++) {
            for (int arm = 0; arm < arms.size(); arm++) {
                try {
                    scenario(point, arm);
                } catch (InvalidInput refusal) {
                    throw refusal.at(varied, "vary", "at point " + point + ", arm " + arms.get(arm) + ": ");
                }
            }
        }
    }

    /** All its runs. */
    public TaskSpace tasks() {
        return new TaskSpace(design.size(), arms.size(), replications);
    }

    /** The scenario of a cell. */
    public Scenario scenario(int point, int arm) {
        return arms.get(arm).applyTo(base, design.point(point).settings());
    }

    /** The scenario of a run: that of its cell, as its member has it. */
    public Scenario scenario(Task task) {
        Scenario ofCell = scenario(task.point(), task.arm());
        return members.map(all -> all.applyTo(ofCell, all.memberOf(task.replication())))
                .orElse(ofCell);
    }

    /**
     * Names of the outcomes asked for; where none are, of those that stand for all, as measures declare.
     *
     * @param most how many of the latter
     */
    public List<String> leadingOutcomes(int most) {
        return outcomes.isEmpty() ? MeasureGroup.leading(simulation(0, 0).measures(), most) : outcomes;
    }

    /** The scenario of a cell made ready to run, with the controllers of its arm. */
    public Simulation simulation(int point, int arm) {
        return withControllers(Simulation.of(scenario(point, arm)), arm);
    }

    /** The scenario of a run made ready, with the controllers of its arm. */
    public Simulation simulation(Task task) {
        return simulation(task, Simulation::of);
    }

    /** As {@link #simulation(Task)}, where {@code ready} makes a scenario ready. */
    Simulation simulation(Task task, Function<Scenario, Simulation> ready) {
        return withControllers(ready.apply(scenario(task)), task.arm());
    }

    private Simulation withControllers(Simulation plain, int arm) {
        Simulation simulation = plain.with(arms.get(arm).controllers().toArray(new ControllerFactory[0]));
        return by == Granularity.MONTH ? simulation.byMonth() : simulation;
    }

    /** Replications that have one scenario: of a member, or all. */
    int replicationsOfScenario() {
        return members.map(Members::replicationsEach).orElse(replications);
    }

    /** Key of a task's random numbers: never of its point or arm, unless cells are to be independent. */
    public RunKey key(Task task) {
        return randomNumbers.key(this, task);
    }

    /** This experiment with another number of replications; a store of the one serves the other. */
    public Experiment withReplications(int number) {
        Optional<Members> some = members.map(all -> all.ofReplications(number));
        return new Experiment(base, design, arms, number, seed, outcomes, randomNumbers, stopping, by, some);
    }

    /** This experiment with a fixed number of replications, whatever rule it had. */
    public Experiment fixed(int number) {
        Optional<Members> some = members.map(all -> all.ofReplications(number));
        return new Experiment(base, design, arms, number, seed, outcomes, randomNumbers, Optional.empty(), by, some);
    }

    /** This experiment over the members of an ensemble, so many replications each. */
    public Experiment with(Members all) {
        return new Experiment(
                base, design, arms, all.replications(), seed, outcomes, randomNumbers, stopping, by, Optional.of(all));
    }

    /** This experiment over another scenario, with other settings and another seed. */
    public Experiment with(Scenario scenario, Design settings, long master) {
        return new Experiment(
                scenario, settings, arms, replications, master, outcomes, randomNumbers, stopping, by, members);
    }

    /** This experiment with common or independent random numbers. */
    public Experiment with(RandomNumbers other) {
        return new Experiment(base, design, arms, replications, seed, outcomes, other, stopping, by, members);
    }

    /** This experiment with measures kept by month too, or not. Runs are the same to the last event, but their records are not. */
    public Experiment with(Granularity granularity) {
        return new Experiment(
                base, design, arms, replications, seed, outcomes, randomNumbers, stopping, granularity, members);
    }

    /** This experiment with as many replications of each cell as a rule asks for. A store of the one serves the other. */
    public Experiment with(StoppingRule rule) {
        return with(Optional.of(rule));
    }

    public Experiment with(Optional<StoppingRule> rule) {
        int most = rule.map(StoppingRule::maxReplications).orElse(replications);
        return new Experiment(base, design, arms, most, seed, outcomes, randomNumbers, rule, by, members);
    }

    /** The runs of a store that this experiment asks for. All, unless its stopping rule asks for fewer than are there. */
    public RunStore shown(RunStore store) throws IOException {
        return stopping.isEmpty() ? store : new WantedRuns(store, Stopping.of(this, store));
    }

    /**
     * Replications that each cell is to have, by number of the cell. As many as its runs in a store make its stopping rule ask for; the
     * number of replications where there is no rule.
     */
    public List<Integer> replicationsWanted(RunStore store) throws IOException {
        Stopping rule = Stopping.of(this, store);
        return IntStream.range(0, tasks().cells()).mapToObj(rule::wanted).toList();
    }

    /**
     * SHA-256 of all that decides what a task's run gives. Base, points, arms with what their controllers are called, and seed. Not of the number of replications and
     * the outcomes shown, so that a store can be added to.
     */
    public String sha256() {
        TextDigest text = new TextDigest();
        text.append(CANONICAL_FORM + "\nseed scheme " + RunKeys.SCHEME_VERSION + "\nseed " + seed + "\n");
        if (randomNumbers != RandomNumbers.SHARED) {
            // The older word of the manifest: what is digested stays as it is.
            text.append("luck " + randomNumbers.word() + "\n");
        }
        if (by != Granularity.YEAR) {
            text.append("by " + by.word() + "\n");
        }
        members.ifPresent(all -> text.append(all.canonical() + "\n"));
        text.append("base " + base.sha256() + ownInputs(base) + "\n");
        addDesign(text);
        for (Arm arm : arms) {
            Scenario ofArm = arm.applyTo(base, Map.of());
            text.append("arm " + arm.name() + " " + ofArm.sha256() + ownInputs(ofArm) + "\n");
            for (ControllerFactory controller : arm.controllers()) {
                text.append("controller " + controller.identity() + "\n");
            }
        }
        return text.finish();
    }

    /** Part of a scenario that no member changes; without members that moves nothing. */
    private String ownInputs(Scenario scenario) {
        return members.isEmpty()
                ? ""
                : " of " + scenario.ensemble().year() + " keeps "
                        + scenario.ensemble().keep();
    }

    /** SHA-256 of the factors and the points. */
    public String designSha256() {
        TextDigest text = new TextDigest();
        addDesign(text);
        return text.finish();
    }

    /** Point by point, for there may be millions. */
    private void addDesign(TextDigest text) {
        text.append("factors");
        design.factors().forEach(factor -> text.append(" " + factor));
        text.append("\n");
        for (int point = 0; point < design.size(); point++) {
            text.append("point");
            design.point(point).values().forEach(value -> text.append(" " + Numbers.exact(value)));
            text.append("\n");
        }
    }

    /** Scheme of random numbers over the cells of an experiment, pairs of a point and an arm: common or independent. */
    public enum RandomNumbers {
        /** Common random numbers (CRN). Replication k has the same draws everywhere, so what differs between cells is due to their settings. */
        SHARED {
            @Override
            RunKey key(Experiment experiment, Task task) {
                return new RunKey(experiment.seed(), task.replication());
            }
        },

        /** Each cell has random numbers of its own: its runs are independent of those of any other. */
        INDEPENDENT {
            @Override
            RunKey key(Experiment experiment, Task task) {
                String arm = experiment.arms().get(task.arm()).name();
                return new RunKey(RunKeys.cellSeed(experiment.seed(), task.point(), arm), task.replication());
            }
        };

        abstract RunKey key(Experiment experiment, Task task);

        /** The word for it in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The scheme with this word; refuses others. */
        public static RandomNumbers of(String word) {
            for (RandomNumbers scheme : values()) {
                if (scheme.word().equals(word)) {
                    return scheme;
                }
            }
            throw new IllegalArgumentException("there is no random-number scheme called " + word);
        }
    }

    /** Calendar periods that the runs of an experiment keep measures of. */
    public enum Granularity {
        /** Calendar years. */
        YEAR,
        /** Calendar months beside the years. */
        MONTH;

        /** The word for it in files and options. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return word();
        }

        /** The granularity with this word; refuses others. */
        public static Granularity of(String word) {
            for (Granularity granularity : values()) {
                if (granularity.word().equals(word)) {
                    return granularity;
                }
            }
            throw new IllegalArgumentException("runs are kept by year or month, not by " + word);
        }
    }
}
