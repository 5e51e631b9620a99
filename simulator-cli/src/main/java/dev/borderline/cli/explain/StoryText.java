package dev.borderline.cli.explain;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.event.Times;
import dev.borderline.experiment.explain.Explanation;
import dev.borderline.experiment.explain.FirstDifference;
import dev.borderline.experiment.explain.World;
import dev.borderline.observe.Diary;
import dev.borderline.observe.HouseholdFacts;
import dev.borderline.observe.Step;
import dev.borderline.observe.Story;
import java.util.List;
import java.util.Optional;

/** The story of a household for people, within 80 columns. */
final class StoryText {
    private static final int WIDTH = 80;
    private static final int COMMON_SHOWN = 3;
    private static final int AFTERWARDS_SHOWN = 12;
    private static final String INDENT = "  ";
    private static final String HANGING = " ".repeat(14);

    private static final String BRACKETS =
            "In brackets stands what chance decided: yes where the number drawn, between 0 and 1"
                    + " and the same in every world, is below the chance.";

    private final Console console;
    private final Worlds.Chosen chosen;

    StoryText(Console console, Worlds.Chosen chosen) {
        this.console = console;
        this.chosen = chosen;
    }

    /** The story in one world. */
    void alone(Diary diary, boolean asJson) {
        if (asJson) {
            console.out().println(ExplanationJson.of(chosen, diary));
            return;
        }
        World side = chosen.sides().get(0);
        head(diary, side.name());
        List<Step> told = told(diary.steps());
        told.forEach(step -> print(side, step));
        if (told.isEmpty()) {
            line(INDENT, "nothing happens");
        }
        console.out().println();
        line("", BRACKETS);
    }

    /** The story in two worlds. */
    void both(Explanation explanation, boolean full) {
        World one = chosen.sides().get(0);
        World other = chosen.sides().get(1);
        Diary known = explanation.one().start() == null ? explanation.other() : explanation.one();
        head(known, one.name() + " and " + other.name());
        Optional<FirstDifference> parting = explanation.parting();
        int common = parting.map(FirstDifference::index)
                .orElse(explanation.one().steps().size());
        common(one, explanation.one().steps().subList(0, common), full);
        traces(other, explanation);
        if (parting.isEmpty()) {
            line("", "Every event of this household comes out alike in both.");
            console.out().println();
            line("", BRACKETS);
            return;
        }
        new PartingText(console, chosen).print(parting.get());
        afterwards(one, explanation.one(), common, full);
        afterwards(other, explanation.other(), common, full);
        line("", BRACKETS);
    }

    private void head(Diary diary, String where) {
        HouseholdFacts start = diary.start();
        console.out().println(console.bold("Household " + diary.id()));
        line(
                INDENT,
                where + "; seed " + chosen.key().seed() + ", replication "
                        + chosen.key().replication());
        if (start != null) {
            line(INDENT, "It " + Story.of(start) + ".");
        }
        console.out().println();
    }

    private static List<Step> told(List<Step> steps) {
        return steps.stream().filter(Story::tells).toList();
    }

    private void common(World side, List<Step> steps, boolean full) {
        List<Step> told = told(steps);
        int skipped = full ? 0 : Math.max(0, told.size() - COMMON_SHOWN);
        if (!told.isEmpty()) {
            line("", console.bold("Alike in both"));
        }
        if (skipped > 0) {
            line(
                    INDENT,
                    skipped + " events from " + date(side, told.get(0)) + " to " + date(side, told.get(skipped - 1))
                            + " are left out; --full tells them. Then:");
        }
        told.stream().skip(skipped).forEach(step -> print(side, step));
    }

    private void traces(World other, Explanation explanation) {
        int apart = explanation.parting().map(FirstDifference::index).orElse(Integer.MAX_VALUE);
        explanation.firstTraceOfDifference().ifPresent(step -> {
            if (explanation.other().steps().indexOf(step) < apart) {
                line(
                        "",
                        "From " + date(other, step)
                                + " on hours, lengths, chances or prices differ, though events come out alike.");
            }
            console.out().println();
        });
    }

    private void afterwards(World side, Diary diary, int from, boolean full) {
        List<Step> told = told(diary.steps()
                .subList(Math.min(from, diary.steps().size()), diary.steps().size()));
        line("", console.bold("From there on in " + side.name()));
        if (told.isEmpty()) {
            line(INDENT, "nothing more happens");
        }
        int shown = full ? told.size() : Math.min(AFTERWARDS_SHOWN, told.size());
        told.subList(0, shown).forEach(step -> print(side, step));
        if (shown < told.size()) {
            line(
                    INDENT,
                    (told.size() - shown) + " more events to " + date(side, told.get(told.size() - 1))
                            + "; --full tells them");
        }
        console.out().println();
    }

    private void print(World side, Step step) {
        List<String> draws = step.draws().map(Story::of).toList();
        String text = Story.of(step) + (draws.isEmpty() ? "" : " [" + String.join("; ", draws) + "]");
        List<String> lines = Wrapping.lines(text, WIDTH - HANGING.length());
        for (int i = 0; i < lines.size(); i++) {
            console.out().println((i == 0 ? INDENT + date(side, step) + INDENT : HANGING) + lines.get(i));
        }
    }

    static String date(World side, Step step) {
        return side.scenario().start().plusDays(step.time() / Times.DAY).toString();
    }

    private void line(String indent, String text) {
        Wrapping.lines(text, WIDTH - indent.length())
                .forEach(line -> console.out().println(indent + line));
    }
}
