package dev.borderline.cli;

import dev.borderline.experiment.Explanation;
import dev.borderline.experiment.Parting;
import dev.borderline.experiment.Side;
import dev.borderline.model.Times;
import dev.borderline.observe.Diary;
import dev.borderline.observe.Hearing;
import dev.borderline.observe.HouseholdFacts;
import dev.borderline.observe.Step;
import dev.borderline.observe.Story;
import dev.borderline.scenario.Mark;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        Side side = chosen.sides().get(0);
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
        Side one = chosen.sides().get(0);
        Side other = chosen.sides().get(1);
        Diary known = explanation.one().start() == null ? explanation.other() : explanation.one();
        head(known, one.name() + " and " + other.name());
        Optional<Parting> parting = explanation.parting();
        int common =
                parting.map(Parting::index).orElse(explanation.one().steps().size());
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

    private void common(Side side, List<Step> steps, boolean full) {
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

    private void traces(Side other, Explanation explanation) {
        int apart = explanation.parting().map(Parting::index).orElse(Integer.MAX_VALUE);
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

    private void afterwards(Side side, Diary diary, int from, boolean full) {
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

    private void print(Side side, Step step) {
        List<String> draws = step.draws().map(Story::of).toList();
        String text = Story.of(step) + (draws.isEmpty() ? "" : " [" + String.join("; ", draws) + "]");
        List<String> lines = Wrapping.lines(text, WIDTH - HANGING.length());
        for (int i = 0; i < lines.size(); i++) {
            console.out().println((i == 0 ? INDENT + date(side, step) + INDENT : HANGING) + lines.get(i));
        }
    }

    static String date(Side side, Step step) {
        return side.scenario().start().plusDays(step.time() / Times.DAY).toString();
    }

    private void line(String indent, String text) {
        Wrapping.lines(text, WIDTH - indent.length())
                .forEach(line -> console.out().println(indent + line));
    }

    /** The event that comes out otherwise, and why. */
    private record PartingText(Console console, Worlds.Chosen chosen) {
        void print(Parting parting) {
            Side one = chosen.sides().get(0);
            Side other = chosen.sides().get(1);
            console.out().println(console.bold("The first event that comes out otherwise"));
            event(one, parting.one());
            event(other, parting.other());
            parting.draws().stream().filter(Parting.DrawPair::decides).forEach(pair -> wrapped(drawn(pair)));
            if (parting.draws().stream().noneMatch(Parting.DrawPair::decides)) {
                parting.draws().forEach(pair -> wrapped(drawn(pair)));
            }
            figures(parting);
            console.out().println();
            causes(parting);
        }

        private void event(Side side, Optional<Step> step) {
            wrapped(side.name() + ": "
                    + step.map(present -> date(side, present) + " " + Story.of(present))
                            .orElse("nothing more happens"));
        }

        private String drawn(Parting.DrawPair pair) {
            Hearing.Draw draw = pair.one();
            double one = draw.probability();
            double other = pair.other().probability();
            return "Chance: " + Story.name(draw.purpose()) + "? Both drew " + Story.share(draw.uniform(), one, other)
                    + ". In " + name(0) + " the chance was " + Story.share(one, draw.uniform(), other) + ": "
                    + word(draw) + "; in " + name(1) + " " + Story.share(other, draw.uniform(), one) + ": "
                    + word(pair.other()) + ".";
        }

        private static String word(Hearing.Draw draw) {
            return draw.yes() ? "yes" : "no";
        }

        /** What was weighed on one side only follows from the parting, so it is told only where nothing else is. */
        private void figures(Parting parting) {
            List<Parting.FigurePair> both = parting.figures().stream()
                    .filter(pair -> !Double.isNaN(pair.one()) && !Double.isNaN(pair.other()))
                    .toList();
            List<Parting.FigurePair> shown = both.isEmpty() && parting.draws().isEmpty() ? parting.figures() : both;
            if (shown.isEmpty()) {
                return;
            }
            TextTable table = new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT, TextTable.Align.RIGHT);
            table.row("What was weighed", name(0), name(1));
            shown.stream()
                    .sorted(Comparator.comparingDouble(PartingText::likeness))
                    .forEach(pair -> table.row(
                            INDENT + Story.name(pair.name()),
                            value(pair.name(), pair.one()),
                            value(pair.name(), pair.other())));
            table.lines().forEach(line -> console.out().println(INDENT + line));
        }

        /** 1 for equal figures; what differs most stands first. */
        private static double likeness(Parting.FigurePair pair) {
            double larger = Math.max(Math.abs(pair.one()), Math.abs(pair.other()));
            return Double.isNaN(larger) ? 1 : 1 - Math.abs(pair.one() - pair.other()) / larger;
        }

        private static String value(String name, double value) {
            return Double.isNaN(value) ? "not weighed" : Story.value(name, value);
        }

        private String name(int side) {
            return chosen.sides().get(side).name();
        }

        private void causes(Parting parting) {
            console.out().println(console.bold("What is responsible"));
            List<Parting.Cause> found = parting.causes().stream()
                    .filter(cause -> cause.part() == Parting.Part.ALONE || cause.part() == Parting.Part.SUFFICES)
                    .toList();
            if (parting.causes().isEmpty()) {
                wrapped("No input differs by then: the worlds differ in their mechanisms or controllers.");
            }
            found.forEach(this::cause);
            List<Parting.Cause> rest = new ArrayList<>(parting.causes());
            rest.removeAll(found);
            if (found.isEmpty() && !rest.isEmpty()) {
                wrapped("No single input was found to do it; by then these differ:");
                rest.forEach(this::cause);
            } else if (!rest.isEmpty()) {
                wrapped("Not responsible alone: "
                        + rest.stream().map(Parting.Cause::path).collect(Collectors.joining(", ")));
            }
            console.out().println();
        }

        private void cause(Parting.Cause cause) {
            String how = switch (cause.part()) {
                case ALONE -> ". With it as in " + name(0) + ", all else being equal, the event comes out as there";
                case SUFFICES -> ". Put into " + name(0) + " alone, it does the same there";
                default -> "";
            };
            wrapped(cause.path() + " is " + Numbers.human(cause.other()) + " in " + name(1) + ", "
                    + Numbers.human(cause.one()) + " in " + name(0) + how);
            for (Parting.Line line : cause.lines()) {
                Wrapping.lines(place(line.mark()) + " " + line.text(), WIDTH - 2 * INDENT.length())
                        .forEach(text -> console.out().println(INDENT + INDENT + text));
            }
        }

        private static String place(Mark mark) {
            return mark.file() + (mark.line() > 0 ? ":" + mark.line() + ":" + mark.column() : "");
        }

        private void wrapped(String text) {
            Wrapping.lines(text, WIDTH - INDENT.length())
                    .forEach(line -> console.out().println(INDENT + line));
        }
    }
}
