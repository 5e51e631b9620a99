package example;

/**
 * The closed form of M/M/c with impatience. The number n of trucks is a birth-and-death process with births at rate λ and deaths at rate
 * {@code min(n, c) μ + max(n − c, 0) θ}, so the probability of n is proportional to the product of λ over the death rates up to n.
 * Source: C. Palm, Research on telephone traffic carried by full availability groups, Tele (1957).
 */
final class ErlangA {
    private static final double NEGLIGIBLE = 1e-18;

    private final double meanWaiting;
    private final double gaveUpShare;

    /** The queue of these rates in the long run. */
    ErlangA(BorderQueue.Params params) {
        double births = 1 / params.gapHours();
        double weight = 1;
        double sum = 1;
        double waiting = 0;
        for (int n = 1; weight > NEGLIGIBLE * sum || n <= params.booths(); n++) {
            int inLine = Math.max(0, n - params.booths());
            double deaths = Math.min(n, params.booths()) / params.serviceHours() + inLine / params.patienceHours();
            weight *= births / deaths;
            sum += weight;
            waiting += inLine * weight;
        }
        meanWaiting = waiting / sum;
        gaveUpShare = meanWaiting / params.patienceHours() / births; // who gives up does so at rate θ while he waits
    }

    double meanWaiting() {
        return meanWaiting;
    }

    double gaveUpShare() {
        return gaveUpShare;
    }
}
