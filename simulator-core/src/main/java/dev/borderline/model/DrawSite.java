package dev.borderline.model;

import dev.borderline.random.Draws;
import dev.borderline.stat.FixedSum;
import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * One site at which a yes-or-no draw is made. It keeps its compensator, the sum of the probabilities that were compared
 * with the draws: {@code (accepted − expected) / sqrt(variance)} is standard normal in the limit, whatever the scenario,
 * because the terms {@code 1{u < p} − p} are martingale differences.
 */
public final class DrawSite implements StatePart {
    /** Listener of draws. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Told after a draw.
         *
         * @param subject lasting number of the subject
         * @param lane number of the sub-draw
         * @param probability what the uniform was compared with
         */
        void onDraw(long subject, int occurrence, int lane, double probability);
    }

    private final Draws draws;
    private final IntToLongFunction ids; // lasting numbers of subjects
    private final FixedSum expected = new FixedSum();
    private final FixedSum variance = new FixedSum();
    private long trials;
    private long accepted;
    private Listener[] listeners = new Listener[0];

    DrawSite(Draws draws, IntToLongFunction ids) {
        this.draws = draws;
        this.ids = ids;
    }

    /** True if it happens; a higher probability accepts all that a lower one does. Makes one draw. */
    public boolean occurs(int subject, int occurrence, double probability) {
        return occurs(subject, occurrence, 0, probability);
    }

    /** As {@link #occurs(int, int, double)} with the {@code lane}-th sub-draw, 0 to 255. */
    public boolean occurs(int subject, int occurrence, int lane, double probability) {
        boolean happens = probability > 0 // what cannot happen needs no draw
                && draws.bernoulli(ids.applyAsLong(subject), occurrence, lane, probability);
        count(probability, happens);
        tell(subject, occurrence, lane, probability);
        return happens;
    }

    /** True if it would happen: the same draw, asked for once more and not counted. */
    public boolean would(int subject, int occurrence, double probability) {
        return draws.bernoulli(ids.applyAsLong(subject), occurrence, probability);
    }

    /** The uniform behind the draw, where what happens also depends on how far below the probability it lies. */
    public double uniform(int subject, int occurrence, double probability) {
        double u = draws.uniform(ids.applyAsLong(subject), occurrence);
        count(probability, u < probability);
        tell(subject, occurrence, 0, probability);
        return u;
    }

    private void count(double probability, boolean happens) {
        trials++;
        expected.add(probability);
        variance.add(probability * (1 - probability));
        if (happens) {
            accepted++;
        }
    }

    private void tell(int subject, int occurrence, int lane, double probability) {
        for (Listener listener : listeners) {
            listener.onDraw(ids.applyAsLong(subject), occurrence, lane, probability);
        }
    }

    /** Adds one who changes nothing; only while a run is put together. */
    public void tap(Listener probe) {
        listeners = Arrays.copyOf(listeners, listeners.length + 1);
        listeners[listeners.length - 1] = probe;
    }

    /** The draws it makes. */
    public Draws draws() {
        return draws;
    }

    /** Counts so far. */
    public Tested tested() {
        return new Tested(draws.purpose(), trials, accepted, expected.doubleValue(), variance.doubleValue());
    }

    /**
     * Count and compensator of a site over a run.
     *
     * @param purpose name of the draw
     * @param trials draws made
     * @param accepted draws below their probability
     * @param expected sum of the probabilities
     * @param variance sum of p(1 − p)
     */
    public record Tested(String purpose, long trials, long accepted, double expected, double variance) {
        /** Standardised difference, 0 where nothing was uncertain. */
        public double z() {
            return variance == 0 ? 0 : (accepted - expected) / Math.sqrt(variance);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.int64(trials);
        out.int64(accepted);
        out.int64(expected.whole());
        out.int64(expected.fractionUnits());
        out.int64(variance.whole());
        out.int64(variance.fractionUnits());
    }

    @Override
    public void load(StateReader in) {
        trials = in.int64();
        accepted = in.int64();
        expected.set(in.int64(), in.int64());
        variance.set(in.int64(), in.int64());
    }
}
