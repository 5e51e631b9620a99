package dev.borderline.cli.sweep;

import dev.borderline.cli.options.ChanceOptions;
import dev.borderline.cli.options.EnsembleOptions;
import dev.borderline.cli.options.PrecisionOption;
import dev.borderline.cli.options.RunsOptions;
import dev.borderline.cli.options.SetOption;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Words;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.Granularity;
import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.StoppingRule;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.UnknownMeasures;
import dev.borderline.experiment.UsualMembers;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.TaskSpace;
import dev.borderline.measure.Measure;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.SweepFile;
import dev.borderline.scenario.SweepReader;
import dev.borderline.simulation.Simulation;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Plan of one command: the sweep file that was read and the experiment it makes.
 *
 * @param file what was read
 * @param experiment scenario, points, arms, replications and seed
 */
record SweepPlan(SweepFile file, Experiment experiment) {
    private static final int CELLS_CHECKED_MAX = 1000;

    /** The plan of a sweep file; throws {@link dev.borderline.yaml.InvalidInput}. */
    static SweepPlan read(Path file) {
        SourceText text = SourceText.ofFile(file, YamlLimits.HAND_WRITTEN.maxBytes());
        SweepFile sweep = SweepReader.read(StandardCatalog.standard(), text, new ScenarioFiles());
        UnknownMeasures.refuse(sweep);
        return new SweepPlan(sweep, Experiment.of(sweep));
    }

    /** Name, title and question. */
    SweepFile.Heading heading() {
        return file.heading();
    }

    /** The plan as a result folder keeps it. */
    Sweep sweep(Shard shard, List<String> command) {
        return new Sweep(heading(), experiment, shard, command);
    }

    /** This plan with what the command line says about replications and random numbers instead of the file. */
    SweepPlan with(RunsOptions runs, boolean independent) {
        runs.refuseTwoNumbers();
        ChanceOptions chance = runs.chance();
        PrecisionOption precision = runs.precision();
        List<String> known = precision.isAsked() ? measures() : List.of();
        List<String> outcomes = experiment.leadingOutcomes(Experiment.FEW);
        Optional<StoppingRule> rule =
                chance.asksReplications() ? Optional.empty() : precision.rule(experiment.stopping(), outcomes, known);
        int replications = chance.replications(experiment.replications());
        refuseTooMany(rule.map(StoppingRule::maxReplications).orElse(replications));
        Experiment fixed = experiment.fixed(replications);
        Experiment asked = rule.map(fixed::with).orElse(fixed);
        return new SweepPlan(file, independent ? asked.with(RandomNumbers.INDEPENDENT) : asked);
    }

    /** This plan with measures kept by other periods. */
    SweepPlan with(Granularity by) {
        return new SweepPlan(file, experiment.with(by));
    }

    /** This plan over the members that the options, or else the sweep or its scenario, ask for. As it is where they ask for none. */
    SweepPlan overMembers(RunsOptions runs) {
        if (!isOverMembers(runs.ensemble())) {
            return this;
        }
        EnsembleOptions.refuse(
                runs.precision().isAsked() || experiment.stopping().isPresent(),
                experiment.randomNumbers() == RandomNumbers.INDEPENDENT);
        Experiment over = runs.ensemble().over(experiment, experiment.replications());
        SweepPlan plan = new SweepPlan(file, over);
        refuseImpossible(over);
        return plan;
    }

    private boolean isOverMembers(EnsembleOptions ensemble) {
        return ensemble.isAsked(experiment.base().ensemble(), UsualMembers.areFor(file));
    }

    private List<String> measures() {
        return Simulation.of(experiment.base()).measures().stream()
                .map(Measure::name)
                .toList();
    }

    private void refuseTooMany(int replications) {
        int points = experiment.design().size();
        int arms = experiment.arms().size();
        if (!TaskSpace.fits(points, arms, replications)) {
            throw new Refusal(Words.counted(points, "point") + " x " + Words.counted(arms, "arm") + " x "
                    + Numbers.human((long) replications) + " replications are more than "
                    + Numbers.human((long) TaskSpace.SIZE_MAX) + " runs, the most a sweep may have");
        }
    }

    /** This plan with other inputs and another seed. */
    SweepPlan with(SetOption changes, RunsOptions runs) {
        for (String path : changes.paths()) {
            if (experiment.design().factors().contains(path)) {
                throw new Refusal("--set " + path + ": the sweep varies it");
            }
        }
        long seed = runs.chance().seed(experiment.seed());
        Scenario base = runs.ensemble().withPeople(changes.applyTo(experiment.base()), isOverMembers(runs.ensemble()));
        Experiment changed = experiment.with(
                base, Design.of(file.with(base), file.designSeed().orElse(seed)), seed);
        if (!changes.paths().isEmpty()) {
            refuseImpossible(changed);
        }
        return new SweepPlan(file, changed);
    }

    /** The file was checked as it stands. What is set besides may not go together with a point or an arm. */
    private static void refuseImpossible(Experiment experiment) {
        int arms = experiment.arms().size();
        for (int cell = 0; cell < Math.min(CELLS_CHECKED_MAX, experiment.tasks().cells()); cell++) {
            experiment.scenario(cell / arms, cell % arms);
        }
    }
}
