package dev.borderline.experiment;

import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.store.TaskSpace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of some equal parts of an experiment, each made by a process of its own. Neighbouring cells, or points where arms are kept
 * together, and successive replications go to different parts, so that each part is a balanced sample and costs about as much as any
 * other; which part a task is in does not depend on the number of replications.
 *
 * @param index of this part, from 1
 * @param count number of parts
 * @param keepsArms true if all arms of a point and replication are in one part; false if each goes to another
 */
public record Shard(int index, int count, boolean keepsArms) {
    /** Everything in one part. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    public Shard {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException(
                    index + "/" + count + " is no shard: it is I/N with I from 1 to N, such as 2/3");
        }
        keepsArms &= count > 1;
    }

    /** A part whose arms go to different parts. */
    public Shard(int index, int count) {
        this(index, count, false);
    }

    /** This part where arms that have a past in common are kept together, for it to be simulated once. As it is where they have none. */
    public Shard keepingPasts(Experiment experiment) {
        return new Shard(index, count, !isWhole() && SharedPasts.haveArms(experiment));
    }

    /** The shard written as {@code 2/3}; refuses other texts. */
    public static Shard parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text + " is no shard: it is I/N with I from 1 to N, such as 2/3");
        }
        return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** The shard that a task is in where there are {@code count}, whose arms go to different ones. */
    public static Shard of(TaskSpace tasks, Task task, int count) {
        return new Shard(1, count).holding(tasks, task);
    }

    /** The part that a task is in, of those that this is one of. */
    public Shard holding(TaskSpace tasks, Task task) {
        long diagonal = (long) (keepsArms ? task.point() : tasks.cell(task)) + task.replication();
        return new Shard((int) (diagonal % count) + 1, count, keepsArms);
    }

    /** True if this is everything. */
    public boolean isWhole() {
        return count == 1;
    }

    /** True if a task is in this part. */
    public boolean contains(TaskSpace tasks, Task task) {
        return isWhole() || holding(tasks, task).index == index;
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
