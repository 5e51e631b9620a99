package dev.borderline.mechanism;

import dev.borderline.event.Times;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Lever;
import dev.borderline.random.Draws;
import java.util.function.IntPredicate;

/**
 * The way abroad. Those who left before the start, a stock of people who have lived abroad for long, and all who leave in the run.
 * Time abroad is a mixture: a share leaves in order to arrive, for a short exponential time; the others live abroad for a long one
 * before they go on.
 */
final class Pipeline {
    private static final int GAPS =
            1; // processes of the draws of gaps; those of the border population are 0, then 2 and on
    private static final int GAPS_OF_DIRECT = 1 << 20; // beyond any layer
    private static final int NUMBERS = 1 << 30; // of those who left before the start
    private static final int NUMBERS_OF_DIRECT = NUMBERS | 1 << 29;

    private final Terms terms;
    private final Abroad abroad;

    /**
     * Times abroad and who is there at the start.
     *
     * @param lagYearsMean of those who do not leave in order to arrive
     * @param directShare of those who leave in order to arrive
     * @param directDaysMean of those who leave in order to arrive
     * @param atStart people who live abroad at the start and will go on, besides those who left in the years before it
     * @param years before the start whose departures are under way
     */
    record Terms(double lagYearsMean, double directShare, double directDaysMean, double atStart, double years) {}

    /** Nobody under way; {@code openShare} is the lever on the share of transit that is open. */
    Pipeline(Terms terms, Wiring wiring, Lever openShare) {
        this.terms = terms;
        abroad = new Abroad(wiring, openShare);
    }

    /** Number of people under way. */
    int size() {
        return abroad.size();
    }

    /**
     * Fills the way with those who are on it at the start.
     *
     * @param startedPerYear departures at the levers of the start
     * @param gaps draws of the distances between people, a process for each kind
     * @param isSimulated true for numbers of people who are simulated
     * @param arrivalKind event of their arrival
     */
    void fill(double startedPerYear, Draws gaps, IntPredicate isSimulated, int arrivalKind) {
        double direct = startedPerYear * terms.directShare();
        double lag = terms.lagYearsMean();
        double directLag = terms.directDaysMean() / Times.DAYS_PER_YEAR;
        Filling filling = new Filling(gaps, isSimulated, arrivalKind);
        filling.fill(GAPS, NUMBERS, lag, stillAbroad(startedPerYear - direct, lag) + terms.atStart());
        filling.fill(GAPS_OF_DIRECT, NUMBERS_OF_DIRECT, directLag, stillAbroad(direct, directLag));
    }

    /** Expected number abroad of those who left at a constant rate over the years of the pipeline. */
    private double stillAbroad(double perYear, double lagYears) {
        double years = terms.years();
        double open = abroad.openShare();
        return open == 0 ? perYear * years : perYear * lagYears / open * -StrictMath.expm1(-years * open / lagYears);
    }

    private final class Filling {
        private final Draws gaps;
        private final IntPredicate isSimulated;
        private final int arrivalKind;

        Filling(Draws gaps, IntPredicate isSimulated, int arrivalKind) {
            this.gaps = gaps;
            this.isSimulated = isSimulated;
            this.arrivalKind = arrivalKind;
        }

        /** Puts a Poisson number of people under way, whose times are exponential; nobody remembers how long he has been abroad. */
        void fill(int gapsOf, int firstNumber, double lagYears, double mean) {
            double exponentials = gaps.exponential(gapsOf, 0);
            for (int number = 1; exponentials < mean; number++) {
                double share = exponentials / mean;
                long ticks = Times.ticks(-lagYears * StrictMath.log1p(-share), Times.YEAR);
                if (isSimulated.test(firstNumber + number)) {
                    abroad.leave((double) ticks, arrivalKind, firstNumber + number, 0);
                }
                exponentials += gaps.exponential(gapsOf, number);
            }
        }
    }

    /** Process of the gaps of a layer of the border population. */
    static int gapsOfLayer(int layer) {
        return layer == 0 ? 0 : layer + GAPS;
    }

    /** Time abroad in ticks of open transit, from a uniform that tells its kind and a unit exponential. */
    long timeAbroad(double kind, double exponential) {
        return kind < terms.directShare()
                ? Times.ticks(exponential * terms.directDaysMean(), Times.DAY)
                : Times.ticks(exponential * terms.lagYearsMean(), Times.YEAR);
    }

    /** Departure of somebody who needs so many ticks of open transit and arrives as an event of this kind. */
    void leave(long ticks, int arrivalKind, int subject, int occurrence) {
        abroad.leave((double) ticks, arrivalKind, subject, occurrence);
    }

    /** Arrival of the first one, told by its event. */
    void arrive() {
        abroad.arrive();
    }
}
