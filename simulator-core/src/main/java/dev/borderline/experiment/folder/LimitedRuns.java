package dev.borderline.experiment.folder;

import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.Task;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs of a journal that a limit broke off, as their messages say. A limit of events breaks a run off at the same place
 * everywhere, so whoever makes the run again sets it again; one of time is of the machine, and such a run may never end.
 * Immutable.
 */
final class LimitedRuns {
    private static final Pattern BY_EVENTS = Pattern.compile(".*: it takes more than the (\\d{1,18}) events it may");
    private static final String BY_TIME = " took longer than it may";

    private final Map<Task, Long> events = new HashMap<>();
    private final Set<Task> outOfTime = new HashSet<>();

    private LimitedRuns() {}

    /** Those of a journal; none where there is none. */
    static LimitedRuns in(@Nullable Journal journal) throws IOException {
        LimitedRuns all = new LimitedRuns();
        if (journal != null && journal.failures() > 0) {
            for (int rank = 0; rank < journal.tasks().size(); rank++) {
                Task task = journal.tasks().ofRank(rank);
                if (journal.failed(task) && journal.find(task) instanceof FailedRun run) {
                    all.add(run);
                }
            }
        }
        return all;
    }

    private void add(FailedRun run) {
        Matcher byEvents = BY_EVENTS.matcher(run.message());
        if (byEvents.matches()) {
            events.put(run.task(), Long.parseLong(byEvents.group(1)));
        } else if (isOfMachine(run)) {
            outOfTime.add(run.task());
        }
    }

    /** True if a run broke off at this limit of events, or at any of time. */
    static boolean isAt(long eventsMost, FailedRun run) {
        Matcher byEvents = BY_EVENTS.matcher(run.message());
        return byEvents.matches() ? Long.parseLong(byEvents.group(1)) == eventsMost : isOfMachine(run);
    }

    /** True if another machine might have ended it. */
    private static boolean isOfMachine(FailedRun run) {
        return run.message().endsWith(BY_TIME) || run.message().equals(FailedRun.OUT_OF_MEMORY);
    }

    /** Number of events that a run was allowed, if it took more; else no limit. */
    long eventsAllowed(Task task) {
        return events.getOrDefault(task, Long.MAX_VALUE);
    }

    /** True if a run took longer than it was allowed. */
    boolean byTime(Task task) {
        return outOfTime.contains(task);
    }
}
