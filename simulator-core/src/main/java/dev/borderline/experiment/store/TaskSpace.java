package dev.borderline.experiment.store;

import dev.borderline.text.Numbers;

/**
 * All runs of an experiment, numbered in two ways. In <em>run order</em> replications are slowest: every cell gets its k-th
 * run before any gets its next, so an interruption leaves a balanced sample. By <em>rank</em> they stand as in files: by
 * point, then arm, then replication.
 *
 * @param points number of design points
 * @param arms number of arms
 * @param replications runs of each cell
 */
public record TaskSpace(int points, int arms, int replications) {
    /** Most runs that one experiment may have: a store keeps some bytes of each in memory. */
    public static final int SIZE_MAX = 100_000_000;

    public TaskSpace {
        if (points < 1 || arms < 1 || replications < 1) {
            throw new IllegalArgumentException(
                    points + " points, " + arms + " arms, " + replications + " replications: each must be 1 or more");
        }
        if (!fits(points, arms, replications)) {
            throw new IllegalArgumentException(points + " x " + arms + " x " + replications
                    + " (points x arms x replications) are more than " + Numbers.human((long) SIZE_MAX) + " runs");
        }
    }

    /** True if an experiment may have so many runs. */
    public static boolean fits(int points, int arms, int replications) {
        return (double) points * arms * replications <= SIZE_MAX;
    }

    /** Number of runs. */
    public int size() {
        return cells() * replications;
    }

    /** Number of pairs of a point and an arm. */
    public int cells() {
        return points * arms;
    }

    /** The task that is run at this place, 0 to {@link #size} - 1. */
    public Task inRunOrder(int place) {
        int cell = place % cells();
        return new Task(cell / arms, cell % arms, place / cells());
    }

    /** The task with this rank, 0 to {@link #size} - 1. */
    public Task ofRank(int rank) {
        int cell = rank / replications;
        return new Task(cell / arms, cell % arms, rank % replications);
    }

    /** Place of a task in the order of files. */
    public int rank(Task task) {
        if (!contains(task)) {
            throw new IllegalArgumentException(task + " lies outside " + this);
        }
        return cell(task) * replications + task.replication();
    }

    /** Number of the task's cell, by point, then arm. */
    public int cell(Task task) {
        return task.point() * arms + task.arm();
    }

    public boolean contains(Task task) {
        return task.point() < points && task.arm() < arms && task.replication() < replications;
    }
}
