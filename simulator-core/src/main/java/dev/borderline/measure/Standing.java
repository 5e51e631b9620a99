package dev.borderline.measure;

import java.util.Comparator;

/**
 * Standing of a measure among the others, declared with it. Tables, reports and objectives ask for it and keep no names of their
 * own.
 *
 * @param group heading that it stands under, see {@link MeasureGroup}
 * @param sense meaning of more of it for people
 * @param line place in its group's short table; 0 if shown only where all measures are asked for
 * @param isMain true if a comparison of policies shows it unasked
 * @param rank place among the few outcomes that stand for all; 0 if none of them
 */
public record Standing(String group, Sense sense, int line, boolean isMain, int rank) {
    /** Standing in a folder written before measures declared one. */
    public static final Standing UNDECLARED = new Standing("Everything else", Sense.UNDECLARED, 0, false, 0);

    /** Order of lines in a short table, before all that have none. */
    static final Comparator<Standing> BY_LINE =
            Comparator.comparingInt(standing -> standing.line == 0 ? Integer.MAX_VALUE : standing.line);

    /** Standing of a measure shown only where all are asked for. */
    public static Standing of(String group, Sense sense) {
        return new Standing(group, sense, 0, false, 0);
    }
}
