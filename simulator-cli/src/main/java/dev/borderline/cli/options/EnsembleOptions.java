package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.UsualMembers;
import dev.borderline.model.Population;
import dev.borderline.scenario.EnsembleUse;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Members;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --ensemble}: the members that a command answers over. */
public final class EnsembleOptions {
    private static final String NO_PRECISION =
            "--precision is of chance, which replications of a member tell; over members ask for more of them, or for more"
                    + " --replications of each, or give --point-estimate";

    private static final String NOT_INDEPENDENT =
            "--independent: members share their chance with nobody already, and the arms of a member share it; leave it"
                    + " away, or give --point-estimate";

    private static final String PEOPLE = Population.SIMULATED_SHARE;

    private static final double PERCENT = 100;
    private static final double SHARE_MIN = 0.001;
    private static final int MEMBERS_MAX = 1_000_000;

    @Option(
            names = "--ensemble",
            paramLabel = "FILE",
            description =
                    "Ensemble to answer over: prior, fitted, a file, or none (default: " + UsualMembers.ENSEMBLE + ").")
    private @Nullable String ensemble;

    @Option(
            names = "--members",
            paramLabel = "N",
            description = "Its first N members (default: " + UsualMembers.COUNT + "); --replications are of each.")
    private @Nullable BigInteger members;

    @Option(names = "--point-estimate", description = "One guess of every input, all people: no ensemble.")
    private boolean pointEstimate;

    @Option(
            names = "--people",
            paramLabel = "SHARE",
            description = "Simulate a share of the households; counts are told for all (default: over members what"
                    + " the scenario says or 10%%, else 100%%).")
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

    /** Refuses, with members, a precision and chance that cells do not share. */
    public static void refuse(boolean precise, boolean independent) {
        if (precise) {
            throw new Refusal(NO_PRECISION);
        }
        if (independent) {
            throw new Refusal(NOT_INDEPENDENT);
        }
    }

    /** A scenario with the share of the people that is asked for; else, over members, with its usual one. */
    public Scenario withPeople(Scenario scenario, boolean overMembers) {
        return people(List.of(scenario), overMembers).apply(scenario);
    }

    /** One share of the people for scenarios that are compared: that asked for; else, over members, the usual one. */
    public UnaryOperator<Scenario> people(Collection<Scenario> compared, boolean overMembers) {
        if (people == null) {
            double usual = UsualMembers.share(compared);
            return overMembers ? scenario -> UsualMembers.withPeople(scenario, usual) : UnaryOperator.identity();
        }
        double share = share(people);
        if (pointEstimate && share != 1) {
            throw new Refusal("--point-estimate simulates all people: leave --people away");
        }
        return scenario -> scenario.with(PEOPLE, share);
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
     * True to answer over members: as the options say, else the scenario, else as the command usually does.
     *
     * @param usually what a command does that nobody told
     */
    public boolean isAsked(EnsembleUse use, boolean usually) {
        if (pointEstimate && ensemble != null && !ensemble.equals(Ensemble.NONE)) {
            throw new Refusal("--point-estimate and --ensemble: give one of them");
        }
        String unlessTold = usually || members != null ? UsualMembers.ENSEMBLE : Ensemble.NONE;
        boolean isAsked = !pointEstimate && !name(use, unlessTold).equals(Ensemble.NONE);
        if (!isAsked && members != null) {
            throw new Refusal("--members: no ensemble is asked for; --ensemble prior is one");
        }
        return isAsked;
    }

    private String name(EnsembleUse use, String unlessTold) {
        return ensemble == null ? use.file().orElse(unlessTold) : ensemble;
    }

    /**
     * An experiment over the members asked for.
     *
     * @param replicationsEach of each member
     */
    public Experiment over(Experiment experiment, int replicationsEach) {
        EnsembleUse use = experiment.base().ensemble();
        String name = name(use, UsualMembers.ENSEMBLE);
        Ensemble all = UsualMembers.named(name);
        int usual = Math.min(all.size(), use.members().orElse(UsualMembers.COUNT));
        int count = members == null ? usual : ChanceOptions.whole("--members", members, 1, MEMBERS_MAX);
        if (count > all.size()) {
            throw new Refusal("--members is " + count + "; the ensemble " + name + " has " + all.size());
        }
        return experiment.with(new Members(all.first(count), replicationsEach));
    }
}
