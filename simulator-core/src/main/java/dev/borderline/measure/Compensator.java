package dev.borderline.measure;

import dev.borderline.measure.Recorder.Count;

/**
 * The expected number beside a count, with the chance of the draws behind it taken out: the measure {@code <count>_expected}.
 *
 * <p>It counts what its count counts. Besides, whenever a draw decides, happening with probability p, and one outcome makes {@code
 * weight} more of what is counted expected than the other, it gives back {@code weight × (1{happened} − p)}. The mean of that is 0
 * given all that was known before the draw, so <em>whatever the weights</em> the mean stays that of the count; if the weights are
 * right, what is left is the expectation as of the first of the draws. A tally of arrests so becomes the sum of the chances of
 * arrest that callers ran. Differences between policies are then seen in far fewer runs: they move every chance, but the fate of
 * few. Source: S. G. Henderson, P. W. Glynn, "Approximating martingales for variance reduction in Markov process simulation",
 * Mathematics of Operations Research 27 (2002) 253-271.
 *
 * <p>Summed in fixed point, so no order of adding matters.
 */
public final class Compensator {
    /** Suffix after the name of the count. */
    public static final String SUFFIX = "_expected";

    private final Count expected;

    public Compensator(Count expected) {
        this.expected = expected;
    }

    /** One more is counted. */
    public void counted(int household) {
        expected.addExpected(household, 1);
    }

    /**
     * A draw has been made.
     *
     * @param household under whom it is counted
     * @param weight how many more are to be counted, as expected, where it happens than where not: as known before the draw
     * @param probability of its happening, 0 to 1
     * @param happened whether it did
     */
    public void drawn(int household, double weight, double probability, boolean happened) {
        expected.addExpected(household, weight * (happened ? probability - 1 : probability));
    }
}
