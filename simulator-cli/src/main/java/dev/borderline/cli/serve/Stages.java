package dev.borderline.cli.serve;

import dev.borderline.cli.serve.Problem.Step;
import dev.borderline.experiment.Experiment;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions as problems with ever better answers, of which the last is what was asked. Over members the first are of few of them and of a
 * share of the people; what one step has run the next does not run again.
 */
final class Stages {
    private static final List<Integer> MEMBERS = List.of(4, 8, 16, 32);
    private static final int FIRST_REPLICATIONS = 2;
    private static final String PEOPLE = "population.simulated_share";
    private static final double SHARE = 0.1;
    private static final String SHARE_WORD = "10%";
    private static final String ALL = "100%";

    private Stages() {}

    /** The problem of a question; throws what its command refuses. */
    static Problem of(Asked asked) {
        Experiment experiment = asked.question().asked();
        asked.refuseUnknownOutcomes(experiment);
        String digest = asked.digest(experiment) + (asked.form().refine() ? "+" : "");
        int runs = experiment.tasks().size();
        List<Step> steps = new ArrayList<>();
        if (experiment.members().isEmpty()) {
            if (experiment.stopping().isEmpty() && experiment.replications() > 2 * FIRST_REPLICATIONS) {
                add(steps, asked.with(Asked.REPLICATIONS, Integer.toString(FIRST_REPLICATIONS)), 0);
            }
            add(steps, asked, 0);
            return new Problem(digest, steps, runs);
        }
        int count = experiment.members().get().count();
        boolean large = experiment.base().value(PEOPLE) > SHARE;
        Asked quick = large ? asked.with(Asked.PEOPLE, SHARE_WORD) : asked;
        MEMBERS.stream()
                .filter(some -> some < count)
                .forEach(some -> add(steps, quick.with(Asked.MEMBERS, Integer.toString(some)), 0));
        add(steps, quick, 0);
        if (large || asked.form().refine()) {
            add(steps, large ? asked : asked.with(Asked.PEOPLE, ALL), runs);
            return new Problem(digest, steps, 2 * runs);
        }
        return new Problem(digest, steps, runs);
    }

    /** The question whose answer is the last. */
    static Asked last(Asked asked) {
        List<Step> steps = of(asked).steps();
        return (Asked) steps.get(steps.size() - 1).work();
    }

    private static void add(List<Step> steps, Asked asked, int before) {
        steps.add(new Step(asked, before));
    }
}
