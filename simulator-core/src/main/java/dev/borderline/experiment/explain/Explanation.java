package dev.borderline.experiment.explain;

import dev.borderline.event.Times;
import dev.borderline.observe.Diary;
import dev.borderline.observe.Hearing;
import dev.borderline.observe.Step;
import dev.borderline.simulation.RunKey;
import dev.borderline.yaml.Mark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The story of one household in two worlds with common random numbers: where it comes to differ, and by what.
 *
 * <pre>{@code
 * Explanation explanation = Explanation.of(812, RunKey.of(42), World.of(base), World.of(drive));
 * explanation.parting().ifPresent(parting -> show(parting.causes()));
 * }</pre>
 *
 * <p>Made by running both again and listening to the household. Steps are laid side by side in their order; they came out
 * alike if the same kind of event had the same outcome, signals and state, and the same decisions of the draws made in both,
 * whatever its exact hour, length or price. The inputs responsible are found by trying: the second world is run again with each differing input in turn taken from
 * the first, up to the day in question.
 */
public final class Explanation {
    private final World one;
    private final World other;
    private final RunKey key;
    private final Diary oneDiary;
    private final Diary otherDiary;
    private final Optional<Step> firstTrace;
    private final Optional<FirstDifference> parting;

    private Explanation(World one, World other, RunKey key, List<Diary> diaries) {
        this.one = one;
        this.other = other;
        this.key = key;
        oneDiary = diaries.get(0);
        otherDiary = diaries.get(1);
        firstTrace = firstTrace();
        parting = findParting();
    }

    /** Follows a household by its lasting number through both worlds. */
    public static Explanation of(long household, RunKey key, World one, World other) {
        List<Diary> diaries = List.of(one.diary(household, key), other.diary(household, key));
        return new Explanation(one, other, key, diaries);
    }

    /** The two worlds. */
    public List<World> worlds() {
        return List.of(one, other);
    }

    /** The story in three sentences: the household, its end in each world, and the cause of the difference. */
    public List<String> sentences() {
        return PlainStory.of(this);
    }

    /** The household's diary in the first world. */
    public Diary one() {
        return oneDiary;
    }

    /** The household's diary in the second world. */
    public Diary other() {
        return otherDiary;
    }

    /** The first step of the second world in which anything differs: an hour, a length, a probability or a price. */
    public Optional<Step> firstTraceOfDifference() {
        return firstTrace;
    }

    /** The first event that comes out otherwise; empty if none does. */
    public Optional<FirstDifference> parting() {
        return parting;
    }

    private Optional<Step> firstTrace() {
        List<Step> steps = otherDiary.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean same =
                    step(oneDiary, i).filter(before -> equal(before, step)).isPresent();
            if (!same) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** In everything but occurrence, which may be the number of a slot. */
    private static boolean equal(Step before, Step after) {
        return before.time() == after.time()
                && before.words().equals(after.words())
                && before.draws().toList().equals(after.draws().toList())
                && before.figures()
                        .map(Hearing.Figure::value)
                        .toList()
                        .equals(after.figures().map(Hearing.Figure::value).toList());
    }

    private static Optional<Step> step(Diary diary, int index) {
        List<Step> steps = diary.steps();
        return index < steps.size() ? Optional.of(steps.get(index)) : Optional.empty();
    }

    private Optional<FirstDifference> findParting() {
        int steps = Math.max(oneDiary.steps().size(), otherDiary.steps().size());
        for (int i = 0; i < steps; i++) {
            if (!alike(step(oneDiary, i), step(otherDiary, i))) {
                return Optional.of(parting(i));
            }
        }
        return Optional.empty();
    }

    /** True if two steps came out alike, within a day. */
    static boolean alike(Optional<Step> one, Optional<Step> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() == other.isEmpty();
        }
        Step before = one.get();
        Step after = other.get();
        return Math.abs(before.time() - after.time()) < Times.DAY && before.cameOutLike(after);
    }

    private FirstDifference parting(int index) {
        Optional<Step> before = step(oneDiary, index);
        Optional<Step> after = step(otherDiary, index);
        long time = Math.min(
                before.map(Step::time).orElse(Long.MAX_VALUE),
                after.map(Step::time).orElse(Long.MAX_VALUE));
        Causes causes = new Causes(one, other, time, List.of(oneDiary, otherDiary));
        LocalDate day = one.scenario().start().plusDays(time / Times.DAY);
        return new FirstDifference(
                index, before, after, draws(before, after), figures(before, after), causes.tried(key, day, index));
    }

    private static List<FirstDifference.DrawPair> draws(Optional<Step> before, Optional<Step> after) {
        List<FirstDifference.DrawPair> pairs = new ArrayList<>();
        List<Hearing.Draw> others = after.map(step -> step.draws().toList()).orElse(List.of());
        before.map(step -> step.draws().toList())
                .orElse(List.of())
                .forEach(draw -> others.stream()
                        .filter(match -> match.purpose().equals(draw.purpose())
                                && match.occurrence() == draw.occurrence()
                                && match.lane() == draw.lane()
                                && match.probability() != draw.probability())
                        .findFirst()
                        .ifPresent(match -> pairs.add(new FirstDifference.DrawPair(draw, match))));
        return pairs;
    }

    private static List<FirstDifference.FigurePair> figures(Optional<Step> before, Optional<Step> after) {
        Map<String, double[]> pairs = new TreeMap<>();
        before.ifPresent(step -> step.figures()
                .forEach(figure -> pairs.computeIfAbsent(figure.name(), name -> unknown())[0] = figure.value()));
        after.ifPresent(step -> step.figures()
                .forEach(figure -> pairs.computeIfAbsent(figure.name(), name -> unknown())[1] = figure.value()));
        return pairs.entrySet().stream()
                .filter(pair -> pair.getValue()[0] != pair.getValue()[1])
                .map(pair -> new FirstDifference.FigurePair(pair.getKey(), pair.getValue()[0], pair.getValue()[1]))
                .toList();
    }

    private static double[] unknown() {
        return new double[] {Double.NaN, Double.NaN};
    }

    /**
     * The first event of a household that comes out otherwise in one world than in another, and why.
     *
     * @param index place of the event among the household's
     * @param one the event in the first world; empty if nothing happens there any more
     * @param other likewise in the second
     * @param draws draws made in both, with the same uniform, that were compared with different probabilities
     * @param figures numbers weighed in both that differ
     * @param causes inputs that differ between the worlds, by then: those found responsible first
     */
    public record FirstDifference(
            int index,
            Optional<Step> one,
            Optional<Step> other,
            List<DrawPair> draws,
            List<FigurePair> figures,
            List<Cause> causes) {
        public FirstDifference {
            draws = List.copyOf(draws);
            figures = List.copyOf(figures);
            causes = List.copyOf(causes);
        }

        /** One draw, made in both worlds. */
        public record DrawPair(Hearing.Draw one, Hearing.Draw other) {
            /** True if it was yes in one world alone. */
            public boolean decides() {
                return one.yes() != other.yes();
            }
        }

        /** One figure in both worlds; NaN where it was not weighed. */
        public record FigurePair(String name, double one, double other) {}

        /** Part of an input in a first difference. */
        public enum Part {
            /** The event comes out as in the first world once this input alone is taken from it. */
            ALONE,
            /** Once this input alone is taken into the first world, the event comes out as in the second. */
            SUFFICES,
            /** Neither; it may count together with others. */
            UNDECIDED,
            /** Not tried, because too many inputs differ. */
            NOT_TRIED
        }

        /**
         * An input that differs.
         *
         * @param path of the input
         * @param one its value then in the first world
         * @param other in the second
         * @param lines where files say so: of the second world, then of the first; may be empty
         * @param part what was found by making the runs again
         */
        public record Cause(String path, double one, double other, List<TextLine> lines, Part part) {
            public Cause {
                lines = List.copyOf(lines);
            }

            Cause with(Part found) {
                return new Cause(path, one, other, lines, found);
            }
        }

        /**
         * A line of a scenario.
         *
         * @param side name of the world
         * @param text what it says
         * @param mark where it stands
         */
        public record TextLine(String side, String text, Mark mark) {}
    }
}
