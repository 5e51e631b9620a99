package dev.borderline.model;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.random.Inversion;
import dev.borderline.state.IntCell;
import java.util.function.DoubleSupplier;

/**
 * Policy-free candidate times for a hazard per household, of which the hazard in force accepts a share. They are a Poisson
 * process of a fixed rate, drawn from the household's own keyed draws. A higher hazard so accepts a superset (Lewis and Shedler
 * 1979, thinning). Where the hazard exceeds the fixed rate, further independent layers of the same rate are laid on top.
 *
 * <p>Candidates are drawn a window (a year) at a time: one uniform per household, window and layer gives their number, one
 * each their times. Draws: {@code <name>.number} and {@code <name>.time}.
 */
public final class ThinnedArrivals {
    /** Told of each candidate. */
    public interface Handler {
        /**
         * Decides about a candidate.
         *
         * @param occurrence number of the candidate of this household, unique over the run
         * @param layer subtract {@code layer} times the fixed rate from the hazard, divide by the fixed rate, to accept
         * @return outcome code for the fingerprint
         */
        int onCandidate(int household, int occurrence, int layer);
    }

    /** Greatest rate of one layer, 1/year: a window then holds more than 64 candidates with a probability of 1e-14. */
    public static final double RATE_MAX = 20;

    private static final int NUMBER_BITS = 6;
    private static final int LAYER_BITS = 9;

    /** Layers that are kept apart. */
    public static final int LAYERS_MAX = (1 << LAYER_BITS) - 1;

    private static final long WINDOW = Times.YEAR;

    private final Wiring wiring;
    private final DoubleSupplier greatestRate;
    private final double ratePerYear;
    private final double mean; // candidates per household, window and layer
    private final double none; // probability of no candidate
    private final HouseholdDraws numbers;
    private final HouseholdDraws times;
    private final int candidateKind;
    private final IntCell layers;
    private final IntCell open; // the window whose candidates are drawn

    /**
     * Starts the clock.
     *
     * @param name prefix of its draws and event kinds
     * @param ratePerYear fixed rate of one layer, above 0 and at most {@link #RATE_MAX}
     * @param greatestRate the greatest hazard any household has under the levers in force, 1/year
     */
    public ThinnedArrivals(
            Wiring wiring, String name, double ratePerYear, DoubleSupplier greatestRate, Handler handler) {
        if (!(ratePerYear > 0 && ratePerYear <= RATE_MAX)) {
            throw new IllegalArgumentException(
                    name + " asks for " + ratePerYear + " candidates a year; above 0 and at most " + RATE_MAX);
        }
        this.wiring = wiring;
        this.ratePerYear = ratePerYear;
        this.greatestRate = greatestRate;
        layers = wiring.state().intCell(name + " layers", 0);
        open = wiring.state().intCell(name + " window", -1);
        mean = ratePerYear * WINDOW / Times.YEAR;
        none = StrictMath.exp(-mean);
        numbers = wiring.draws(name + ".number");
        times = wiring.draws(name + ".time");
        int windowKind = wiring.scheduler().kind(name + ".window", Phase.MODEL, (time, subject, window) -> {
            openWindow(window);
            return 0;
        });
        candidateKind = wiring.householdEvent(
                name,
                (time, household, occurrence) ->
                        handler.onCandidate(household, occurrence, (occurrence >>> NUMBER_BITS) & LAYERS_MAX));
        wiring.signal(Signals.HOUSEHOLD_BORN).listen((household, unused) -> onBirth(household));
        wiring.onStart(() -> {
            for (int window = 0; window * WINDOW < wiring.end(); window++) {
                wiring.scheduler().post(window * WINDOW, windowKind, 0, window);
            }
        });
    }

    /** The share of a layer's candidates to accept under a hazard, 0 to 1. */
    public double acceptance(double hazardPerYear, int layer) {
        return Math.min(1, Math.max(0, hazardPerYear / ratePerYear - layer));
    }

    /** To be called when the greatest hazard has risen: lays missing layers from now to the end of the window. */
    public void levelMoved() {
        if (open.get() < wiring.scheduler().now() / WINDOW) {
            return; // a move at the very start of a window comes before it opens, which lays all layers
        }
        int needed = layersNeeded();
        while (layers.get() < needed) {
            post(open.get(), layers.get());
            layers.add(1);
        }
    }

    private int layersNeeded() {
        int needed = (int) StrictMath.ceil(greatestRate.getAsDouble() / ratePerYear);
        if (needed > LAYERS_MAX) {
            throw new IllegalArgumentException("a hazard of " + greatestRate.getAsDouble() + " per year needs " + needed
                    + " layers of candidates; at most " + LAYERS_MAX + " are kept apart");
        }
        return needed;
    }

    private void openWindow(int window) {
        open.set(window);
        layers.set(Math.max(layers.get(), layersNeeded()));
        for (int layer = 0; layer < layers.get(); layer++) {
            post(window, layer);
        }
    }

    private void onBirth(int household) {
        for (int layer = 0; layer < layers.get(); layer++) {
            post(household, open.get(), layer);
        }
    }

    private void post(int window, int layer) {
        for (int household = 0; household < wiring.households().size(); household++) {
            post(household, window, layer);
        }
    }

    private void post(int household, int window, int layer) {
        int first = (window << LAYER_BITS | layer) << NUMBER_BITS;
        double u = numbers.uniform(household, first);
        if (u >= none) {
            post(household, first, window, Inversion.poisson(u, mean));
        }
    }

    private void post(int household, int first, int window, int count) {
        for (int i = 0; i < Math.min(count, 1 << NUMBER_BITS); i++) {
            long time = window * WINDOW + (long) (times.uniform(household, first + i) * WINDOW);
            if (time >= wiring.scheduler().now() && time < wiring.end()) {
                wiring.scheduler().post(time, candidateKind, household, first + i);
            }
        }
    }
}
