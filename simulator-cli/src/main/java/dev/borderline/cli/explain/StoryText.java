package dev.borderline.cli.explain;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.event.Times;
import dev.borderline.experiment.explain.Explanation;
import dev.borderline.experiment.explain.Explanation.FirstDifference;
import dev.borderline.experiment.explain.World;
import dev.borderline.observe.Diary;
import dev.borderline.observe.RunView.HouseholdFacts;
import dev.borderline.observe.Step;
import dev.borderline.observe.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The story of a household for people, within 80 columns. */
final class StoryText {
    private static final int WIDTH = 80;
    private static final int COMMON_SHOWN = 3;
    private static final int AFTERWARDS_SHOWN = 12;
    private static final int GAP_MIN = 2; // a single event is told rather than said to be left out
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
        head(diary, side.name(), side.sentences(diary));
        List<Step> told = told(diary.steps());
        told.forEach(step -> print(side, step));
        if (told.isEmpty()) {
            line(INDENT, "nothing happens");
        }
        console.out().println();
        line("", BRACKETS);
    }

    /** The story in two worlds. */
    void both(Telling telling, boolean full) {
        Explanation explanation = telling.story();
        World one = chosen.sides().get(0);
        World other = chosen.sides().get(1);
        Diary known = explanation.one().start() == null ? explanation.other() : explanation.one();
        List<String> sentences = new ArrayList<>(explanation.sentences());
        sentences.addAll(telling.remarks());
        head(known, one.name() + " (A) and " + other.name() + " (B)", sentences);
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

    private void head(Diary diary, String where, List<String> sentences) {
        HouseholdFacts start = diary.start();
        console.out().println(console.bold("Household " + diary.id()));
        for (String sentence : sentences) {
            line(INDENT, sentence);
            console.out().println();
        }
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
        if (!told.isEmpty()) {
            line("", console.bold("Alike in both"));
        }
        tell(side, told, index -> full || index >= told.size() - COMMON_SHOWN);
    }

    /** Tells the steps shown, and those that no story leaves out; says how many are left out between them. */
    private void tell(World side, List<Step> told, IntPredicate shown) {
        int from = 0;
        for (int at = 0; at <= told.size(); at++) {
            boolean isTold = at == told.size() || shown.test(at) || Story.matters(told.get(at));
            if (!isTold) {
                continue;
            }
            leaveOut(side, told.subList(from, at));
            if (at < told.size()) {
                print(side, told.get(at));
            }
            from = at + 1;
        }
    }

    private void leaveOut(World side, List<Step> steps) {
        if (steps.size() < GAP_MIN) {
            steps.forEach(step -> print(side, step));
        } else {
            line(
                    INDENT,
                    steps.size() + " everyday events from " + date(side, steps.get(0)) + " to "
                            + date(side, steps.get(steps.size() - 1)) + " are left out; --full tells them");
        }
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
        tell(side, told, index -> full || index < AFTERWARDS_SHOWN);
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
        return date(side, step.time());
    }

    static String date(World side, long time) {
        return side.scenario().start().plusDays(time / Times.DAY).toString();
    }

    private void line(String indent, String text) {
        Wrapping.lines(text, WIDTH - indent.length())
                .forEach(line -> console.out().println(indent + line));
    }
}
