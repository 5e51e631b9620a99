package dev.borderline.cli.serve;

import java.util.List;

/**
 * Something to be answered by a job.
 *
 * @param digest of everything that decides the answer
 * @param steps in their order; the last gives the answer, those before it give partial ones
 * @param total runs of all steps
 */
record Problem(String digest, List<Step> steps, int total) {
    /**
     * One of the steps.
     *
     * @param work to be done
     * @param before runs that earlier steps make and it does not use
     */
    record Step(Work work, int before) {}

    Problem {
        steps = List.copyOf(steps);
    }

    /** A problem that has one step. */
    static Problem of(String digest, Work work, int total) {
        return new Problem(digest, List.of(new Step(work, 0)), total);
    }
}
