package dev.borderline.experiment;

import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Population;
import dev.borderline.scenario.EnsembleUse;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.SweepDesign;
import dev.borderline.scenario.SweepFile;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Members;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Members and share of the people that commands answer over by default. They are the first {@value #COUNT} of the prior, a tenth
 * of the people unless a scenario says otherwise.
 */
public final class UsualMembers {
    /** Number of members. */
    public static final int COUNT = 64;

    /** Ensemble that they are of. */
    public static final String ENSEMBLE = Ensemble.PRIOR;

    private static final String PEOPLE = Population.SIMULATED_SHARE;
    private static final double SHARE = 0.1;

    /** Switch that makes clients wait for one another; a share of them would wait less. */
    private static final String NEEDS_ALL = "brokers.queueing";

    private static final Map<String, Ensemble> SHIPPED = new ConcurrentHashMap<>(); // read at first use

    private UsualMembers() {}

    /**
     * True for sweeps that answer over members without asking for them: those of few points. Designs that fill the ranges of inputs, cells
     * that stop at a precision and cells with random numbers of their own have members only where they ask.
     */
    public static boolean areFor(SweepFile sweep) {
        boolean isOfFewPoints =
                sweep.design() instanceof SweepDesign.Grid || sweep.design() instanceof SweepDesign.OneAtATime;
        return isOfFewPoints
                && sweep.chance().precision().isEmpty()
                && !sweep.chance().independent();
    }

    /** The scenario with its usual share of the people, unless {@code population.simulated_share} is set in it. */
    public static Scenario withPeople(Scenario scenario) {
        return withPeople(scenario, share(List.of(scenario)));
    }

    /** The scenario with a share of the people, unless {@code population.simulated_share} is set in it. */
    public static Scenario withPeople(Scenario scenario, double share) {
        return scenario.value(PEOPLE) == 1 ? scenario.with(PEOPLE, share) : scenario;
    }

    /**
     * Usual share of the people of scenarios that are compared: the greatest, 0.001 to 1. A scenario says its own, or it is
     * {@value #SHARE}, or all where clients wait for one another.
     */
    public static double share(Collection<Scenario> scenarios) {
        return scenarios.stream().mapToDouble(UsualMembers::share).max().orElse(SHARE);
    }

    private static double share(Scenario scenario) {
        boolean needsAll = scenario.values().getOrDefault(NEEDS_ALL, 0.0) != 0;
        return needsAll ? 1 : scenario.ensemble().people().orElse(SHARE);
    }

    /** The ensemble of that name, shipped or of a file; throws {@link dev.borderline.yaml.InvalidInput}. */
    public static Ensemble named(String name) {
        boolean isShipped = name.equals(Ensemble.PRIOR) || name.equals(Ensemble.FITTED);
        return isShipped
                ? SHIPPED.computeIfAbsent(name, shipped -> Ensemble.shipped(StandardCatalog.standard(), shipped))
                : Ensemble.read(StandardCatalog.standard(), Path.of(name));
    }

    /**
     * An experiment over the members that its sweep asks for, or the usual ones. As it is where the sweep wants none.
     *
     * @param plain of that sweep; its replications are of each member
     */
    public static Experiment over(SweepFile sweep, Experiment plain) {
        EnsembleUse use = sweep.scenario().ensemble();
        String name = use.file().orElse(areFor(sweep) || use.members().isPresent() ? ENSEMBLE : Ensemble.NONE);
        if (name.equals(Ensemble.NONE)) {
            return plain;
        }
        Ensemble all = named(name);
        Members members =
                new Members(all.first(Math.min(all.size(), use.members().orElse(COUNT))), plain.replications());
        return plain.with(withPeople(plain.base()), plain.design(), plain.seed())
                .with(members);
    }
}
