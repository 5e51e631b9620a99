package dev.borderline.experiment.explain;

import dev.borderline.event.Times;
import dev.borderline.model.Cases;
import dev.borderline.model.Households.State;
import dev.borderline.model.Signals;
import dev.borderline.observe.Diary;
import dev.borderline.observe.RunView.CaseFacts;
import dev.borderline.observe.RunView.HouseholdFacts;
import dev.borderline.observe.Step;
import dev.borderline.observe.Step.Heard;
import dev.borderline.observe.Story;
import dev.borderline.text.Numbers;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A household's life in one world, in a clause: contacts, arrests, bribes, time held, and its state at the end. */
final class SideSummary {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double DAYS_PER_MONTH = DAYS_PER_YEAR / 12;
    private static final int MONTHS_FROM = 60; // days; below them days are told, above two years years
    private static final int YEARS_FROM = 730;

    private final World world;
    private final Diary diary;
    private int contacts;
    private int settled;
    private double bribesUsd;
    private long ticksHeld;
    private long takenAt;
    private final List<Step> arrests = new ArrayList<>();

    SideSummary(World world, Diary diary) {
        this.world = world;
        this.diary = diary;
        for (Step step : diary.steps()) {
            step.signals().forEach(told -> hear(step, told));
        }
    }

    private boolean isHeldAtFirst() {
        HouseholdFacts first = diary.start();
        return first != null && first.state().held();
    }

    private void hear(Step step, Heard.Told told) {
        CaseFacts caseFile = told.caseFile();
        switch (told.signal()) {
            case Signals.CONTACT_COMPLETED -> contacts++;
            case Signals.ARRESTED -> {
                arrests.add(step);
                takenAt = step.time();
            }
            case Signals.BRIBE_PAID -> bribesUsd += caseFile == null ? 0 : caseFile.bribeUsd();
            case Signals.CASE_CLOSED -> {
                ticksHeld += step.time() - takenAt;
                takenAt = -1;
                boolean onTheSpot = caseFile != null
                        && caseFile.outcome()
                                .filter(outcome -> outcome == Cases.Outcome.SETTLED)
                                .isPresent();
                settled += onTheSpot ? 1 : 0;
            }
            default -> {
                // tells nothing of how the household fared
            }
        }
    }

    /** The clause, as it follows on "in A". */
    String clause() {
        if (diary.start() == null) {
            return "there never is such a household";
        }
        return "it reaches the relatives abroad " + times(contacts) + ", and "
                + (arrests.isEmpty() && !isHeldAtFirst() ? untaken() : "its caller " + taken());
    }

    private String untaken() {
        return "nobody is taken" + (isGone() ? "; the caller leaves the country" : "");
    }

    private String taken() {
        List<String> parts = new ArrayList<>();
        if (isHeldAtFirst()) {
            parts.add("is held when this begins");
        }
        if (!arrests.isEmpty()) {
            String route = arrests.get(0)
                    .told(Signals.ARRESTED)
                    .map(Heard.Told::caseFile)
                    .map(caseFile -> Story.route(caseFile.route()))
                    .orElse("");
            parts.add("is taken "
                    + (arrests.size() == 1 ? "on " : times(arrests.size()) + ", first on ")
                    + day(world, arrests.get(0).time()) + " (" + route + ")");
        }
        if (bribesUsd > 0) {
            parts.add("pays " + usd(bribesUsd) + " in bribes");
        }
        if (settled > 0) {
            parts.add("is let go on the spot" + (arrests.size() <= 1 ? "" : " " + times(settled)));
        }
        long held = ticksHeld + (takenAt < 0 ? 0 : world.scenario().horizonMs() - takenAt);
        if (held > 0) {
            parts.add("is held for " + span(held));
        }
        parts.add(
                isGone()
                        ? "leaves the country"
                        : takenAt < 0 ? "is free again at the end" : "is still held at the end");
        int last = parts.size() - 1;
        return String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    private boolean isGone() {
        List<Step> steps = diary.steps();
        return !steps.isEmpty() && steps.get(steps.size() - 1).after().state() == State.GONE;
    }

    /** The day of a time, in words. */
    static String day(World world, long time) {
        return DAY.format(world.scenario().start().plusDays(time / Times.DAY));
    }

    private static String times(int count) {
        return count == 0 ? "never" : count == 1 ? "once" : count == 2 ? "twice" : count + " times";
    }

    private static String usd(double usd) {
        return String.format(Locale.ROOT, "%,.2f USD", usd);
    }

    private static String span(long ticks) {
        double days = (double) ticks / Times.DAY;
        if (days < MONTHS_FROM) {
            return Numbers.human(StrictMath.max(1, StrictMath.rint(days))) + (days < 1.5 ? " day" : " days");
        }
        return days < YEARS_FROM
                ? Numbers.human(StrictMath.rint(days / DAYS_PER_MONTH)) + " months"
                : Numbers.human(StrictMath.rint(10 * days / DAYS_PER_YEAR) / 10) + " years";
    }
}
