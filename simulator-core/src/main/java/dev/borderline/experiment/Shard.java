package dev.borderline.experiment;

import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of some equal parts of an experiment, each made by a process of its own. Neighbouring cells and successive replications
 * go to different parts, so that each part is a balanced sample and costs about as much as any other; which part a task is in
 * does not depend on the number of replications.
 *
 * @param index of this part, from 1
 * @param count number of parts
 */
public record Shard(int index, int count) {
    /** Everything in one part. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    public Shard {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException(
                    index + "/" + count + " is no shard: it is I/N with I from 1 to N, such as 2/3");
        }
    }

    /** The shard written as {@code 2/3}; refuses other texts. */
    public static Shard parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text + " is no shard: it is I/N with I from 1 to N, such as 2/3");
        }
        return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** The shard that a task is in where there are {@code count}. */
    public static Shard of(TaskSpace tasks, Task task, int count) {
        long diagonal = (long) tasks.cell(task) + task.replication();
        return new Shard((int) (diagonal % count) + 1, count);
    }

    /** True if this is everything. */
    public boolean isWhole() {
        return count == 1;
    }

    /** True if a task is in this part. */
    public boolean contains(TaskSpace tasks, Task task) {
        return isWhole() || of(tasks, task, count).index == index;
    }

    /** Number of tasks in this part. */
    public int size(TaskSpace tasks) {
        if (isWhole()) {
            return tasks.size();
        }
        int size = 0;
        for (int place = 0; place < tasks.size(); place++) {
            size += contains(tasks, tasks.inRunOrder(place)) ? 1 : 0;
        }
        return size;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
