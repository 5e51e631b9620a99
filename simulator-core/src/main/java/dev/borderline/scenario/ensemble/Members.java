package dev.borderline.scenario.ensemble;

import dev.borderline.scenario.Scenario;
import dev.borderline.yaml.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Members that an experiment is run over, and how often each. Replication {@code m R + k} of the experiment is replication k of
 * member m, in every cell: no two members share their chance, so its error averages out over them, and the arms of one member do.
 * Immutable but for what is made on first use; thread-safe.
 */
public final class Members {
    /** Replications of a member, unless asked for others: two tell chance from ignorance. */
    public static final int REPLICATIONS = 2;

    private final Ensemble ensemble;
    private final int replicationsEach;
    private final Map<List<Object>, Priors> priors = new ConcurrentHashMap<>(); // by what a scenario keeps and has

    /**
     * All members of an ensemble.
     *
     * @param replicationsEach runs of each member in each cell
     */
    public Members(Ensemble ensemble, int replicationsEach) {
        if (replicationsEach < 1) {
            throw new IllegalArgumentException(replicationsEach + " replications of a member; it must be 1 or more");
        }
        this.ensemble = ensemble;
        this.replicationsEach = replicationsEach;
    }

    public Ensemble ensemble() {
        return ensemble;
    }

    /** Number of members. */
    public int count() {
        return ensemble.size();
    }

    /** Runs of each member in each cell. */
    public int replicationsEach() {
        return replicationsEach;
    }

    /** Replications of a cell: those of all members. */
    public int replications() {
        return Math.multiplyExact(count(), replicationsEach);
    }

    /**
     * As many first members as have these replications together.
     *
     * @throws IllegalArgumentException if no number of them has
     */
    public Members ofReplications(int replications) {
        if (replications % replicationsEach != 0) {
            throw new IllegalArgumentException(
                    replications + " replications are no multiple of the " + replicationsEach + " of each member");
        }
        int some = replications / replicationsEach;
        return some == count() ? this : new Members(ensemble.first(some), replicationsEach);
    }

    /** The member that a replication is of. */
    public int memberOf(int replication) {
        return replication / replicationsEach;
    }

    /** A scenario as a member has it; throws {@link InvalidInput}, see {@link Ensemble#applyTo}. */
    public Scenario applyTo(Scenario scenario, int member) {
        List<Object> key = List.of(scenario.ensemble().keep(), scenario.values().keySet());
        return ensemble.applyTo(scenario, priors.computeIfAbsent(key, absent -> Priors.of(scenario)), member);
    }

    /** Text that runs depend on, for digests: the values, and the replications of a member. */
    public String canonical() {
        return "ensemble " + ensemble.sha256() + "\nreplications of a member " + replicationsEach;
    }

    @Override
    public String toString() {
        return ensemble + ", " + replicationsEach + " replications each";
    }
}
