package dev.borderline.experiment.explain;

import dev.borderline.experiment.explain.Explanation.FirstDifference;
import dev.borderline.experiment.explain.Explanation.FirstDifference.Cause;
import dev.borderline.experiment.explain.Explanation.FirstDifference.DrawPair;
import dev.borderline.experiment.explain.Explanation.FirstDifference.Part;
import dev.borderline.observe.Diary;
import dev.borderline.observe.RunView.HouseholdFacts;
import dev.borderline.observe.Step;
import dev.borderline.observe.Story;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A household's story in three sentences. They tell the household, its end in each of two worlds, and the lever or draw that made
 * the difference. In one world there are two.
 */
final class PlainStory {
    private static final List<String> FIFTHS = List.of(
            "is of the poorest fifth",
            "is of the second-poorest fifth",
            "is of the middle fifth",
            "is of the second-richest fifth",
            "is of the richest fifth");

    private PlainStory() {}

    /** The story in one world. */
    static List<String> of(World world, Diary diary) {
        String since = diary.begun() == 0 ? "There " : "From then on ";
        return List.of(household(world, diary), since + new SideSummary(world, diary).clause() + ".");
    }

    /** The story in two worlds. */
    static List<String> of(Explanation story) {
        World one = story.worlds().get(0);
        World other = story.worlds().get(1);
        SideSummary inOne = new SideSummary(one, story.one());
        SideSummary inOther = new SideSummary(other, story.other());
        Diary known = story.one().start() == null ? story.other() : story.one();
        String ends = inOne.clause().equals(inOther.clause())
                ? "In " + one.name() + " and in " + other.name() + " " + inOne.clause() + "."
                : "In " + one.name() + " " + inOne.clause() + "; in " + other.name() + " " + inOther.clause() + ".";
        String difference = story.parting()
                .map(parting -> difference(story, parting))
                .orElse("Every event of this household comes out alike in both.");
        return List.of(household(one, known), ends, difference);
    }

    private static String household(World world, Diary diary) {
        HouseholdFacts facts = diary.start();
        if (facts == null) {
            return "Household " + diary.id() + " is never there.";
        }
        String means = facts.ownsHandset()
                ? "owns a handset for a neighbour's network"
                : "owns no handset, so that it calls through a broker or not at all";
        return "Household " + diary.id() + " lives " + Story.zone(facts.zone()) + ", "
                + FIFTHS.get(facts.fifth()) + " and earns "
                + Numbers.human(StrictMath.rint(facts.incomeUsd())) + " USD a year; "
                + (diary.begun() == 0 ? "at first" : "on " + SideSummary.day(world, diary.begun())) + " it " + means
                + (facts.licensed() ? ", and may call abroad" : "") + ".";
    }

    private static String difference(Explanation story, FirstDifference parting) {
        World one = story.worlds().get(0);
        World other = story.worlds().get(1);
        return made(parting, one, other) + ": " + events(parting, one, other) + drawn(parting, one, other)
                + weighty(story, parting) + ".";
    }

    private static String made(FirstDifference parting, World one, World other) {
        List<Cause> found = parting.causes().stream()
                .filter(cause -> cause.part() == Part.ALONE || cause.part() == Part.SUFFICES)
                .toList();
        if (found.size() == 1) {
            return "What made the difference is the " + lever(found.get(0), one, other);
        }
        if (!found.isEmpty()) {
            return "What made the difference is any one of " + found.size() + " levers, such as the "
                    + lever(found.get(0), one, other);
        }
        return parting.causes().isEmpty()
                ? "No input differs by then, but mechanisms or controllers do"
                : "No single lever made the difference, but several that differ together";
    }

    private static String lever(Cause cause, World one, World other) {
        String what = one.scenario().spec(cause.path()).input().what();
        return what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1) + " (" + cause.path() + " is "
                + Numbers.human(cause.one()) + " in " + one.name() + ", " + Numbers.human(cause.other()) + " in "
                + other.name() + ")";
    }

    private static String events(FirstDifference parting, World one, World other) {
        String before = parting.one().map(Story::gist).orElse("nothing more happens");
        String after = parting.other().map(Story::gist).orElse("nothing more happens");
        Optional<Step> first = parting.one().isPresent()
                        && (parting.other().isEmpty()
                                || parting.one().get().time()
                                        <= parting.other().get().time())
                ? parting.one()
                : parting.other();
        String day = first.map(step -> "on " + SideSummary.day(one, step.time()) + " ")
                .orElse("");
        return before.equals(after)
                ? day + "the same begins in both (" + before + ") but comes out otherwise"
                : day + "in " + one.name() + " \u201c" + before + "\u201d, in " + other.name() + " \u201c" + after
                        + "\u201d";
    }

    /** The number drawn, where chance decided between the two. */
    private static String drawn(FirstDifference parting, World one, World other) {
        return parting.draws().stream()
                .filter(DrawPair::decides)
                .findFirst()
                .map(pair -> {
                    double drawn = pair.one().uniform();
                    double before = pair.one().probability();
                    double after = pair.other().probability();
                    return ", because the number drawn for \""
                            + Story.name(pair.one().purpose()) + "\", "
                            + Story.share(drawn, before, after) + " in both, "
                            + (pair.one().yes() ? "is" : "is not") + " below the chance of "
                            + Story.share(before, drawn, after) + " in " + one.name() + " and "
                            + (pair.other().yes() ? "is" : "is not") + " below that of "
                            + Story.share(after, drawn, before) + " in " + other.name();
                })
                .orElse("");
    }

    /** The first step that matters on one side alone, where it is not the parting itself. */
    private static String weighty(Explanation story, FirstDifference parting) {
        List<String> told = new ArrayList<>();
        Optional<Step> inOne = firstAlone(story.one(), story.other(), parting.index());
        Optional<Step> inOther = firstAlone(story.other(), story.one(), parting.index());
        boolean isOther = inOther.isPresent()
                && (inOne.isEmpty() || inOther.get().time() < inOne.get().time());
        Optional<Step> first = isOther ? inOther : inOne;
        World side = story.worlds().get(isOther ? 1 : 0);
        first.filter(step -> !Optional.of(step).equals(parting.one())
                        && !Optional.of(step).equals(parting.other()))
                .ifPresent(step -> told.add("; from there the two lives go apart, and on "
                        + SideSummary.day(side, step.time()) + " in " + side.name() + " alone: " + Story.gist(step)));
        return String.join("", told);
    }

    private static Optional<Step> firstAlone(Diary diary, Diary pair, int from) {
        return diary.steps().stream()
                .skip(from)
                .filter(Story::matters)
                .filter(step -> pair.steps().stream()
                        .noneMatch(match -> Explanation.alike(Optional.of(step), Optional.of(match))))
                .findFirst();
    }
}
