package dev.borderline.cli.serve;

import dev.borderline.experiment.Experiment;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions with ever better answers, of which the last is what was asked. Over members the first are of few of them and of a share of the
 * people; what one stage has run the next does not run again.
 */
final class Stages {
    private static final List<Integer> MEMBERS = List.of(4, 8, 16, 32);
    private static final int FIRST_REPLICATIONS = 2;
    private static final String PEOPLE = "population.simulated_share";
    private static final double SHARE = 0.1;
    private static final String SHARE_WORD = "10%";
    private static final String ALL = "100%";

    private Stages() {}

    /**
     * One of the stages.
     *
     * @param asked what it answers
     * @param before runs that earlier stages make and it does not use
     */
    record Step(Asked asked, int before) {}

    /** Stages of a question, and the number of runs of all. */
    record Plan(List<Step> steps, int total) {}

    static Plan of(Asked asked, Experiment experiment) {
        int runs = experiment.tasks().size();
        List<Step> steps = new ArrayList<>();
        if (experiment.members().isEmpty()) {
            if (experiment.stopping().isEmpty() && experiment.replications() > 2 * FIRST_REPLICATIONS) {
                steps.add(new Step(asked.with(Asked.REPLICATIONS, Integer.toString(FIRST_REPLICATIONS)), 0));
            }
            steps.add(new Step(asked, 0));
            return new Plan(steps, runs);
        }
        int count = experiment.members().get().count();
        boolean large = experiment.base().value(PEOPLE) > SHARE;
        Asked quick = large ? asked.with(Asked.PEOPLE, SHARE_WORD) : asked;
        MEMBERS.stream()
                .filter(some -> some < count)
                .forEach(some -> steps.add(new Step(quick.with(Asked.MEMBERS, Integer.toString(some)), 0)));
        steps.add(new Step(quick, 0));
        if (large || asked.form().refine()) {
            steps.add(new Step(large ? asked : asked.with(Asked.PEOPLE, ALL), runs));
            return new Plan(steps, 2 * runs);
        }
        return new Plan(steps, runs);
    }
}
