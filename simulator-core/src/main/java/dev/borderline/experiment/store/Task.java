package dev.borderline.experiment.store;

import java.util.Comparator;

/**
 * One run to make. Natural order: point, arm, replication, the order of rows in files.
 *
 * @param point index of the design point
 * @param arm index of the arm
 * @param replication from 0
 */
public record Task(int point, int arm, int replication) implements Comparable<Task> {
    private static final Comparator<Task> ORDER =
            Comparator.comparingInt(Task::point).thenComparingInt(Task::arm).thenComparingInt(Task::replication);

    public Task {
        if (point < 0 || arm < 0 || replication < 0) {
            throw new IllegalArgumentException("point " + point + ", arm " + arm + ", replication " + replication
                    + ": none of them may be negative");
        }
    }

    @Override
    public int compareTo(Task other) {
        return ORDER.compare(this, other);
    }
}
