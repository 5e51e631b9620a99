package dev.borderline.experiment.folder;

import dev.borderline.event.Times;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.folder.ReproductionReport.Finding;
import dev.borderline.experiment.folder.ReproductionReport.Finding.Kind;
import dev.borderline.experiment.store.FailedRun;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.Task;
import dev.borderline.measure.Measure;
import dev.borderline.observe.Hearing;
import dev.borderline.scenario.Scenario;
import dev.borderline.text.Numbers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divergence of a run made again from the one that was kept. A record keeps a fingerprint for each simulated month, so the month
 * is certain; which of its events was the first to differ only the other program could say, so the first ones of this program are
 * listed, to be laid beside those of the other.
 */
final class Divergence {
    private static final int EVENTS_LISTED = 8;

    private final Experiment experiment;
    private final String where;

    Divergence(Experiment experiment, Task task) {
        this.experiment = experiment;
        where = "point " + task.point() + ", arm " + experiment.arms().get(task.arm()) + ", replication "
                + task.replication();
    }

    /**
     * Finding about the two runs.
     *
     * @param now the run made again
     * @param then the record that was kept; null if there is none
     * @param fingerprint the fingerprint in the manifest; null if the run broke off
     */
    Finding finding(RunRecord now, @Nullable RunRecord then, @Nullable String fingerprint) {
        if (now instanceof FailedRun failed) {
            String before = fingerprint == null ? "for another reason than before" : "it ended before";
            return Finding.of(Kind.FAILURE, where, "breaks off, " + before + ": " + failed.message());
        }
        FinishedRun run = (FinishedRun) now;
        if (fingerprint == null) {
            String why = then instanceof FailedRun failed
                    ? ": " + failed.message()
                    : "; only the journal could say why, perhaps at a limit";
            return Finding.of(Kind.FAILURE, where, "ends; it broke off before" + why);
        }
        FinishedRun kept = then instanceof FinishedRun finished ? finished : null;
        if (kept != null && kept.digest().equals(run.digest())) {
            return Finding.of(
                    Kind.RECORD, where, "is the record of the journal; the digest in the manifest is not its");
        }
        if (run.fingerprint().equals(fingerprint)) {
            return Finding.of(Kind.NUMBERS, where, numbers(run, kept));
        }
        return course(run, kept);
    }

    private static String numbers(FinishedRun run, @Nullable FinishedRun kept) {
        String same = "goes the same way, event by event, and reports other numbers";
        if (kept == null) {
            return same;
        }
        List<Measure> measures = run.layout().measures();
        if (!measures.equals(kept.layout().measures())) {
            return same + ": it does not report the same measures";
        }
        for (int i = 0; i < measures.size(); i++) {
            if (!Arrays.equals(run.sums(i), kept.sums(i))) {
                return same + ", first " + measures.get(i).name() + ": " + Numbers.human(run.value(i)) + ", it was "
                        + Numbers.human(kept.value(i)) + " over the whole run";
            }
        }
        return same + " at the sites of draws";
    }

    private Finding course(FinishedRun run, @Nullable FinishedRun kept) {
        String message = "the inputs are the same and events differ: a mechanism is not the one that made the run";
        if (kept == null) {
            return Finding.of(Kind.MECHANISM, where, message + "; without the journal the month is not known");
        }
        List<Long> months = run.trace().months();
        List<Long> before = kept.trace().months();
        int month = 0;
        while (month < Math.min(months.size(), before.size())
                && months.get(month).equals(before.get(month))) {
            month++;
        }
        Scenario scenario = experiment.scenario(run.task());
        String when = "; the first month that differs is number " + (month + 1) + ", from "
                + at(scenario, month * Times.MONTH) + " to before " + at(scenario, (month + 1) * Times.MONTH);
        return new Finding(
                Kind.MECHANISM, where, message + when, firstEvents(run.task(), month * Times.MONTH, scenario));
    }

    private List<String> firstEvents(Task task, long from, Scenario scenario) {
        List<String> events = new ArrayList<>();
        experiment
                .simulation(task)
                .run(
                        experiment.key(task),
                        hearing -> hearing.onEvent(event -> {
                            if (event.time() >= from && events.size() < EVENTS_LISTED) {
                                events.add(shown(event, scenario));
                            }
                        }));
        return events;
    }

    private static String shown(Hearing.Event event, Scenario scenario) {
        return at(scenario, event.time()) + " " + event.kind() + " subject " + event.subject() + " occurrence "
                + event.occurrence() + " outcome " + event.outcome();
    }

    private static String at(Scenario scenario, long time) {
        Instant midnight = scenario.start().atStartOfDay(ZoneOffset.UTC).toInstant();
        return midnight.plusMillis(time).toString();
    }
}
