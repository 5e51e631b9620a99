package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.cli.text.Words;
import dev.borderline.experiment.EventForecast;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Shard;
import dev.borderline.experiment.Sweep;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Journal;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.Numbers;
import java.io.IOException;

/**
 * Keeps people from beginning by mistake what would not end in their time.
 *
 * @param limit events that are refused
 * @param threads runs at a time
 * @param sharing whether runs share the past they have in common
 */
record WorkLimit(double limit, int threads, boolean sharing) {
    /** Some nine hours of one core. */
    static final double LIMIT = 1e11;

    static final String LIMIT_WORDS = "100 billion";

    private static final double BILLION = 1e9;
    private static final double EVENTS_PER_SECOND = 3e6; // of one core, see docs/performance.md

    /** Refuses an experiment of which nothing is there yet. */
    void refuseEndless(Experiment experiment) {
        if (mayBeEndless(experiment)) {
            refuseAbove(forecast(experiment, Shard.WHOLE));
        }
    }

    /** Refuses so many runs of an experiment. */
    void refuseEndless(Experiment experiment, int runs) {
        if (mayBeEndless(experiment)) {
            refuseAbove(EventForecast.of(experiment).withRuns(runs));
        }
    }

    /** Refuses what a folder lacks of a sweep; in a folder that is there nothing is touched. */
    void refuseEndless(Sweep sweep, ResultFolder folder) throws IOException {
        Experiment experiment = sweep.experiment();
        if (!mayBeEndless(experiment)) {
            return;
        }
        EventForecast all = forecast(experiment, sweep.shard());
        EventForecast part =
                all.withRuns((int) Math.ceil((double) all.runs() / sweep.shard().count()));
        if (part.events() > limit) {
            refuseAbove(part.withRuns(Math.max(0, part.runs() - present(experiment, folder))));
        }
    }

    private static int present(Experiment experiment, ResultFolder folder) throws IOException {
        if (!GuardedFiles.isThere(folder.path().resolve(ResultFolder.JOURNAL))) {
            return 0;
        }
        try (Journal runs = folder.read(experiment, Version.asProgram())) {
            return runs.size();
        }
    }

    private EventForecast forecast(Experiment experiment, Shard shard) {
        EventForecast alone = EventForecast.of(experiment);
        return sharing ? alone.withPastsShared(experiment, shard) : alone;
    }

    private boolean mayBeEndless(Experiment experiment) {
        return EventForecast.bound(experiment) > limit;
    }

    private void refuseAbove(EventForecast forecast) {
        if (forecast.events() > limit) {
            double seconds = forecast.events() / EVENTS_PER_SECOND / threads;
            throw new Refusal("this may take about " + time(seconds) + " on " + Words.counted(threads, "thread")
                    + ": up to " + Numbers.human((long) forecast.runs()) + " runs of about "
                    + counted(forecast.eventsPerRun()) + " events are " + counted(forecast.events()) + ", more than "
                    + counted(limit)
                    + (forecast.runs() == 1 ? "; " : "; ask for fewer runs, split them with sweep --shard, or ")
                    + "begin all the same with --force");
        }
    }

    private static String counted(double events) {
        return events < BILLION ? Numbers.human(Math.rint(events)) : Numbers.human(events / BILLION) + " billion";
    }

    /** In the largest unit that there is at least two of. */
    private static String time(double seconds) {
        double[] sizes = {365.25 * 86_400, 86_400, 3600, 60};
        String[] units = {"years", "days", "hours", "minutes"};
        for (int unit = 0; unit < sizes.length; unit++) {
            double number = seconds / sizes[unit];
            if (number >= 2) {
                return Numbers.human(Math.rint(number)) + " " + units[unit];
            }
        }
        return Numbers.human(Math.rint(seconds)) + " seconds";
    }
}
