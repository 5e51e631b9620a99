package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Experiment;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.Ensemble;
import dev.borderline.scenario.EnsembleUse;
import dev.borderline.scenario.Members;
import dev.borderline.scenario.Scenario;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --ensemble}: the members that a command answers over. */
public final class EnsembleOptions {
    /** The refusal of a precision with members. */
    public static final String NO_PRECISION =
            "--precision is of chance, which replications of a member tell; over members ask for more of them, or for more"
                    + " --replications of each";

    /** The refusal of chance that cells do not share, with members. */
    public static final String NOT_INDEPENDENT =
            "--independent: members share their chance with nobody already, and the arms of a member share it; leave it"
                    + " away, or give --point-estimate";

    private static final double PERCENT = 100;
    private static final double SHARE_MIN = 0.001;
    private static final int MEMBERS = 64;
    private static final int MEMBERS_MAX = 1_000_000;

    @Option(
            names = "--ensemble",
            paramLabel = "FILE",
            description = "Answer over the members of an ensemble: prior, fitted, a file, or none.")
    private @Nullable String ensemble;

    @Option(
            names = "--members",
            paramLabel = "N",
            description = "Its first N members (default: " + MEMBERS + "); --replications are then of each.")
    private @Nullable BigInteger members;

    @Option(names = "--point-estimate", description = "Answer from one guess of every input: no ensemble.")
    private boolean pointEstimate;

    @Option(
            names = "--people",
            paramLabel = "SHARE",
            description = "Simulate a share of the households, such as 10%% or 0.1; counts are told for all.")
    private @Nullable String people;

    /** The options as words of a command. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (ensemble != null) {
            words.addAll(List.of("--ensemble", ensemble));
        }
        if (members != null) {
            words.addAll(List.of("--members", members.toString()));
        }
        if (pointEstimate) {
            words.add("--point-estimate");
        }
        if (people != null) {
            words.addAll(List.of("--people", people));
        }
        return words;
    }

    /** A scenario with the share of the people that is asked for. */
    public Scenario withPeople(Scenario scenario) {
        if (people == null) {
            return scenario;
        }
        double share = share(people);
        if (pointEstimate && share != 1) {
            throw new Refusal("--point-estimate simulates all people: leave --people away");
        }
        return scenario.with("population.simulated_share", share);
    }

    /** The share of the people that a text means, such as 10% or 0.1; throws {@link Refusal}. */
    public static double share(String text) {
        boolean percent = text.endsWith("%");
        try {
            double number = Double.parseDouble(
                    percent ? text.substring(0, text.length() - 1).strip() : text);
            double share = percent ? number / PERCENT : number;
            if (share >= SHARE_MIN && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw new Refusal("--people " + text + " is no share; it is such as 10% or 0.1");
        }
        throw new Refusal("--people is " + text + "; it must be 0.1% to 100%");
    }

    /**
     * The experiment over the members asked for, by the options or else by its base scenario; as it is where none are.
     *
     * @param replicationsEach of each member, where there are members
     */
    public Experiment applyTo(Experiment experiment, int replicationsEach) {
        return members(experiment.base().ensemble())
                .map(found -> experiment.with(new Members(found, replicationsEach)))
                .orElse(experiment);
    }

    /** True if members are asked for, by the options or else by a scenario. */
    public boolean isAsked(EnsembleUse use) {
        return !name(use).equals(Ensemble.NONE);
    }

    private String name(EnsembleUse use) {
        if (pointEstimate && ensemble != null && !ensemble.equals(Ensemble.NONE)) {
            throw new Refusal("--point-estimate and --ensemble: give one of them");
        }
        if (pointEstimate) {
            return Ensemble.NONE;
        }
        return ensemble == null ? use.file().orElse(Ensemble.NONE) : ensemble;
    }

    private Optional<Ensemble> members(EnsembleUse use) {
        String name = name(use);
        if (name.equals(Ensemble.NONE)) {
            if (members != null) {
                throw new Refusal("--members: no ensemble is asked for; --ensemble prior is one");
            }
            return Optional.empty();
        }
        boolean shipped = name.equals(Ensemble.PRIOR) || name.equals(Ensemble.FITTED);
        Ensemble all = shipped
                ? Ensemble.shipped(StandardCatalog.standard(), name)
                : Ensemble.read(StandardCatalog.standard(), Path.of(name));
        int usual = Math.min(all.size(), use.members().orElse(MEMBERS));
        int count = members == null ? usual : ChanceOptions.whole("--members", members, 1, MEMBERS_MAX);
        if (count > all.size()) {
            throw new Refusal("--members is " + count + "; the ensemble " + name + " has " + all.size());
        }
        return Optional.of(all.first(count));
    }
}
