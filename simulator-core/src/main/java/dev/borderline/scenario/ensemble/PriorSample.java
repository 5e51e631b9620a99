package dev.borderline.scenario.ensemble;

import dev.borderline.random.Draws;
import dev.borderline.random.Mix64;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import dev.borderline.scenario.Scenario;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Members drawn from the priors, row of evidence by row, as a sliced Latin hypercube: every slice of {@value #SLICE} members in a
 * row has one member in each of as many equal strata of each unknown, and all members together have one in each of theirs. So the
 * first {@value #SLICE} are as good a sample as they can be, and all are. P. Z. G. Qian, "Sliced Latin hypercube designs", JASA
 * 107 (2012) 393-399.
 *
 * <p>A member that breaks a joint limit has the unknowns in it drawn again, independently, until it keeps it: what is then drawn has
 * the law of the priors, given the limit.
 *
 * <p>Draws under {@code ensemble.prior}, of a subject that is the row's hash, by member: sub-draw 0 orders a slice, 1 the slices, 2
 * places within a stratum; from 3 on those that are drawn again.
 */
final class PriorSample {
    static final int SLICE = 64;
    private static final int PLACE = 2;
    private static final int AGAIN = 3;
    private static final int SUB_DRAWS = 256;

    private final PriorSpace space;
    private final int count;
    private final int slice;
    private final Draws draws;
    private final List<double[]> ranks = new ArrayList<>(); // by row of evidence, then by member

    PriorSample(Scenario scenario, int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("an ensemble of " + count + " members; it needs 1 or more");
        }
        this.count = count;
        space = PriorSpace.of(scenario);
        slice = count % SLICE == 0 ? SLICE : count;
        draws = Draws.of(RunKeys.designKey(RunKeys.SCHEME_VERSION, seed), "ensemble.prior", SubjectKind.FACTOR);
    }

    Ensemble ensemble() {
        space.rows().forEach(row -> ranks.add(hypercube(row)));
        List<SortedMap<String, Double>> members = new ArrayList<>();
        for (int member = 0; member < count; member++) {
            members.add(member(member));
        }
        return space.ensemble(Ensemble.PRIOR, members);
    }

    private SortedMap<String, Double> member(int member) {
        double[] own = ranks.stream().mapToDouble(all -> all[member]).toArray();
        for (int again = AGAIN; again < SUB_DRAWS; again++) {
            SortedMap<String, Double> values = space.drawn(own);
            SortedSet<String> broken = space.broken(values);
            if (broken.isEmpty()) {
                return values;
            }
            for (String row : broken) {
                own[Collections.binarySearch(space.rows(), row)] = draws.uniform(Mix64.hash(row), member, again);
            }
        }
        throw new InvalidInput(
                Mark.NONE,
                "",
                "the priors of shares hardly ever go together: " + member + " members were found in time");
    }

    /** Ranks of one unknown, by member. */
    private double[] hypercube(String row) {
        long subject = Mix64.hash(row);
        int slices = count / slice;
        int[] stratum = new int[count];
        for (int first = 0; first < count; first += slice) {
            for (int i = 0; i < slice; i++) {
                stratum[first + i] = placeOf(first + i, first, first + slice, 0, subject);
            }
        }
        double[] found = new double[count];
        for (int member = 0; member < count; member++) {
            int finer = slices == 1 ? 0 : placeAmong(member, stratum, subject);
            double within = draws.uniform(subject, member, PLACE);
            found[member] = ((double) stratum[member] * slices + finer + within) / count;
        }
        return found;
    }

    /** Number of members from {@code from} to before {@code to} with a lesser draw. */
    private int placeOf(int member, int from, int to, int subDraw, long subject) {
        double own = draws.uniform(subject, member, subDraw);
        int lesser = 0;
        for (int other = from; other < to; other++) {
            lesser += draws.uniform(subject, other, subDraw) < own ? 1 : 0;
        }
        return lesser;
    }

    /** Number of members of the same stratum with a lesser draw. */
    private int placeAmong(int member, int[] stratum, long subject) {
        double own = draws.uniform(subject, member, 1);
        int lesser = 0;
        for (int other = 0; other < count; other++) {
            boolean same = stratum[other] == stratum[member];
            lesser += same && draws.uniform(subject, other, 1) < own ? 1 : 0;
        }
        return lesser;
    }
}
