package dev.borderline.cli.explain;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.experiment.explain.Explanation.FirstDifference;
import dev.borderline.experiment.explain.World;
import dev.borderline.observe.Hearing;
import dev.borderline.observe.Step;
import dev.borderline.observe.Story;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The event that comes out otherwise, and why. */
record PartingText(Console console, Worlds.Chosen chosen) {
    private static final int WIDTH = 80;
    private static final String INDENT = "  ";

    void print(FirstDifference parting) {
        World one = chosen.sides().get(0);
        World other = chosen.sides().get(1);
        console.out().println(console.bold("The first event that comes out otherwise"));
        event(one, parting.one());
        event(other, parting.other());
        parting.draws().stream().filter(FirstDifference.DrawPair::decides).forEach(pair -> wrapped(drawn(pair)));
        if (parting.draws().stream().noneMatch(FirstDifference.DrawPair::decides)) {
            parting.draws().forEach(pair -> wrapped(drawn(pair)));
        }
        figures(parting);
        console.out().println();
        causes(parting);
    }

    private void event(World side, Optional<Step> step) {
        wrapped(side.name() + ": "
                + step.map(present -> StoryText.date(side, present) + " " + Story.of(present))
                        .orElse("nothing more happens"));
    }

    private String drawn(FirstDifference.DrawPair pair) {
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

    /** Numbers weighed on one side only follow from the first difference, so they are told only where nothing else is. */
    private void figures(FirstDifference parting) {
        List<FirstDifference.FigurePair> both = parting.figures().stream()
                .filter(pair -> !Double.isNaN(pair.one()) && !Double.isNaN(pair.other()))
                .toList();
        List<FirstDifference.FigurePair> shown =
                both.isEmpty() && parting.draws().isEmpty() ? parting.figures() : both;
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
    private static double likeness(FirstDifference.FigurePair pair) {
        double larger = Math.max(Math.abs(pair.one()), Math.abs(pair.other()));
        return Double.isNaN(larger) ? 1 : 1 - Math.abs(pair.one() - pair.other()) / larger;
    }

    private static String value(String name, double value) {
        return Double.isNaN(value) ? "not weighed" : Story.value(name, value);
    }

    private String name(int side) {
        return chosen.sides().get(side).name();
    }

    private void causes(FirstDifference parting) {
        console.out().println(console.bold("What is responsible"));
        List<FirstDifference.Cause> found = parting.causes().stream()
                .filter(cause ->
                        cause.part() == FirstDifference.Part.ALONE || cause.part() == FirstDifference.Part.SUFFICES)
                .toList();
        if (parting.causes().isEmpty()) {
            wrapped("No input differs by then: the worlds differ in their mechanisms or controllers.");
        }
        found.forEach(this::cause);
        List<FirstDifference.Cause> rest = new ArrayList<>(parting.causes());
        rest.removeAll(found);
        if (found.isEmpty() && !rest.isEmpty()) {
            wrapped("No single input was found to do it; by then these differ:");
            rest.forEach(this::cause);
        } else if (!rest.isEmpty()) {
            wrapped("Not responsible alone: "
                    + rest.stream().map(FirstDifference.Cause::path).collect(Collectors.joining(", ")));
        }
        console.out().println();
    }

    private void cause(FirstDifference.Cause cause) {
        String how = switch (cause.part()) {
            case ALONE -> ". With it as in " + name(0) + ", all else being equal, the event comes out as there";
            case SUFFICES -> ". Put into " + name(0) + " alone, it does the same there";
            default -> "";
        };
        wrapped(cause.path() + " is " + Numbers.human(cause.other()) + " in " + name(1) + ", "
                + Numbers.human(cause.one()) + " in " + name(0) + how);
        for (FirstDifference.TextLine line : cause.lines()) {
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
