package dev.borderline.experiment.design;

import dev.borderline.random.Draws;

/** Random orders from keyed draws. */
public final class Shuffle {
    private Shuffle() {}

    /**
     * The numbers 0 to {@code n} - 1 in an order drawn by R. Durstenfeld's method (CACM 7 (1964) 420): each order is as likely
     * as another, up to the 2^-52 of a uniform.
     *
     * <p>Draws: occurrences {@code first} + 1 to {@code first + n} - 1 of the subject.
     */
    public static int[] of(int n, Draws draws, long subject, int first) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int last = n - 1; last > 0; last--) {
            int chosen = (int) (draws.uniform(subject, first + last) * (last + 1));
            int kept = order[last];
            order[last] = order[chosen];
            order[chosen] = kept;
        }
        return order;
    }
}
