package dev.borderline.experiment;

import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes runs, and records of those that break off.
 *
 * @param function what makes a run
 * @param command what the record of a failed run gives as the command that repeats it
 */
record Attempt(RunFunction function, Function<Task, String> command) {
    /** The record of a task's run, finished or failed. */
    RunRecord of(Task task) {
        try {
            return function.run(task);
        } catch (RuntimeException e) {
            return new FailedRun(task, oneLine(e), command.apply(task), Optional.of(e));
        } catch (OutOfMemoryError e) {
            // what it took is free again; otherwise the sweep would end at this run each time
            return new FailedRun(task, FailedRun.OUT_OF_MEMORY, command.apply(task), Optional.of(e));
        } catch (StackOverflowError e) {
            return new FailedRun(task, e.getClass().getName(), command.apply(task), Optional.of(e));
        }
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        String text = message == null ? failure.getClass().getName() : message;
        return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
