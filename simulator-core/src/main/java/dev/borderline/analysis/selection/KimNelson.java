package dev.borderline.analysis.selection;

import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * Fully sequential selection of the best of several systems. Outputs come in rounds, one from each system that is left, and a
 * system goes as soon as it is clearly worse than another. Mutable; one owner.
 *
 * <p>Procedure KN of S.-H. Kim, B. L. Nelson, "A fully sequential procedure for indifference-zone selection in simulation", ACM
 * Transactions on Modeling and Computer Simulation 11 (2001) 251-273, with c = 1. With k systems, n0 first rounds, error α and
 * indifference δ:
 *
 * <pre>{@code
 * η  = ((2 α / (k - 1))^(-2 / (n0 - 1)) - 1) / 2        h² = 2 η (n0 - 1)
 * S²(i, l) = variance of X_i - X_l over the first n0 rounds, divisor n0 - 1
 * W(i, l; r) = max(0, δ / (2 r) (h² S²(i, l) / δ² - r))
 * after n0 rounds and every further one: i goes if its mean is below that of some l by more than W(i, l; r)
 * }</pre>
 *
 * <p>If outputs are normal and the best is better than the second by at least δ, the best is selected with probability at least 1 -
 * α; if several are within δ of the best, one of those or the best is. The systems of one round may share random numbers: that is in S²,
 * and makes the procedure stop sooner. It ends after {@link #maxRounds} at the latest. The method makes no draw.
 */
public final class KimNelson {
    private final Settings settings;
    private final double boundary; // h²
    private final Tally[] tallies; // by system; those that went stop growing
    private final double[][] first; // outputs of the first rounds, by system
    private final List<Integer> left = new ArrayList<>();
    private final List<Elimination> eliminated = new ArrayList<>();
    private final double[][] squares; // S², known after the first rounds
    private int rounds;

    /**
     * Settings of a selection.
     *
     * @param alpha greatest probability of a wrong selection, above 0, below 1 - 1/k
     * @param indifference δ: the least difference that matters, above 0
     * @param firstRounds n0, rounds before the first system may go, at least 2; 10 is usual
     * @param largest true when the system with the largest mean is wanted
     */
    public record Settings(double alpha, double indifference, int firstRounds, boolean largest) {
        public Settings {
            if (!(alpha > 0 && alpha < 1)) {
                throw new IllegalArgumentException("alpha is " + alpha + "; it must be above 0 and below 1");
            }
            if (!(indifference > 0 && indifference < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("indifference is " + indifference + "; it must be above 0");
            }
            if (firstRounds < 2) {
                throw new IllegalArgumentException(firstRounds + " first rounds: 2 or more are needed");
            }
        }

        /** Settings with ten first rounds, as is usual. */
        public static Settings usual(double alpha, double indifference, boolean largest) {
            return new Settings(alpha, indifference, 10, largest);
        }
    }

    /**
     * A system that went.
     *
     * @param system its index
     * @param by index of the system that was clearly better
     * @param rounds number of rounds after which it went
     */
    public record Elimination(int system, int by, int rounds) {}

    /** A selection among {@code systems} systems, 2 or more, about which nothing is known yet. */
    public KimNelson(int systems, Settings settings) {
        check(systems, settings);
        this.settings = settings;
        boundary = boundary(systems, settings);
        squares = new double[systems][systems];
        first = new double[systems][settings.firstRounds()];
        tallies = new Tally[systems];
        for (int system = 0; system < systems; system++) {
            left.add(system);
            tallies[system] = new Tally();
        }
    }

    /**
     * Refuses what {@link #KimNelson} refuses, before anything is run.
     *
     * @throws IllegalArgumentException if there are fewer than two systems, or alpha is no better than a blind choice
     */
    public static void check(int systems, Settings settings) {
        if (systems < 2) {
            throw new IllegalArgumentException(systems + " systems: selection needs 2 or more");
        }
        if (!(settings.alpha() < 1 - 1.0 / systems)) {
            throw new IllegalArgumentException(
                    "alpha is " + settings.alpha() + ": so often would blind choice among " + systems + " be wrong");
        }
        if (!Double.isFinite(boundary(systems, settings))) {
            throw new IllegalArgumentException("alpha is " + settings.alpha() + ": too small to be reached after "
                    + settings.firstRounds() + " first rounds");
        }
    }

    private static double boundary(int systems, Settings settings) {
        int freedom = settings.firstRounds() - 1;
        double eta = (StrictMath.pow(2 * settings.alpha() / (systems - 1), -2.0 / freedom) - 1) / 2;
        return 2 * eta * freedom;
    }

    /** Systems that may still be the best, in order. */
    public List<Integer> left() {
        return List.copyOf(left);
    }

    /** Rounds taken in so far. */
    public int rounds() {
        return rounds;
    }

    /** Systems that went, in the order in which they did. */
    public List<Elimination> eliminated() {
        return List.copyOf(eliminated);
    }

    public boolean isDecided() {
        return left.size() == 1;
    }

    /** The selected system; refused before there is one. */
    public int selected() {
        if (!isDecided()) {
            throw new IllegalStateException(left.size() + " systems are left");
        }
        return left.get(0);
    }

    /** The outputs of a system so far. */
    public Tally tally(int system) {
        Tally copy = new Tally();
        copy.merge(tallies[system]);
        return copy;
    }

    /**
     * Takes in a round.
     *
     * @param round an output for each system of {@link #left}, in that order; finite
     */
    public void add(double... round) {
        if (isDecided() || round.length != left.size()) {
            throw new IllegalArgumentException(round.length + " outputs for " + left.size() + " systems that are left");
        }
        for (int i = 0; i < round.length; i++) {
            tallies[left.get(i)].add(round[i]);
            if (rounds < settings.firstRounds()) {
                first[left.get(i)][rounds] = round[i];
            }
        }
        rounds++;
        if (rounds == settings.firstRounds()) {
            measureDifferences();
        }
        if (rounds >= settings.firstRounds()) {
            screen();
        }
    }

    /** Rounds after which one system is left at the latest, {@link Long#MAX_VALUE} at most; known after the first rounds. */
    public long maxRounds() {
        if (rounds < settings.firstRounds()) {
            throw new IllegalStateException("known after " + settings.firstRounds() + " rounds");
        }
        double greatest = 0;
        for (int i : left) {
            for (int l : left) {
                greatest = Math.max(greatest, squares[i][l]);
            }
        }
        double delta = settings.indifference();
        double needed = Math.floor(boundary * (greatest / delta / delta));
        return Math.max(rounds, needed >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) needed + 1);
    }

    private void measureDifferences() {
        for (int i : left) {
            for (int l : left) {
                Tally differences = new Tally();
                for (int round = 0; round < rounds; round++) {
                    differences.add(first[i][round] - first[l][round]);
                }
                squares[i][l] = differences.variance();
            }
        }
    }

    /** All comparisons are with those that were left before; of exactly equal ones the first stays. */
    private void screen() {
        List<Elimination> gone = new ArrayList<>();
        for (int i : left) {
            for (int l : left) {
                double ahead = tallies[i].mean() - tallies[l].mean();
                double behind = settings.largest() ? -ahead : ahead;
                double width = width(squares[i][l]);
                boolean tied = behind == 0 && width == 0 && l < i;
                if (i != l && (behind > width || tied)) {
                    gone.add(new Elimination(i, l, rounds));
                    break;
                }
            }
        }
        eliminated.addAll(gone);
        gone.forEach(one -> left.remove(Integer.valueOf(one.system())));
    }

    private double width(double square) {
        double delta = settings.indifference(); // its square could be 0
        return Math.max(0, delta / 2 * (boundary * (square / delta / delta) / rounds - 1));
    }
}
