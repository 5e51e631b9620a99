package dev.borderline.report;

import dev.borderline.event.Times;
import dev.borderline.experiment.explain.Explanation;
import dev.borderline.experiment.explain.Explanation.FirstDifference;
import dev.borderline.experiment.explain.World;
import dev.borderline.observe.Diary;
import dev.borderline.observe.Step;
import dev.borderline.observe.Story;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.Visible;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A household's story in two worlds as a page. Three sentences stand first, then two lanes of events, the draws folded away. It
 * needs no script, and nothing from outside.
 *
 * @param household its lasting number
 * @param names of the two worlds
 * @param sentences the story in three sentences, and what else is to be said before it
 * @param blocks of lines, in order of time
 * @param command that makes the page again
 * @param program version and commit
 * @param assets style
 */
public record StoryPage(
        long household,
        List<String> names,
        List<String> sentences,
        List<Block> blocks,
        String command,
        String program,
        Assets assets) {
    private static final String TEMPLATE = "story.jte";
    private static final int OPEN_MAX = 4; // lines of little weight in a row; more are folded

    public StoryPage {
        names = List.copyOf(names);
        sentences = List.copyOf(sentences);
        blocks = List.copyOf(blocks);
    }

    /** Lanes in which a line stands. */
    public enum Lane {
        BOTH,
        ONE,
        OTHER;

        /** Name of the lane in the style. */
        public String css() {
            return "lane-" + ordinal();
        }
    }

    /**
     * One event.
     *
     * @param time ticks since the start
     * @param date of it
     * @param lane world or worlds it happens in
     * @param text in words
     * @param weighty true if no story leaves it out
     * @param parting true if it is the first that comes out otherwise
     * @param draws decided by chance, in words
     */
    public record Line(
            long time, String date, Lane lane, String text, boolean weighty, boolean parting, List<String> draws) {
        public Line {
            draws = List.copyOf(draws);
        }
    }

    /** Lines in a row, folded away where they are many and of little weight. */
    public record Block(boolean folded, List<Line> lines) {
        public Block {
            lines = List.copyOf(lines);
        }

        /** Number and dates of the lines. */
        public String summary() {
            return lines.size() + " events of everyday, "
                    + lines.get(0).date() + " to "
                    + lines.get(lines.size() - 1).date();
        }
    }

    /** Writes the page of a story. */
    public static void write(Path file, Explanation story, List<String> more, String command, String program)
            throws IOException {
        List<String> sentences = new ArrayList<>(story.sentences());
        sentences.addAll(more);
        StoryPage page = new StoryPage(
                story.one().id(),
                story.worlds().stream().map(World::name).toList(),
                sentences,
                blocks(lines(story)),
                command,
                program,
                Assets.read());
        StringOutput out = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, StoryPage.class.getPackageName())
                .render(TEMPLATE, page, out);
        AtomicFile.write(file, Visible.of(out.toString()));
    }

    private static List<Line> lines(Explanation story) {
        int apart = story.parting()
                .map(FirstDifference::index)
                .orElse(story.one().steps().size());
        Stream<Line> common = story.one().steps().stream()
                .limit(apart)
                .filter(Story::tells)
                .map(step -> line(story.worlds().get(0), step, Lane.BOTH, false));
        Stream<Line> lanes = story.parting().isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        lane(story.worlds().get(0), story.one(), apart, Lane.ONE),
                        lane(story.worlds().get(1), story.other(), apart, Lane.OTHER));
        return Stream.concat(common, lanes.sorted(Comparator.comparingLong(Line::time)))
                .toList();
    }

    private static Stream<Line> lane(World world, Diary diary, int from, Lane lane) {
        List<Step> rest = diary.steps()
                .subList(Math.min(from, diary.steps().size()), diary.steps().size());
        return rest.stream()
                .filter(step -> Story.tells(step) || step.equals(rest.get(0)))
                .map(step -> line(world, step, lane, step.equals(rest.get(0))));
    }

    private static Line line(World world, Step step, Lane lane, boolean parting) {
        return new Line(
                step.time(),
                world.scenario().start().plusDays(step.time() / Times.DAY).toString(),
                lane,
                Story.of(step),
                Story.matters(step),
                parting,
                step.draws().map(Story::of).toList());
    }

    private static List<Block> blocks(List<Line> lines) {
        List<Block> blocks = new ArrayList<>();
        List<Line> light = new ArrayList<>();
        for (Line line : lines) {
            if (line.weighty() || line.parting()) {
                add(blocks, light);
                blocks.add(new Block(false, List.of(line)));
            } else {
                light.add(line);
            }
        }
        add(blocks, light);
        return blocks;
    }

    private static void add(List<Block> blocks, List<Line> light) {
        if (!light.isEmpty()) {
            blocks.add(new Block(light.size() > OPEN_MAX, light));
            light.clear();
        }
    }

    /** Style of the page. */
    String style() {
        return assets.style() + assets.storyStyle();
    }

    /** Content security policy: this style and nothing else. */
    String policy() {
        return assets.policyOf(style());
    }

    String laneName(Lane lane) {
        return switch (lane) {
            case BOTH -> "in both";
            case ONE -> "in " + names.get(0);
            case OTHER -> "in " + names.get(1);
        };
    }
}
