package dev.borderline.scenario;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Use of an ensemble by a scenario: which one, and the inputs that do not vary over its members. These inputs are the scenario's
 * own. Moves no run without an ensemble. Immutable.
 *
 * @param file {@code prior}, {@code fitted}, {@code none} or a file; empty where the command decides
 * @param members how many of its members; empty where the command decides
 * @param year 2010 or 2015: the world that values of members are read in
 * @param keep paths of inputs whose value is the scenario's
 * @param people share of the households that answers over members simulate, 0.001 to 1; empty where the command decides
 */
public record EnsembleUse(
        Optional<String> file, OptionalInt members, int year, SortedSet<String> keep, OptionalDouble people) {
    /** The year whose values the baseline has. */
    public static final int YEAR = 2015;

    /** The other year of which the evidence has values. */
    public static final int EARLIER_YEAR = 2010;

    /** Of a scenario that says nothing of ensembles. */
    public static final EnsembleUse NONE =
            new EnsembleUse(Optional.empty(), OptionalInt.empty(), YEAR, new TreeSet<>(), OptionalDouble.empty());

    public EnsembleUse {
        keep = Collections.unmodifiableSortedSet(new TreeSet<>(keep));
    }

    /** This, with more inputs kept. */
    EnsembleUse keeping(Collection<String> paths) {
        SortedSet<String> all = new TreeSet<>(keep);
        all.addAll(paths);
        return new EnsembleUse(file, members, year, all, people);
    }

    /** True if values are those of {@value #EARLIER_YEAR}. */
    public boolean isEarlier() {
        return year == EARLIER_YEAR;
    }
}
