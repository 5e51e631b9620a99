package dev.borderline.experiment.explain;

import dev.borderline.observe.Hearing;
import dev.borderline.observe.Step;
import dev.borderline.yaml.Mark;
import java.util.List;
import java.util.Optional;

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
